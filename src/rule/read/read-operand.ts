// A part of foreign logic as cases: what it computes when each field it reads is there, and what JavaScript makes of null when not.
import type { AggregateValue, FieldValue, Value } from "../../check/checked.ts";
import { maxNumber } from "../../values/number.ts";
import { valueRule } from "../rule-of-value.ts";
import type { Rule } from "../rule.ts";
import { type Condition, isMissing, isSet, leavesOf, not } from "./build.ts";
import { countedBy } from "./count-elements.ts";
import { readElements } from "./elements.ts";
import { fieldOf, emittedValueOf } from "./emitted-value.ts";
import { type Call, callOf, isObject, isSame, operandPlace, type Place, shownRule, within } from "./json.ts";
import { always, type Case, type Cases, combinations, constantCase, joined, maxCases, type Operand, under, whenOf } from "./operand.ts";
import { readBranches } from "./branches.ts";
import { readCondition, isTest } from "./read-condition.ts";
import { type Reader, refuse } from "./reader.ts";
import type { Scope } from "./scope.ts";

/** The cases; undefined after a report. */
export function readOperand(rule: Rule | undefined, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	if (rule === undefined || rule === null || typeof rule === "string" || typeof rule === "number" || typeof rule === "boolean") {
		return constantCase(rule);
	}
	if (Array.isArray(rule)) return readItems(rule, place, scope, reader);
	const call = callOf(rule);
	if (!call) return refuse(reader, place, notLogic(rule));
	if (hasSurplus(call, place, reader)) return undefined;
	if (isTest(call.operator)) return truthCases(readCondition(rule, place, scope, reader));
	switch (call.operator) {
		case "var":
			return readVariable(rule, call, place, scope, reader);
		case "+":
		case "-":
		case "*":
		case "/":
		case "%":
			return computed(rule, place, scope, reader) ?? readArithmetic(call, place, scope, reader);
		case "reduce":
			return computed(rule, place, scope, reader) ?? readReduce(rule, call, place, scope, reader);
		case "substr":
			return readStretch(call, place, scope, reader);
		case "if":
		case "?:":
		case "and":
		case "or":
			return readBranches(call, place, scope, reader);
		case "filter": {
			const elements = readElements(rule, place, scope, reader);
			if (elements === "none") return refuse(reader, place, '"filter" goes through a collection of the profile only.');
			return elements && always({ kind: "elements", elements });
		}
		default:
			return refuse(reader, place, () => noCondition(rule, call.operator));
	}
}

export const notLogic = (rule: unknown): string =>
	isObject(rule)
		? `An object with ${Object.keys(rule).length} keys is data, which JSON Logic takes for true. A condition has one key, its operator.`
		: "This is no JSON Logic.";

/** JSON Logic computes operands that it then ignores; a text would lose them. */
const mostOperands: ReadonlyMap<string, number> = new Map([
	...["==", "===", "!=", "!==", ">", ">=", "in", "some", "none", "all", "filter", "map", "var", "-", "/", "%", "missing_some"].map(
		(name) => [name, 2] as const,
	),
	...["<", "<=", "reduce", "substr"].map((name) => [name, 3] as const),
	...["!", "!!"].map((name) => [name, 1] as const),
]);

/** Reports operands that no one looks at. */
export function hasSurplus(call: Call, place: Place, reader: Reader): boolean {
	const most = mostOperands.get(call.operator);
	if (most === undefined || call.operands.length <= most) return false;
	refuse(
		reader,
		operandPlace(place, call, most),
		`"${call.operator}" looks at ${["none", "one operand", "two operands", "three operands"][most]}, and this is one more. Remove it.`,
	);
	return true;
}

const hints: ReadonlyMap<string, string> = new Map([
	["cat", "Texts cannot be joined. Compare each field by itself."],
	["max", "Compare each value by itself."],
	["min", "Compare each value by itself."],
	["map", 'Test the elements with "some", "none" or "all".'],
	["merge", "Test each list by itself."],
	["missing", 'It can only be asked whether anything is missing: use "!" or "if" around it.'],
	["missing_some", 'It can only be asked whether too much is missing: use "!" or "if" around it.'],
	["log", "Remove it."],
	["%", "Only a date has a remainder that is a day of the year."],
]);

