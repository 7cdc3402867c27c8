// A part of a rule that computes a value, in the shapes that rule-of-value.ts writes. Lenient: whoever asks writes the value again and
// compares, so nothing here looks at guards.
import type { Constant, FieldValue, Value } from "../../check/checked.ts";
import { isLeapYear } from "../../values/civil-date.ts";
import type { Rule } from "../rule.ts";
import { aggregateOf, averageOf } from "./aggregates.ts";
import { callOf, isSame, operandsOf, pathOf, type Place, within } from "./json.ts";
import type { Reader } from "./reader.ts";
import type { Scope } from "./scope.ts";

export interface Reading {
	readonly reader: Reader;
	readonly scope: Scope;
	/**
	 * A sum divided by a count can be an average or a division: bit i says that the i-th such place is a division. `seen` counts them.
	 */
	readonly divisions: { readonly mask: number; seen: number };
}

/** The value that the rule computes here; undefined for every other shape. Constants get their type from their JavaScript type. */
export function emittedValueOf(rule: Rule, place: Place, reading: Reading): Value | undefined {
	if (typeof rule === "number" || typeof rule === "string" || typeof rule === "boolean") return constantOf(rule);
	const path = pathOf(rule);
	if (path !== undefined) {
		const found = reading.scope.find(path);
		return found.kind === "value" ? found.value : undefined;
	}
	const call = callOf(rule);
	if (!call || call.operands.length !== (call.operator === "reduce" ? 3 : 2)) return undefined;
	switch (call.operator) {
		case "reduce":
			return aggregateOf(rule, place, reading);
		case "%":
			return dayOfYear(rule, place, reading);
		case "/":
			return quotientOf(rule, call.operands, place, reading);
		case "+":
		case "-":
		case "*":
			return arithmetic(call.operator, call.operands, place, reading);
		default:
			return undefined;
	}
}

export function constantOf(value: Constant): Value {
	return { kind: "constant", value, type: typeof value === "number" ? "number" : typeof value === "string" ? "text" : "boolean" };
}

type Operator = "+" | "-" | "*" | "/";

function arithmetic(operator: Operator, operands: readonly Rule[], place: Place, reading: Reading): Value | undefined {
	const [a = null, b = null] = operands;
	const left = emittedValueOf(a, within(place, operator, 0), reading);
	const right = left && emittedValueOf(b, within(place, operator, 1), reading);
	if (!left || !right || (left.kind === "constant" && right.kind === "constant")) return undefined;
	if (left.type === "datetime" && operator === "+" && right.kind === "constant" && right.type === "number") {
		return { kind: "arithmetic", operator, left, right, type: "datetime" };
	}
	return left.type === "number" && right.type === "number" ? { kind: "arithmetic", operator, left, right, type: "number" } : undefined;
}

function quotientOf(rule: Rule, operands: readonly Rule[], place: Place, reading: Reading): Value | undefined {
	const part = monthOf(operands, place, reading) ?? ageOf(operands, place, reading);
	if (part) return part;
	const aggregate = aggregateOf(rule, place, reading);
	if (aggregate) return aggregate;
	const average = averageOf(rule, place, reading);
	if (!average) return arithmetic("/", operands, place, reading);
	const isDivision = (reading.divisions.mask >> reading.divisions.seen++) & 1;
	return isDivision ? arithmetic("/", operands, place, reading) : average;
}

/** `{"%": [x, 10000]}` of a `yyyymmdd`. */
function dayOfYear(rule: Rule, place: Place, reading: Reading): Value | undefined {
	const [of = null, by] = operandsOf(rule, "%") ?? [];
	const day = by === 10_000 ? emittedValueOf(of, within(place, "%", 0), reading) : undefined;
	return day?.type === "date" ? { kind: "date-part", part: "month-day", of: day, type: "month-day" } : undefined;
}

/** `(x − x % by) / by`, which is what whole quotients look like. */
function wholeQuotient(operands: readonly Rule[], by: number): Rule | undefined {
	const [difference, divisor] = operands;
	const [x = null, rest = null] = operandsOf(difference, "-") ?? [];
	return divisor === by && x !== null && isSame(rest, { "%": [x, by] }) ? x : undefined;
}

function monthOf(operands: readonly Rule[], place: Place, reading: Reading): Value | undefined {
	const day = wholeQuotient(operands, 100);
	const value = day === undefined ? undefined : dayOfYear(day, within(place, "/", 0, "-", 0), reading);
	return value?.kind === "date-part" ? { kind: "date-part", part: "month", of: value.of, type: "number" } : undefined;
}

function ageOf(operands: readonly Rule[], place: Place, reading: Reading): Value | undefined {
	const [reached, birthday = null] = operandsOf(wholeQuotient(operands, 10_000), "-") ?? [];
	if (typeof reached !== "number") return undefined;
	const of = emittedValueOf(birthday, within(place, "/", 0, "-", 0, "-", 1), reading);
	return of?.type === "date" ? { kind: "date-part", part: "age", of, today: todayOf(reached), type: "number" } : undefined;
}

/** On 28 February of a common year birthdays up to 29 February have been reached. */
export function todayOf(reached: number): number {
	return reached % 10_000 === 229 && !isLeapYear(Math.floor(reached / 10_000)) ? reached - 1 : reached;
}

/** The field that the rule reads here. */
export function fieldOf(rule: Rule, scope: Scope): FieldValue | undefined {
	const path = pathOf(rule);
	const found = path === undefined ? undefined : scope.find(path);
	return found?.kind === "value" && found.value.kind === "field" ? found.value : undefined;
}
