// Two operands compared as JavaScript does, when both are there: constants at once, values by their types.
import type { Constant, FieldValue, Value } from "../../check/checked.ts";
import { typeWords } from "../../check/type-words.ts";
import { maxDate, minDate } from "../../values/civil-date.ts";
import { isUsableInstant, maxInstant, minInstant } from "../../values/instant.ts";
import { maxNumber } from "../../values/number.ts";
import { isUsableText } from "../../values/text.ts";
import { type Condition, compare, constant, isMissing, not, or, source } from "./build.ts";
import type { Operand } from "./operand.ts";
import { realDateAtLeast, realDateAtMost } from "./real-dates.ts";
import { isRealDate } from "./writable.ts";

export type Relation = "==" | "===" | "<" | "<=" | ">" | ">=";
type Order = "<" | "<=" | ">" | ">=";
type Scalar = Extract<Operand, { kind: "constant" }>["value"];

/** The condition, or one sentence that says why there is none. */
export type Related = Condition | string;

export const isProblem = (related: Related): related is string => typeof related === "string";

const mirrored = { "==": "==", "===": "===", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

export function related(relation: Relation, a: Operand, b: Operand): Related {
	if (a.kind === "constant" && b.kind === "constant") return constant(calculate(relation, a.value, b.value));
	if (a.kind === "constant") return related(mirrored[relation], b, a);
	if (a.kind === "value") {
		if (b.kind === "constant") return withConstant(relation, a.value, b.value);
		if (b.kind === "value") return withValue(relation, a.value, b.value);
	}
	if (a.kind === "stretch" && b.kind === "constant") return stretchIs(relation, a, b.value);
	if (a.kind === "list" && b.kind === "constant" && (b.value === null || b.value === undefined)) {
		if (relation === "==") return isMissing(a.list);
		if (relation === "===") return b.value === null ? isMissing(a.list) : constant(false);
	}
	if (a.kind === "list" || a.kind === "elements" || b.kind === "list" || b.kind === "elements") {
		return 'A list is compared by its items. Use "some", "none", "all" or "in".';
	}
	return "These two cannot be compared in a condition.";
}

function calculate(relation: Relation, a: Scalar, b: Scalar): boolean {
	switch (relation) {
		case "==":
			// biome-ignore lint/suspicious/noDoubleEquals: JSON Logic's own
			return a == b;
		case "===":
			return a === b;
		default:
			return calculateOrder(relation, a as number, b as number);
	}
}

/** The operands are what they are; the types only let JavaScript's own operators be written. */
function calculateOrder(order: Order, a: number, b: number): boolean {
	switch (order) {
		case "<":
			return a < b;
		case "<=":
			return a <= b;
		case ">":
			return a > b;
		case ">=":
			return a >= b;
	}
}

function withConstant(relation: Relation, value: Value, operand: Scalar): Related {
	if (operand === null || operand === undefined) {
		if (relation === "==" || relation === "===") return constant(false);
		return value.type === "text" ? noOrder : numeric(relation, value, operand === null ? 0 : Number.NaN);
	}
	switch (value.type) {
		case "text":
			if (relation !== "==" && relation !== "===") return noOrder;
			if (typeof operand === "string") return isUsableText(operand) ? equal(value, operand) : constant(false);
			if (relation === "===") return neverEqual("text", operand);
			return `Text equals ${JSON.stringify(operand)} with "==" when it reads as that number, which a condition cannot ask. Write the text in quotes.`;
		case "boolean":
			return [true, false].reduce<Related>(
				(sum, truth) => (isProblem(sum) || !calculate(relation, truth, operand) ? sum : or([sum, equal(value, truth)])),
				constant(false),
			);
		case "number":
		case "date":
		case "datetime":
		case "month-day": {
			if (relation === "===" && typeof operand !== "number") return neverEqual("a number", operand);
			const number = Number(operand);
			if (Number.isNaN(number) && typeof operand !== "number") return neverCompares(value, operand);
			return numeric(relation, value, number);
		}
		default:
			return "A list is compared by its items only.";
	}
}

const noOrder = "Text has no order in conditions.";

const neverEqual = (what: string, operand: Scalar): string =>
	`With "===", ${what} never equals ${JSON.stringify(operand)}, which is of another type.`;

function neverCompares({ type }: Value, operand: Scalar): string {
	const shown = JSON.stringify(operand);
	if (type === "date") return `In records a date is a number like 20260501, so it never compares with ${shown}.`;
	if (type === "datetime")
		return `In records a date and time is a number, milliseconds since 1970 UTC, so it never compares with ${shown}.`;
	return `A number never compares with ${shown}. Write a number.`;
}

const equal = (value: Value, to: Constant): Condition => compare("=", value, { kind: "constant", value: to, type: value.type });

/** A value that is a number in the record, compared with any number; NaN compares false. */
function numeric(relation: Relation, value: Value, number: number): Related {
	if (Number.isNaN(number)) return constant(false);
	const order = relation === "==" || relation === "===" ? "=" : relation;
	switch (value.type) {
		case "date":
			return ofDate(order, value, number);
		case "datetime":
			return ofInstant(order, value, number);
		default:
			return ofNumber(order, value, number);
	}
}

function ofNumber(order: Order | "=", value: Value, number: number): Related {
	const at = (to: number): Condition => compare(order, value, { kind: "constant", value: to + 0, type: value.type });
	if (Math.abs(number) <= maxNumber) return at(number);
	if (value.kind !== "field") return `${number} is too large a number for a condition.`;
	// No field holds such a number, so it lies beyond all of them.
	return constant(order !== "=" && calculateOrder(order, 0, number));
}

function ofDate(order: Order | "=", value: Value, number: number): Related {
	const at = (operator: Order | "=", day: number): Condition => compare(operator, value, { kind: "constant", value: day, type: "date" });
	if (isRealDate(number)) return at(order, number);
	if (order === "=") return constant(false);
	const isBefore = order === "<" || order === "<=";
	// No date equals the number, so the nearest one on the condition's own side is included.
	if (isBefore ? number > maxDate : number < minDate) return constant(true);
	const day = isBefore ? realDateAtMost(number) : realDateAtLeast(number);
	return day === undefined ? constant(false) : at(isBefore ? "<=" : ">=", day);
}

function ofInstant(order: Order | "=", value: Value, number: number): Related {
	const at = (operator: Order | "=", instant: number): Condition =>
		compare(operator, value, { kind: "constant", value: instant, type: "datetime" });
	if (isUsableInstant(number)) return at(order, number);
	if (value.kind === "arithmetic") return `A moved date and time cannot be compared with ${number}, which is no moment from 1900 to 2299.`;
	if (order === "=") return constant(false);
	const isBefore = order === "<" || order === "<=";
	if (isBefore ? number > maxInstant : number < minInstant) return constant(true);
	const instant = isBefore ? Math.floor(number) : Math.ceil(number);
	return isUsableInstant(instant) ? at(isBefore ? "<=" : ">=", instant) : constant(false);
}

function withValue(relation: Relation, a: Value, b: Value): Related {
	if (a.type !== b.type) {
		const names = `${typeWords(a.type)} and ${typeWords(b.type)}`;
		return `${names.charAt(0).toUpperCase()}${names.slice(1)} cannot be compared: a condition compares values of one type.`;
	}
	if (relation === "==" || relation === "===") return compare("=", a, b);
	return a.type === "text" ? noOrder : compare(relation, a, b);
}

/** `{"substr": [x, 0, n]}` or `{"substr": [x, -n]}` compared with a text. */
function stretchIs(relation: Relation, { of, start, length }: Extract<Operand, { kind: "stretch" }>, operand: Scalar): Related {
	if (relation !== "==" && relation !== "===") return noOrder;
	if (typeof operand !== "string") {
		if (operand === null || operand === undefined) return constant(false);
		return relation === "===" ? neverEqual("text", operand) : "A stretch of text compares with text only. Write it in quotes.";
	}
	if (!operand.isWellFormed()) return "The text ends in half of a character, which a condition cannot ask for.";
	const size = length ?? -start;
	if (operand.includes("\0") || operand.length > size) return constant(false);
	// A text shorter than the stretch is the stretch.
	if (operand.length < size) return equal(of, operand);
	if (operand === "") return constant(true);
	return { kind: "text", test: length === undefined ? "ends-with" : "starts-with", value: of, operand, source };
}

/** The text is a part of this one. */
export const maxHaystack = 12;

/** `in` for one value that is there. */
export function isIn(a: Operand, b: Operand): Related {
	if (b.kind === "list") return inList(a, b.list);
	if (b.kind === "value") return inText(a, b.value);
	if (b.kind === "constant") return inConstant(a, b.value);
	return 'Only a list of texts or numbers can be searched with "in".';
}

function inList(a: Operand, list: FieldValue): Related {
	if (list.field.type !== "list") return `The elements of "${list.field.name}" have fields. Test those with "some".`;
	if (a.kind !== "constant") return `A condition can ask whether "${list.field.name}" has a fixed value, not the value of another field.`;
	const isItem = typeof a.value === (list.field.items === "text" ? "string" : "number");
	const isUsable = typeof a.value === "string" ? isUsableText(a.value) : Math.abs(Number(a.value)) <= maxNumber;
	if (a.value === null || a.value === undefined || !isItem || !isUsable) {
		return a.value === null || a.value === undefined || isItem
			? constant(false)
			: `"${list.field.name}" has no item like ${JSON.stringify(a.value)}, which is of another type.`;
	}
	return { kind: "has", list, items: [typeof a.value === "number" ? a.value + 0 : a.value] as readonly Constant[], source };
}

function inText(a: Operand, text: Value): Related {
	if (text.type !== "text" || text.kind !== "field") return constant(false);
	if (a.kind !== "constant")
		return `A condition can ask whether "${text.field.name}" contains a fixed text, not the value of another field.`;
	const part = String(a.value);
	if (!part.isWellFormed()) return "The text has half of a character, which a condition cannot ask for.";
	if (part.includes("\0")) return constant(false);
	// An empty text is not searched at all.
	if (part === "") return not(equal(text, ""));
	return { kind: "text", test: "contains", value: text, operand: part, source };
}

function inConstant(a: Operand, text: Scalar): Related {
	if (typeof text !== "string" || text === "") return constant(false);
	if (a.kind === "constant") return constant(text.indexOf(a.value as string) !== -1);
	if (a.kind === "value" && a.value.type === "boolean") {
		return or([true, false].filter((truth) => text.includes(String(truth))).map((truth) => equal(a.value, truth)));
	}
	if (a.kind !== "value" || a.value.type !== "text") return `Only text can be looked for in the text ${JSON.stringify(text)}.`;
	if (text.length > maxHaystack) {
		return `This is true for every part of a text of ${text.length} characters, which are too many to list. Put the wanted values in a list.`;
	}
	const parts = new Set<string>([""]);
	for (let from = 0; from < text.length; from++) for (let to = from + 1; to <= text.length; to++) parts.add(text.slice(from, to));
	return { kind: "in", value: a.value, items: [...parts].filter(isUsableText), source };
}

/** JSON Logic's truth of something that is there. */
export function truthOf(operand: Operand): Related {
	switch (operand.kind) {
		case "constant":
			return constant(Boolean(operand.value));
		case "value":
			return truthOfValue(operand.value);
		case "list":
			return not({ kind: "empty", list: operand.list, source });
		case "stretch": {
			const isEmptyStretch = operand.length === 0 || (operand.length === undefined && operand.start === 0);
			return isEmptyStretch ? "An empty stretch of text is nothing to ask for." : not(equal(operand.of, ""));
		}
		default:
			return "A list in a rule is data, not a condition.";
	}
}

function truthOfValue(value: Value): Related {
	switch (value.type) {
		case "text":
			return not(equal(value, ""));
		case "boolean":
			return equal(value, true);
		case "date":
			return constant(true);
		case "month-day":
			return constant(true);
		case "number":
		case "datetime":
			return not(equal(value, 0));
		default:
			return "A list is tested by its items.";
	}
}
