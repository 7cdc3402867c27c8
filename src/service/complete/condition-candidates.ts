// What a condition can begin with: fields, collections, calculations, groups, `not`, references.
import type { Context } from "../../check/context.ts";
import type { Field } from "../../fields/field.ts";
import { printText } from "../../syntax/print-expression.ts";
import { oneLine } from "../../text/cut.ts";
import { functionMeanings, partMeanings } from "../meanings.ts";
import { type Candidate, phrase } from "./candidate.ts";
import { asCollection, asField, asInnerField, type FieldCandidates } from "./field-candidates.ts";

const groups: readonly Candidate[] = [
	phrase("keyword", "any of", "block", { detail: "at least one of these holds" }),
	phrase("keyword", "all of", "block", { detail: "all of these hold" }),
	phrase("keyword", "none of", "block", { detail: "none of these holds" }),
	phrase("keyword", "at least #2 of", "block", { detail: "so many of these hold" }),
];

const not = phrase("keyword", "not", "space", { detail: "the opposite of what follows" });

const overElements: readonly Candidate[] = (["count", "sum", "avg", "min", "max", "count-distinct"] as const).map((name) =>
	phrase("function", name.replace("-", " "), "call", { detail: functionMeanings[name] }),
);

const overDates: readonly Candidate[] = (["age", "month", "weekday", "hour"] as const).map((name) =>
	phrase("function", name, "call", { detail: partMeanings[name], isQuiet: name === "hour" }),
);

/** `lead` is the token before the condition: after a `not` comes no second one. */
export function conditionCandidates(fields: FieldCandidates, context: Context, lead: string | undefined): readonly Candidate[] {
	const inReach = context.element?.collection.fields ?? context.catalogue.fields;
	return [
		...fields.over(context, asField),
		...fields.over(context, asCollection),
		...numberCalls(inReach),
		...(inReach.some(isDate) ? overDates : []),
		...(lead === "Not" ? [] : [not]),
		...groups,
		...(context.element ? [] : references(context)),
		...(context.element ? [] : fields.overOwn(context, asInnerField)),
	];
}

const isDate = ({ type }: Field): boolean => type === "date" || type === "datetime";

/** Calculations over collections and lists, where there are some. */
export const numberCalls = (fields: readonly Field[]): readonly Candidate[] =>
	fields.some(({ type }) => type === "collection" || type === "list") ? overElements : [];

function references(context: Context): readonly Candidate[] {
	const named = segmentCandidates(context, []);
	if (named.length === 0) return [];
	const detail = "people of another segment";
	return [
		phrase("keyword", "in segment", "space", { detail }),
		phrase("keyword", "in any segment", "list", { detail: "people of one of several segments", isQuiet: true }),
		...named.map((candidate): Candidate => ({ ...candidate, words: ["in", "segment", ...candidate.words], isQuiet: true })),
	];
}

/** The segments that can be named here, by what they say; `listed` are named already. */
export function segmentCandidates({ references: { source, deactivated } }: Context, listed: readonly string[]): readonly Candidate[] {
	const names = (source?.names() ?? []).filter((name) => !listed.includes(name));
	const usable = names.filter((name) => deactivated !== "refuse" || source?.find(name)?.active !== false);
	return usable.map((name) => ({
		kind: "segment",
		words: [printText(name)],
		match: name,
		tail: "none",
		detail: () => firstLine(source?.find(name)?.text ?? ""),
	}));
}

/** A text's first line that says something, short enough to stand beside a name. */
function firstLine(text: string): string {
	const lines = text.split(/[\r\n]+/).map((line) => line.trim());
	const line = lines.find((candidate) => candidate !== "" && !candidate.startsWith("#")) ?? "";
	return oneLine(line, 60);
}
