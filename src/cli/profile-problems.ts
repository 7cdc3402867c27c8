// What is wrong with the profiles of a command: those that cannot be read, and ids that come again.
import { Problems } from "../formats/problems.ts";
import { RepeatedIds } from "./repeated-ids.ts";
import { counted, inDigits } from "./words.ts";

export class ProfileProblems extends Problems {
	readonly repeatedIds: RepeatedIds = new RepeatedIds();
}

/** In lines; none when nothing was wrong. */
export function problemLines(problems: ProfileProblems): readonly string[] {
	return [...unreadLines(problems), ...repeatedLines(problems.repeatedIds)];
}

function unreadLines(problems: Problems): readonly string[] {
	if (problems.count === 0) return [];
	return [
		`${counted(problems.count, "problem")} in the profiles; what ${problems.count === 1 ? "it names" : "they name"} was left out:`,
		...shownProblems(problems).map((line) => `  ${line}`),
	];
}

/** Each problem's own sentence, as many as are kept. */
export function shownProblems(problems: Problems): readonly string[] {
	const hidden = problems.count - problems.shown.length;
	return [...problems.shown.map(({ message }) => message), ...(hidden > 0 ? [`… and ${counted(hidden, "more", "more")}.`] : [])];
}

function repeatedLines({ count, isComplete, maxIds }: RepeatedIds): readonly string[] {
	if (count === 0) return [];
	const sentence = `${counted(count, "profile has", "profiles have")} the user_id of an earlier one: each profile was judged by itself.`;
	return [isComplete ? sentence : `${sentence} Only the first ${inDigits(maxIds)} ids were looked for.`];
}

/** Repeated ids only where there are some: not every command looks for them. */
export const problemsJson = ({ count, shown, repeatedIds }: ProfileProblems): object => ({
	count,
	shown,
	...(repeatedIds.count > 0 && { repeatedIds: { profiles: repeatedIds.count, all: repeatedIds.isComplete } }),
});
