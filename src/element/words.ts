// What the element says. Every state of the preview is a sentence, so that nobody has to guess from a colour.
import type { Diagnostic, Severity } from "../diagnostic/diagnostic.ts";
import type { QualityReport } from "../eval/record.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Count } from "./count-matches.ts";
import type { PreviewState } from "./live-preview.ts";

const integer = new Intl.NumberFormat("en");

export const inDigits = (number: number): string => integer.format(number);

/** A share in percent. Never rounds some to none, or not all to all. */
export function inPercent(part: number, whole: number): string {
	if (whole === 0 || part === 0) return "0 %";
	if (part === whole) return "100 %";
	const percent = (part / whole) * 100;
	if (percent < 0.1) return "less than 0.1 %";
	if (percent > 99.9) return "more than 99.9 %";
	return `${percent.toFixed(1)} %`;
}

export const countInWords = ({ matches, total }: Count): string =>
	`${inDigits(matches)} of ${inDigits(total)} ${total === 1 ? "profile" : "profiles"}, ${inPercent(matches, total)}`;

/** The state of the preview, as one or two sentences. */
export function stateInWords(state: PreviewState): string {
	switch (state.kind) {
		case "idle":
			return "There is nothing to count yet.";
		case "counting":
			return state.total > 0 ? `Counting: ${inDigits(state.done)} of ${inDigits(state.total)} profiles so far.` : "Counting.";
		case "exact":
			return exactInWords(state.count);
		case "stale":
			return state.before
				? `Not up to date: the text has errors. Before them it was ${countInWords(state.before)}.`
				: "The text has errors: mend them to see a count.";
		case "failed":
			return `The profiles could not be counted. ${state.message}`;
	}
}

function exactInWords({ total, isPartial, asOf }: Count): string {
	if (total === 0) return "There are no profiles to count in.";
	const which = isPartial ? "Exact for the profiles that have come so far: more are on their way." : "Exact: every profile was tested.";
	return asOf === undefined ? which : `${which} As of ${instant.format(asOf)}.`;
}

const instant = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

const severityWords: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
	error: ["error", "errors"],
	warning: ["warning", "warnings"],
	info: ["note", "notes"],
};

export const severityInWords = (severity: Severity): string => severityWords[severity][0];

/** `1 error, 2 warnings.` and the first message; "No problems." when there are none. */
export function problemsInWords(diagnostics: readonly Diagnostic[]): string {
	const [first] = diagnostics;
	if (!first) return "No problems.";
	const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
		const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
		const [one, many] = severityWords[severity];
		return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
	});
	return `${counts.join(", ")}. ${first.message}`;
}

/** Where a place in the text is; lines and columns count from 1, columns in characters, as the command line counts them. */
export function placeInWords(lines: LineIndex, at: number): string {
	const { line, column } = lines.positionAt(at);
	return `Line ${line + 1}, column ${[...lines.lineText(line).slice(0, column)].length + 1}`;
}

/** What was wrong with the profiles and their values; nothing when all were fine. */
export function qualityInWords({ notObjects, fields }: QualityReport): string | undefined {
	const wrong = fields
		.map(({ field, wrongType, droppedItems }) => ({ field, count: wrongType + droppedItems }))
		.filter(({ count }) => count > 0)
		.map(({ field, count }) => `${field} (${inDigits(count)})`);
	const sentences = [
		...(wrong.length > 0 ? [`Values of the wrong type count as missing: ${wrong.join(", ")}.`] : []),
		...(notObjects > 0 ? [`Profiles that are no objects, and so have no fields: ${inDigits(notObjects)}.`] : []),
	];
	return sentences.length > 0 ? sentences.join(" ") : undefined;
}
