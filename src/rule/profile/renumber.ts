// A checked condition with every field replaced by the number of its entry; what cannot be asked of raw profiles is reported.
import type { AggregateValue, CheckedCondition, Constant, FieldValue, Value } from "../../check/checked.ts";
import type { CollectionField } from "../../fields/field.ts";
import type { Span } from "../../text/span.ts";
import { scaled } from "../../values/decimal.ts";
import { type Entries, type Form, numbered } from "./entries.ts";
import { rawValue } from "./raw-value.ts";

/** Why a condition has no rule over raw profiles. */
export interface ProfileRuleProblem {
	/** The condition in the text; of a referred segment, the reference. */
	readonly span?: Span;
	/** One plain sentence. */
	readonly message: string;
}

export interface Renumbering {
	readonly profile: Entries;
	inside(collection: CollectionField): Entries;
	readonly problems: ProfileRuleProblem[];
}

interface Place {
	readonly numbering: Renumbering;
	/** The collection whose elements the names are of. */
	readonly collection: CollectionField | undefined;
	/** The reference that brought the condition here, whose spans are of another text. */
	readonly reference: Span | undefined;
}

export const renumbered = (condition: CheckedCondition, numbering: Renumbering): CheckedCondition =>
	renumber(condition, { numbering, collection: undefined, reference: undefined });

function renumber(condition: CheckedCondition, place: Place): CheckedCondition {
	const at = place.reference ?? condition.source.span;
	const value = (of: Value, form: Form = "typed"): Value => renumberValue(of, form, at, place);
	const field = (of: FieldValue, form: Form = "typed"): FieldValue => renumberField(of, form, at, place);
	switch (condition.kind) {
		case "and":
		case "or":
		case "at-least":
			return { ...condition, items: condition.items.map((item) => renumber(item, place)) };
		case "not":
			return { ...condition, item: renumber(condition.item, place) };
		case "constant":
			return condition;
		case "compare": {
			const isExact = condition.operator === "=" && condition.right.kind === "constant" && isFound(condition.left, [condition.right.value]);
			return { ...condition, left: value(condition.left, isExact ? "raw" : "typed"), right: value(condition.right) };
		}
		case "between":
			return { ...condition, value: value(condition.value) };
		case "in":
			return { ...condition, value: value(condition.value, isFound(condition.value, condition.items) ? "raw" : "typed") };
		case "set": {
			const { value: of } = condition;
			const isList = of.kind === "field" && (of.type === "list" || of.type === "collection");
			return { ...condition, value: value(of, isList ? "list" : "typed") };
		}
		case "text":
			return { ...condition, value: field(condition.value) };
		case "has":
		case "has-all":
			return { ...condition, list: field(condition.list, "raw") };
		case "empty":
			return { ...condition, list: field(condition.list) };
		case "some":
			return { ...condition, collection: field(condition.collection), where: inElement(condition.where, condition.collection, place) };
		case "edge":
			return {
				...condition,
				collection: field(condition.collection),
				by: renumberField(condition.by, "typed", at, { ...place, collection: collectionOf(condition.collection) }),
				where: inElement(condition.where, condition.collection, place),
			};
		case "reference":
			return { ...condition, condition: renumber(condition.condition, { ...place, reference: at }) };
	}
}

/** A raw value is the same as one of these constants exactly when the field's value is: nothing of another type is the same. */
function isFound(value: Value, constants: readonly Constant[]): boolean {
	if (value.kind !== "field") return false;
	const decimals = value.field.type === "number" ? value.field.decimals : undefined;
	return decimals === undefined || constants.every((constant) => scaled(Number(constant), decimals) !== undefined);
}

const collectionOf = ({ field }: FieldValue): CollectionField | undefined => (field.type === "collection" ? field : undefined);

const inElement = (condition: CheckedCondition, collection: FieldValue, place: Place): CheckedCondition =>
	renumber(condition, { ...place, collection: collectionOf(collection) });

function renumberValue(value: Value, form: Form, at: Span, place: Place): Value {
	switch (value.kind) {
		case "constant":
			return value;
		case "field":
			return renumberField(value, form, at, place);
		case "arithmetic":
			return { ...value, left: renumberValue(value.left, "typed", at, place), right: renumberValue(value.right, "typed", at, place) };
		case "date-part":
			return { ...value, of: renumberValue(value.of, "typed", at, place) };
		case "aggregate":
			return renumberAggregate(value, at, place);
	}
}

function renumberAggregate(value: AggregateValue, at: Span, place: Place): AggregateValue {
	const inside: Place = { ...place, collection: collectionOf(value.collection) };
	return {
		...value,
		collection: renumberField(value.collection, "typed", at, place),
		...(value.of && { of: renumberField(value.of, "typed", at, inside) }),
		...(value.where && { where: renumber(value.where, inside) }),
	};
}

function renumberField(value: FieldValue, form: Form, at: Span, place: Place): FieldValue {
	const { numbering, collection } = place;
	const problem = problemOf(value);
	if (problem !== undefined) numbering.problems.push({ span: at, message: problem });
	if (problem !== undefined) return value;
	const entries = value.scope === "element" && collection ? numbering.inside(collection) : numbering.profile;
	return numbered(value, entries.numberOf(value.field, value.part === "scaled" ? "scaled" : form));
}

function problemOf({ field, part }: FieldValue): string | undefined {
	if (field.type === "date") {
		return `"${field.name}" is a date: in a profile it is text, perhaps of an instant in some time zone, and JSON Logic cannot read dates.`;
	}
	if (field.type === "datetime") {
		return `"${field.name}" is a date and time: in a profile it is text or a number of milliseconds, and JSON Logic cannot read dates.`;
	}
	if (part === "fold") return `"ignoring case" on "${field.name}" needs small letters, and JSON Logic cannot make them.`;
	if (part === "chars" || part === "fold-chars") {
		return `This pattern looks at each character of "${field.name}", and JSON Logic cannot take text apart.`;
	}
	const raw = rawValue(field);
	return "problem" in raw ? raw.problem : undefined;
}
