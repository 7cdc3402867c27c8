// A preview as a person and as a program read it.
import type { CompiledSegment } from "../compile.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import { nestedValue } from "../fields/nested-value.ts";
import { printName } from "../syntax/print.ts";
import { type Clock, clockInWords, clockJson } from "./clock-options.ts";
import type { MatchCount, SampledProfile } from "./count-matches.ts";
import { type InferredFrom, inferredInWords } from "./field-input.ts";
import { problemsJson, type ProfileProblems } from "./profile-problems.ts";
import { qualityLines } from "./quality-output.ts";
import { cellText, valueJson } from "./record-values.ts";
import { printable } from "./terminal/printable.ts";
import type { Style } from "./terminal/style.ts";
import { type TableColumn, tableLines } from "./terminal/table.ts";
import { counted, inDigits, inPercent } from "./words.ts";

export interface Preview {
	readonly matches: MatchCount;
	readonly catalogue: Catalogue;
	readonly inferredFrom: InferredFrom | undefined;
	readonly segment: CompiledSegment;
	readonly clock: Clock;
	readonly problems: ProfileProblems;
}

export function previewLines(preview: Preview, style: Style): readonly string[] {
	const { matches, inferredFrom, clock } = preview;
	const { total, count } = matches;
	const headline =
		total === 0
			? "There are no profiles to count."
			: `${style.bold(`${inDigits(count)} of ${counted(total, "profile")}`)} ${total === 1 || count === 1 ? "matches" : "match"} (${inPercent(count, total)}).`;
	return [
		headline,
		style.dim(printable([clockInWords(clock), ...(inferredFrom ? [inferredInWords(inferredFrom)] : [])].join(" "))),
		...section(sampleLines(preview, style)),
		...section(missingLines(matches)),
		...section(qualityLines(matches.quality, style)),
	];
}

/** Lines that stand apart from those before; nothing when there are none. */
export const section = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ["", ...lines]);

function sampleLines({ matches, catalogue, segment, clock }: Preview, style: Style): readonly string[] {
	const { sample, count } = matches;
	if (sample.length === 0) return [];
	const fields = shownFields(segment, catalogue);
	const columns: TableColumn[] = [{ name: "user_id" }, ...fields.map(columnOf)];
	const rows = sample.map((one) => [one.id ?? "–", ...fields.map((field) => cellText(field, fieldValue(one, field), clock.timeZone))]);
	const title =
		sample.length === count
			? `${counted(count, "match", "matches")}:`
			: `The first ${inDigits(sample.length)} of ${counted(count, "match", "matches")}:`;
	return [title, ...tableLines(columns, rows, style)];
}

function columnOf(field: Field): TableColumn {
	if (field.type === "collection") return { name: `count(${field.name})`, align: "right" };
	return { name: field.name, align: field.type === "number" ? "right" : "left" };
}

/** What the condition reads. */
const shownFields = (segment: CompiledSegment, catalogue: Catalogue): readonly Field[] =>
	segment.fields.filter((name) => name !== "user_id").flatMap((name) => catalogue.field(name) ?? []);

const fieldValue = (one: SampledProfile, field: Field): unknown => nestedValue(one.record, field.name);

/** Matches that are in the segment although a value is missing: often not what the author meant. */
function missingLines({ missing, count }: MatchCount): readonly string[] {
	if (missing.size === 0) return [];
	return [
		"Matches without a value:",
		...[...missing].map(([name, absent]) => {
			if (absent === count) return printable(`  ${name}: ${count === 1 ? "the only match" : `all ${inDigits(count)}`}`);
			return printable(`  ${name}: ${inDigits(absent)}. To leave them out, add: and ${printName(name)} is set`);
		}),
	];
}

export function previewJson({ matches, catalogue, segment, clock, problems, inferredFrom }: Preview): object {
	const { total, count, sample, missing, unidentified, quality } = matches;
	const fields = shownFields(segment, catalogue);
	return {
		total,
		count,
		share: total === 0 ? null : count / total,
		...clockJson(clock),
		...(inferredFrom && { fieldsInferredFrom: inferredFrom }),
		sample: sample.map((one) => ({
			user_id: one.id ?? null,
			...Object.fromEntries(fields.map((field) => [field.name, valueJson(field, fieldValue(one, field))])),
		})),
		matchesWithMissing: Object.fromEntries(missing),
		matchesWithoutId: unidentified,
		quality,
		problems: problemsJson(problems),
	};
}