export function noCondition(rule: Rule, operator: string): string {
	const hint = hints.get(operator);
	return `There is no condition for ${shownRule(rule)}. ${hint ?? "It is no operator of JSON Logic."}`;
}

export const tooManyCases = "Too many fields can be missing here to say each case in words. Split it into several conditions.";

function truthCases(condition: Condition | undefined): Cases | undefined {
	if (!condition) return undefined;
	if (condition.kind === "constant") return constantCase(condition.value);
	return [
		{ when: condition, is: { kind: "constant", value: true }, missing: [] },
		{ when: not(condition), is: { kind: "constant", value: false }, missing: [] },
	];
}

function readItems(rule: readonly Rule[], place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const items = rule.map((item, index) =>
		Array.isArray(item)
			? refuse(reader, within(place, index), "A list in a list is nothing to compare with.")
			: readOperand(item, within(place, index), scope, reader),
	);
	return items.every((item) => item !== undefined) ? always({ kind: "items", items }) : undefined;
}

function readVariable(rule: Rule, { operands }: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const [path = "", otherwise] = operands;
	if (typeof path !== "string" && path !== null) return refuse(reader, place, `A field is named by text, not by ${shownRule(path)}.`);
	const found = scope.find(path ?? "");
	if (found.kind === "unknown") return refuse(reader, place, found.message);
	if (found.kind === "whole") return refuse(reader, place, `${shownRule(rule)} is all the data at once. Name a field of it.`);
	if (found.kind === "length") {
		// The count of a missing list is 0.
		if (otherwise === 0) return always({ kind: "value", value: countOf(found.of) });
		return otherwise === undefined ? lengthCases(found.of, scope) : refuse(reader, place, "A length has no other default than 0.");
	}
	if (otherwise !== undefined && found.isCarried) return refuse(reader, place, "This default never stands in for anything. Remove it.");
	if (found.value.kind === "field" && (found.value.type === "list" || found.value.type === "collection")) {
		const isEmpty = otherwise === undefined || otherwise === null || (Array.isArray(otherwise) && otherwise.length === 0);
		if (isEmpty) return always({ kind: "list", list: found.value });
		return refuse(reader, place, `A missing "${found.value.field.name}" counts as empty. Remove the default.`);
	}
	const present = found.value.kind === "aggregate" ? aggregateCases(found.value) : presentCases(found.value, scope);
	if (otherwise === undefined || present.length === 1) return present;
	const [there, missing] = present;
	const other = readOperand(otherwise, operandPlace(place, { operator: "var", operands, isList: true }, 1), scope, reader);
	if (!there || !missing || !other) return undefined;
	const instead = under(whenOf(missing), other).map((item) => ({ ...item, missing: [...item.missing, ...missing.missing] }));
	return instead.length + 1 > maxCases ? refuse(reader, place, tooManyCases) : [there, ...instead];
}

/** The value, and null where it is missing. */
function presentCases(value: Value, scope: Scope): Cases {
	const there: Operand = { kind: "value", value };
	if (value.kind === "field" && scope.facts.has(value)) return always(there);
	return [
		{ when: isSet(value), is: there, missing: [] },
		{ when: isMissing(value), is: { kind: "constant", value: null }, missing: value.kind === "field" ? [value] : [] },
	];
}

const countOf = (collection: FieldValue): AggregateValue => ({ kind: "aggregate", function: "count", collection, type: "number" });

/** `orders.length`: null when there is no list. */
function lengthCases(of: FieldValue, scope: Scope): Cases {
	const count = countOf(of);
	if (scope.facts.has(of)) return always({ kind: "value", value: count });
	return [
		{ when: isSet(of), is: { kind: "value", value: count }, missing: [], length: of },
		{ when: isMissing(of), is: { kind: "constant", value: null }, missing: [of], length: of },
	];
}

/** Aggregates and days of the year in the shapes that toRule writes. */
function computed(rule: Rule, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const value = emittedValueOf(rule, place, { reader, scope, divisions: { mask: 0, seen: 0 } });
	if (value?.kind === "aggregate") return aggregateCases(value);
	if (value?.kind !== "date-part" || value.part === "age" || !isSame(valueRule(value, scope.environment).rule, rule)) return undefined;
	const [leaf] = leavesOf(value);
	if (!leaf || (value.of.kind !== "field" && value.of.kind !== "aggregate")) return undefined;
	if (scope.facts.has(leaf)) return always({ kind: "value", value });
	return [
		{ when: isSet(leaf), is: { kind: "value", value }, missing: [] },
		// Both are remainders and quotients of null, which is 0.
		{ when: isMissing(leaf), is: { kind: "constant", value: 0 }, missing: [leaf] },
	];
}

