// What stands in the parentheses of a calculation: `count(orders)`, `sum(orders.total)`, `age(birthday)`.
import type { Context } from "../../check/context.ts";
import type { Field } from "../../fields/field.ts";
import { printFieldName } from "../../syntax/names.ts";
import { fieldTypeWords, isForSegments } from "../field-words.ts";
import type { Candidate } from "./candidate.ts";
import type { FieldCandidates, Spelling } from "./field-candidates.ts";
import { makers } from "./value-candidates.ts";

/** `call` is the name of the call's token in the grammar. */
export function argumentCandidates(call: string, fields: FieldCandidates, context: Context): readonly Candidate[] {
	switch (call) {
		case "Count":
			return fields.over(context, counted);
		case "Distinct":
			return fields.over(context, different);
		case "Sum":
		case "Avg":
			return fields.over(context, addable);
		case "Min":
		case "Max":
			return fields.over(context, comparable);
		case "Hour":
			return fields.over(context, makers.datetime);
		default:
			return [...fields.over(context, makers.date), ...fields.over(context, makers.datetime)];
	}
}

const single: readonly Field["type"][] = ["text", "number", "boolean", "date", "datetime"];

const counted = (field: Field, spelling: Spelling): readonly Candidate[] =>
	field.type === "collection" || field.type === "list" ? withWhere(field, spelling, field) : [];
const different = overElements(single, ["text", "number"]);
const addable = overElements(["number"], ["number"]);
const comparable = overElements(["number", "date", "datetime"], ["number"]);

/** Fields of elements by their type, and whole lists by that of their items. */
function overElements(types: readonly Field["type"][], items: readonly string[]) {
	return (field: Field, spelling: Spelling): readonly Candidate[] => {
		if (field.type === "list") return items.includes(field.items) ? withWhere(field, spelling, field) : [];
		if (field.type !== "collection") return [];
		return field.fields
			.filter((inner) => isForSegments(inner) && types.includes(inner.type))
			.flatMap((inner) => withWhere(field, spelling, inner));
	};
}

function withWhere(field: Field, { ofProfile, isInside }: Spelling, inner: Field): readonly Candidate[] {
	const name = printFieldName(field.name, ofProfile, isInside);
	const written = inner === field ? name : `${name}.${printFieldName(inner.name, false, false)}`;
	const candidate: Candidate = {
		kind: "field",
		words: [written],
		match: written.replaceAll("`", ""),
		tail: "none",
		detail: fieldTypeWords(inner),
		...(inner.description !== undefined && { description: inner.description }),
	};
	if (field.type !== "collection") return [candidate];
	return [
		candidate,
		{ kind: "keyword", words: [written, "where"], tail: "space", detail: "only those that fit a condition", isQuiet: true },
	];
}
