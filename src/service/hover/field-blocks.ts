// What a hover says of a field: what it is, what it is for, where it comes from, what is in it.
import type { Field } from "../../fields/field.ts";
import { printNumber, printText } from "../../syntax/print-expression.ts";
import { fieldTypeWords } from "../field-words.ts";
import type { ValueCount } from "../values-source.ts";
import { type HoverBlock, type HoverRun, paragraph, plainParagraph } from "./blocks.ts";

const shownValues = 5;

/** `collection`: the name of the collection whose elements have it. `values`: what profiles have, the most frequent first, where it is known. */
export function fieldBlocks(
	field: Field,
	collection: string | undefined,
	values: readonly ValueCount[] | undefined,
): readonly HoverBlock[] {
	const decimals = field.type === "number" && field.decimals !== undefined ? `, ${field.decimals} decimals` : "";
	const ofCollection = collection === undefined ? [] : [plain(", in each of "), code(collection)];
	return [
		{ kind: "paragraph", runs: [code(field.name), plain(`: ${fieldTypeWords(field)}${decimals}`), ...ofCollection] },
		...(field.description === undefined ? [] : [plainParagraph(field.description)]),
		...(field.type === "collection"
			? [
					paragraphOf(
						"Fields: ",
						field.fields.map(({ name }) => code(name)),
					),
				]
			: []),
		...valueBlocks(field, values),
		collection === undefined ? paragraph`From ${field.jsonPath} of the profile.` : paragraph`From ${field.jsonPath} of the element.`,
		...(field.pii === undefined ? [] : [paragraph`Personal (${field.pii}): its values are never shown as examples.`]),
		...(field.exposure.includes("segments") ? [] : [plainParagraph("Only for merge fields: conditions cannot use it.")]),
	];
}

const code = (text: string): HoverRun => ({ text, isCode: true });
const plain = (text: string): HoverRun => ({ text, isCode: false });

function valueBlocks(field: Field, found: readonly ValueCount[] | undefined): readonly HoverBlock[] {
	if (field.pii !== undefined) return [];
	if (found && found.length > 0) {
		const shown = found
			.slice(0, shownValues)
			.map(({ value, count }) => [code(printed(value)), plain(` (${count.toLocaleString("en-US")})`)]);
		return [paragraphOf("Most frequent: ", shown, found.length > shownValues)];
	}
	const options = "options" in field ? (field.options ?? []) : [];
	return options.length === 0
		? []
		: [
				paragraphOf(
					"Values: ",
					options.slice(0, shownValues).map((value) => code(printed(value))),
					options.length > shownValues,
				),
			];
}

const printed = (value: string | number | boolean): string =>
	typeof value === "string" ? printText(value) : typeof value === "number" ? printNumber(value) : String(value);

function paragraphOf(lead: string, items: readonly (HoverRun | readonly HoverRun[])[], isCut = false): HoverBlock {
	const runs = items.flatMap(
		(item, index) => [...(index > 0 ? [plain(", ")] : []), ...(Array.isArray(item) ? item : [item])] as HoverRun[],
	);
	return { kind: "paragraph", runs: [plain(lead), ...runs, ...(isCut ? [plain(", …")] : [])] };
}
