// Fields and what begins with one: `total`, `any orders (…)`, `count(orders)`. Made once for each catalogue and collection, because there can
// be ten thousand.
import type { Context } from "../../check/context.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import { printFieldName } from "../../syntax/names.ts";
import { fieldTypeWords, isForSegments } from "../field-words.ts";
import type { Quantifier } from "../../syntax/ast.ts";
import { edgeMeanings, functionMeanings, quantifierMeanings } from "../meanings.ts";
import { type Candidate, type CompletionKind, phrase, type Tail } from "./candidate.ts";

/** How names are written here: behind `profile.` or not, in a collection's parentheses or not. */
export interface Spelling {
	readonly ofProfile: boolean;
	readonly isInside: boolean;
}

const own: Spelling = { ofProfile: false, isInside: false };
const ofElement: Spelling = { ofProfile: false, isInside: true };
const behindProfile: Spelling = { ofProfile: true, isInside: true };

type Make = (field: Field, spelling: Spelling) => readonly Candidate[];

/** What is made of the fields of one catalogue. */
export class FieldCandidates {
	readonly #kept = new Map<Make, Map<Spelling, Map<readonly Field[], readonly Candidate[]>>>();

	/** For the fields in reach, those of the element first. `make` is a function that stays the same, for what it makes is kept. */
	over(context: Context, make: Make): readonly Candidate[] {
		const { element, catalogue } = context;
		if (!element) return this.#of(catalogue.fields, own, make);
		return [...this.#of(element.collection.fields, ofElement, make), ...this.#of(catalogue.fields, behindProfile, make)];
	}

	/** For the element's own fields, or for the profile's where there is no element. */
	overOwn({ element, catalogue }: Context, make: Make): readonly Candidate[] {
		return element ? this.#of(element.collection.fields, ofElement, make) : this.#of(catalogue.fields, own, make);
	}

	#of(fields: readonly Field[], spelling: Spelling, make: Make): readonly Candidate[] {
		const ofMake = mapIn(this.#kept, make, () => new Map<Spelling, Map<readonly Field[], readonly Candidate[]>>());
		const ofSpelling = mapIn(ofMake, spelling, () => new Map<readonly Field[], readonly Candidate[]>());
		return mapIn(ofSpelling, fields, () => inUsefulOrder(fields).flatMap((field) => make(field, spelling)));
	}
}

/** The catalogue's order, with what only names a person behind what says something of them. */
function inUsefulOrder(fields: readonly Field[]): readonly Field[] {
	const usable = fields.filter(isForSegments);
	return [...usable.filter(({ pii }) => pii === undefined), ...usable.filter(({ pii }) => pii !== undefined)];
}

function mapIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const value = make();
	map.set(key, value);
	return value;
}

/** A field as the subject of a test. */
export const asField = (field: Field, { ofProfile, isInside }: Spelling): readonly Candidate[] => [
	named(field.type === "collection" ? "collection" : "field", [printFieldName(field.name, ofProfile, isInside)], "none", field, ofProfile, {
		field: { name: field.name, ofProfile, type: fieldTypeWords(field) },
		...(field.type === "collection" && { isQuiet: true }),
	}),
];

function named(
	kind: CompletionKind,
	words: readonly string[],
	tail: Tail,
	field: Field,
	ofProfile: boolean,
	more: Partial<Candidate> = {},
): Candidate {
	const isOnlyName = words.length === 1;
	return {
		kind,
		words,
		tail,
		detail: fieldTypeWords(field),
		...(isOnlyName && { match: (ofProfile ? "profile." : "") + field.name }),
		...(field.description !== undefined && { description: field.description }),
		...more,
	};
}

/** With the number that is offered. */
const quantities: readonly (readonly [Quantifier, words: string])[] = [
	["any", "any"],
	["no", "no"],
	["every", "every"],
	["at-least", "at least #3"],
	["at-most", "at most #3"],
	["exactly", "exactly #1"],
	["more-than", "more than #3"],
	["fewer-than", "fewer than #3"],
];

/** A collection as the beginning of a condition. */
export function asCollection(field: Field, { ofProfile, isInside }: Spelling): readonly Candidate[] {
	if (field.type !== "collection") return [];
	const name = printFieldName(field.name, ofProfile, isInside);
	const orders = ordersOf(field);
	return [
		...quantities.map(([quantifier, words]) =>
			named("collection", [...words.split(" "), name], "block", field, ofProfile, {
				detail: quantifierMeanings[quantifier],
				isQuiet: quantifier !== "any" && quantifier !== "no",
				isHidden: ofProfile,
			}),
		),
		...(["last", "first"] as const).flatMap((which) =>
			orders.map((by, index) =>
				named("collection", [which, name, "by", printFieldName(by.name, false, true)], "block", field, ofProfile, {
					detail: edgeMeanings[which],
					isQuiet: which === "first" || index > 0,
					isHidden: ofProfile,
				}),
			),
		),
		...calls(field, name).map((call) => (ofProfile ? { ...call, isQuiet: true } : call)),
	];
}

/** What the elements can be ordered by, dates before numbers. */
function ordersOf(field: CollectionField): readonly Field[] {
	const dates = field.fields.filter((inner) => inner.type === "date" || inner.type === "datetime");
	const numbers = field.fields.filter((inner) => inner.type === "number");
	return [...dates, ...numbers].filter(isForSegments);
}

const overNumbers = ["sum", "avg", "min", "max"] as const;
const overDates = ["max", "min"] as const;

function calls(field: CollectionField, name: string): readonly Candidate[] {
	const inner = field.fields.filter(isForSegments).flatMap((item) => {
		const argument = `${name}.${printFieldName(item.name, false, false)}`;
		const functions = item.type === "number" ? overNumbers : item.type === "date" || item.type === "datetime" ? overDates : [];
		return functions.map((called) =>
			phrase("function", called, "none", { words: [`${called}(${argument})`], detail: functionMeanings[called], isQuiet: true }),
		);
	});
	return [{ kind: "function", words: [`count(${name})`], tail: "none", detail: functionMeanings.count }, ...inner];
}

/** At the level of the profile: a field of a collection's elements, by way of the collection. */
export function asInnerField(field: Field, { ofProfile, isInside }: Spelling): readonly Candidate[] {
	if (field.type !== "collection") return [];
	const name = printFieldName(field.name, ofProfile, isInside);
	return field.fields.filter(isForSegments).map((inner) => ({
		kind: "collection",
		words: [`any ${name} (${printFieldName(inner.name, false, true)}`],
		match: inner.name,
		tail: "rest",
		detail: fieldTypeWords(inner),
		isQuiet: true,
	}));
}
