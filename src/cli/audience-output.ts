// An audience as a person and as a program read it: how many, and why someone is in it or not.
import type { AudienceExplanation } from "../segments/audience.ts";
import { type Clock, clockInWords, clockJson } from "./clock-options.ts";
import type { AudienceCount } from "./count-audience.ts";
import { type InferredFrom, inferredInWords } from "./field-input.ts";
import { section } from "./preview-output.ts";
import { problemsJson, type ProfileProblems } from "./profile-problems.ts";
import { qualityLines } from "./quality-output.ts";
import { printable } from "./terminal/printable.ts";
import type { Style } from "./terminal/style.ts";
import { counted, inDigits, inPercent } from "./words.ts";

export interface CountedAudience {
	readonly found: AudienceCount;
	readonly clock: Clock;
	readonly inferredFrom: InferredFrom | undefined;
	/** What the policies for deactivated segments did. */
	readonly remarks: readonly string[];
	readonly problems: ProfileProblems;
}

export function audienceLines({ found, clock, inferredFrom }: CountedAudience, style: Style): readonly string[] {
	const { total, reply, quality } = found;
	const { audience, email, phone } = reply.reach;
	const headline =
		total === 0
			? "There are no profiles to count."
			: `${style.bold(`${inDigits(audience)} of ${counted(total, "profile")}`)} ${total === 1 || audience === 1 ? "is" : "are"} in the audience (${inPercent(audience, total)}).`;
	return [
		headline,
		...(audience === 0 ? [] : [`${inDigits(email)} can be reached by e-mail, ${inDigits(phone)} by phone.`]),
		style.dim(printable([clockInWords(clock), ...(inferredFrom ? [inferredInWords(inferredFrom)] : [])].join(" "))),
		...section(qualityLines(quality, style)),
	];
}

/** With the ids listed, the page of people is left out. */
export function audienceJson(
	{ found, clock, inferredFrom, remarks, problems }: CountedAudience,
	{ isListed }: { isListed: boolean },
): object {
	const { total, reply, unidentified, quality } = found;
	const { count, reach } = reply;
	return {
		total,
		share: total === 0 ? null : reach.audience / total,
		...(isListed ? { count, reach } : reply),
		...clockJson(clock),
		...(inferredFrom && { fieldsInferredFrom: inferredFrom }),
		membersWithoutId: unidentified,
		remarks,
		quality,
		problems: problemsJson(problems),
	};
}

export function audienceReasonLines(id: string, { matches, reasons }: AudienceExplanation, style: Style): readonly string[] {
	const verdict = matches ? style.good("is in the audience") : style.bad("is not in the audience");
	const lines = reasons.map(({ sentence }) => printable(sentence));
	if (lines.length === 0) lines.push(matches ? "everyone is included, and no excluded segment holds" : "no included segment is active");
	return [`${printable(id)} ${verdict}:`, ...lines.map((line) => `  ${line}`)];
}