function aggregateCases(value: AggregateValue): Cases {
	const there: Operand = { kind: "value", value };
	const nothing = value.function === "avg" ? Number.NaN : value.function === "min" || value.function === "max" ? null : undefined;
	if (nothing === undefined) return always(there);
	return [
		{ when: isSet(value), is: there, missing: [] },
		{ when: isMissing(value), is: { kind: "constant", value: nothing }, missing: [] },
	];
}

function readReduce(rule: Rule, call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const counted = countedBy(call, place, scope, reader);
	if (counted === "none")
		return refuse(
			reader,
			place,
			() => `There is no condition for ${shownRule(rule)} with these steps. Counts and sums of elements have one.`,
		);
	return counted;
}

type Arithmetic = "+" | "-" | "*" | "/" | "%";

function readArithmetic(call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const operator = call.operator as Arithmetic;
	const isBinary = operator === "-" || operator === "/" || operator === "%";
	const operands = isBinary
		? [call.operands[0], ...(call.operands.length > 1 || operator !== "-" ? [call.operands[1]] : [])]
		: call.operands;
	const read = operands.map((operand, index) => readOperand(operand, operandPlace(place, call, index), scope, reader));
	if (!read.every((cases) => cases !== undefined)) return undefined;
	const combined = combinations(read);
	if (!combined) return refuse(reader, place, tooManyCases);
	const cases: Case[] = [];
	for (const combination of combined) {
		const result = calculated(
			operator,
			combination.map(({ is }) => is),
		);
		if (typeof result === "string") return refuse(reader, place, result);
		cases.push(joined(combination, result));
	}
	return cases;
}

/** What JSON Logic computes, or why a condition cannot. */
function calculated(operator: Arithmetic, operands: readonly Operand[]): Operand | string {
	// A single factor is answered as it is.
	if (operator === "*" && operands.length === 1) return operands[0] ?? "";
	const terms = operands.map((operand) => termOf(operator, operand));
	const problem = terms.find((term) => typeof term === "string");
	if (problem !== undefined) return problem;
	const values = terms as readonly (number | Value)[];
	if (values.some((term) => Number.isNaN(term))) return { kind: "constant", value: Number.NaN };
	if (operator === "+") return values.reduce<Operand | string>((sum, term) => combine("+", sum, term), { kind: "constant", value: 0 });
	if (operator === "-" && values.length === 1) return combine("-", { kind: "constant", value: 0 }, values[0] ?? Number.NaN);
	if (values.length === 0) return "There is nothing to calculate with here.";
	const [first, ...others] = values;
	return others.reduce<Operand | string>((sum, term) => combine(operator, sum, term), asOperand(first ?? Number.NaN));
}

const asOperand = (term: number | Value): Operand =>
	typeof term === "number" ? { kind: "constant", value: term } : { kind: "value", value: term };

/** `+` and `*` read numbers out of text, `-`, `/` and `%` convert; null is NaN for the first and 0 for the others. */
function termOf(operator: Arithmetic, operand: Operand): number | Value | string {
	if (operand.kind === "constant") {
		const number =
			operator === "+" || operator === "*"
				? Number.parseFloat(operand.value as string)
				: Number(operand.value === undefined ? Number.NaN : operand.value);
		return Number.isFinite(number) || Number.isNaN(number) ? number : "Infinity is no number of a condition.";
	}
	if (operand.kind !== "value") return "Arithmetic is for numbers, and this is none.";
	if (operand.value.type === "number" || operand.value.type === "datetime") return operand.value;
	return operand.value.type === "date"
		? "Arithmetic on a date as a number has no meaning in conditions. Compare the date."
		: "Arithmetic is for numbers, and this is none.";
}

function combine(operator: Arithmetic, sum: Operand | string, term: number | Value): Operand | string {
	if (typeof sum === "string") return sum;
	if (sum.kind === "constant" && typeof term === "number") return finite(constantResult(operator, Number(sum.value), term));
	const left = sum.kind === "value" ? sum.value : sum.kind === "constant" ? Number(sum.value) : Number.NaN;
	// Adding to the nothing that a sum begins with, and taking nothing away.
	if (operator === "+" && left === 0 && typeof term !== "number") return { kind: "value", value: term };
	if ((operator === "+" || operator === "-") && term === 0) return sum;
	return ofValues(operator, left, term);
}

const finite = (value: number): Operand | string =>
	Number.isFinite(value) || Number.isNaN(value) ? { kind: "constant", value } : "This computes a number that is not finite.";

function constantResult(operator: Arithmetic, a: number, b: number): number {
	switch (operator) {
		case "+":
			return a + b;
		case "-":
			return a - b;
		case "*":
			return a * b;
		case "/":
			return a / b;
		case "%":
			return a % b;
	}
}

function ofValues(operator: Arithmetic, a: number | Value, b: number | Value): Operand | string {
	if (Number.isNaN(a) || Number.isNaN(b)) return { kind: "constant", value: Number.NaN };
	if (operator === "%") return "Only a date has a remainder that a condition can ask for: the day of the year.";
	const isMoment = [a, b].some((side) => typeof side !== "number" && side.type === "datetime");
	if (isMoment) return movedMoment(operator, a, b);
	if (operator === "/" && typeof b !== "number") {
		return "Dividing by a field answers infinity where it is 0, and a condition has no infinity. Guard it, or compare with a product.";
	}
	if (operator === "/" && b === 0) return "This divides by 0.";
	const [left, right] = [a, b].map((side): Value => (typeof side === "number" ? { kind: "constant", value: side, type: "number" } : side));
	if (!left || !right) return "There is nothing to calculate with here.";
	const value: Value = { kind: "arithmetic", operator, left, right, type: "number" };
	return Number.isFinite(largest(value)) ? { kind: "value", value } : "This can compute a number that is not finite.";
}

function movedMoment(operator: Arithmetic, a: number | Value, b: number | Value): Operand | string {
	const [moment, by] = operator === "+" && typeof a === "number" ? [b, a] : [a, b];
	if ((operator !== "+" && operator !== "-") || typeof by !== "number" || typeof moment === "number") {
		return "A moment can be moved by a fixed length only.";
	}
	const right: Value = { kind: "constant", value: (operator === "-" ? -by : by) + 0, type: "number" };
	return { kind: "value", value: { kind: "arithmetic", operator: "+", left: moment, right, type: "datetime" } };
}

/** No larger than this in magnitude: what keeps infinities out. */
function largest(value: Value): number {
	switch (value.kind) {
		case "constant":
			return Math.abs(Number(value.value));
		case "arithmetic": {
			const [left, right] = [largest(value.left), largest(value.right)];
			if (value.operator === "*") return left * right;
			return value.operator === "/" ? left / (value.right.kind === "constant" ? right : 0) : left + right;
		}
		case "aggregate":
			// A sum over a list of any length that a machine can hold.
			return maxNumber * 2 ** 53;
		default:
			return maxNumber;
	}
}

function readStretch(call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const [text = null, start, length] = call.operands;
	const of = fieldOf(text, scope);
	if (of?.type !== "text")
		return refuse(reader, place, 'A condition can ask how a text field begins or ends, and "substr" of something else is neither.');
	const isStart = start === 0 && typeof length === "number" && Number.isInteger(length) && length >= 0;
	const isEnd = typeof start === "number" && Number.isInteger(start) && start < 0 && call.operands.length === 2;
	if (start === 0 && call.operands.length === 2) return refuse(reader, place, "This is all of the text. Compare the field itself.");
	if (!isStart && !isEnd) {
		return refuse(reader, place, "A condition can ask how a text begins or ends, but not what stands in the middle of it.");
	}
	const there: Operand = { kind: "stretch", of, start, length: isStart ? length : undefined };
	if (scope.facts.has(of)) return always(there);
	// JSON Logic reads a stretch of the word "null".
	const ofNull = isStart ? "null".slice(0, length) : "null".slice(start);
	return [
		{ when: isSet(of), is: there, missing: [] },
		{ when: isMissing(of), is: { kind: "constant", value: ofNull }, missing: [of] },
	];
}
