// One test in the shapes that toRule writes. Each candidate is written as a rule again: only when that is the very rule that was read is
// it the test, so a shape that toRule changes tomorrow is read as foreign logic, never wrongly.
import type { FieldValue, Value } from "../../check/checked.ts";
import { conditionRule } from "../rule-of-condition.ts";
import type { Rule } from "../rule.ts";
import { withoutOtherAges } from "./age.ts";
import { type Condition, compare, isSet, not, source } from "./build.ts";
import { fieldOf, type Reading, emittedValueOf } from "./emitted-value.ts";
import { type Call, callOf, isSame, operandsOf, pathOf, type Place, within } from "./json.ts";
import type { Reader } from "./reader.ts";
import { boundScope, type Scope } from "./scope.ts";
import { unwritable } from "./writable.ts";

/** Divisions that could be averages in one test: more are not told apart. */
const maxAmbiguous = 6;

export type Leaf = { readonly condition: Condition | undefined };

/** The test; no leaf when the rule has none of the shapes, a leaf without condition after a report. */
export function readLeaf(rule: Rule, call: Call, place: Place, scope: Scope, reader: Reader): Leaf | undefined {
	let masks = 1;
	for (let mask = 0; mask < masks; mask++) {
		const reading: Reading = { reader, scope, divisions: { mask, seen: 0 } };
		for (const candidate of candidatesFor(call, place, reading)) {
			masks = 2 ** Math.min(Math.max(reading.divisions.seen, Math.log2(masks)), maxAmbiguous);
			if (!isSame(conditionRule(candidate, scope.environment), rule)) continue;
			const test = candidate.kind === "not" ? candidate.item : candidate;
			if (unwritable(test, reader) !== undefined) continue;
			const condition = withoutOtherAges(test, place, reader);
			return { condition: condition && (candidate.kind === "not" ? not(condition) : condition) };
		}
		masks = 2 ** Math.min(Math.max(reading.divisions.seen, Math.log2(masks)), maxAmbiguous);
	}
	return undefined;
}

type Candidates = Iterable<Condition>;

function* candidatesFor(call: Call, place: Place, reading: Reading): Candidates {
	const { operator, operands } = call;
	switch (operator) {
		case "!==":
			for (const candidate of equalities(operands, within(place, operator), reading)) yield not(candidate);
			return;
		case "===":
			yield* equalities(operands, within(place, operator), reading);
			return;
		case "<":
		case "<=":
		case ">":
		case ">=":
			yield* orders(operator, operands, within(place, operator), reading);
			return;
		case "in":
			yield* memberships(operands, within(place, operator), reading);
			return;
		case "and":
			yield* guarded(operands, within(place, operator), reading);
			return;
		case "some":
			yield* computedOnce(operands, within(place, operator), reading);
			return;
		case "none":
			for (const candidate of computedOnce(operands, within(place, operator), reading)) yield not(candidate);
			return;
	}
}

function* equalities([a = null, b = null, ...more]: readonly Rule[], place: Place, reading: Reading): Candidates {
	if (more.length > 0) return;
	if (b === null) {
		const value = emittedValueOf(a, within(place, 0), reading);
		if (!value) return;
		const isFold = value.kind === "field" && value.part === "fold" && value.type === "text";
		yield not(isFold ? { kind: "text", test: "contains", value, operand: "", source } : isSet(value));
		return;
	}
	yield* comparisons("=", a, b, place, reading);
}

type Operator = "=" | "<" | "<=" | ">" | ">=";

function* comparisons(operator: Operator, a: Rule, b: Rule, place: Place, reading: Reading): Candidates {
	const left = emittedValueOf(a, within(place, 0), reading);
	if (!left || left.kind === "constant") return;
	const right = emittedValueOf(b, within(place, 1), reading);
	if (!right) return;
	if (right.kind === "constant") {
		const isNumber = typeof right.value === "number";
		const fits = isNumber ? left.type !== "text" && left.type !== "boolean" : left.type === right.type;
		if (fits) yield compare(operator, left, { ...right, type: left.type });
		return;
	}
	const isSameType = left.type === right.type;
	if (isSameType) yield compare(operator, left, right);
}

function* orders(operator: Exclude<Operator, "=">, operands: readonly Rule[], place: Place, reading: Reading): Candidates {
	const [a = null, b = null, c] = operands;
	if (operands.length === 2) {
		yield* comparisons(operator, a, b, place, reading);
		return;
	}
	if (operator !== "<=" || typeof a !== "number" || typeof c !== "number") return;
	const value = emittedValueOf(b, within(place, 1), reading);
	if (!value || value.kind === "constant") return;
	if (a === -Number.MAX_VALUE && c === Number.MAX_VALUE) yield isSet(value);
	yield { kind: "between", value, low: a, high: c, source };
}

function* memberships([a = null, b = null]: readonly Rule[], place: Place, reading: Reading): Candidates {
	if (typeof a === "string") {
		const value = fieldOf(b, reading.scope);
		if (value?.type === "text") yield { kind: "text", test: "contains", value, operand: a, source };
		return;
	}
	const value = isConstants(b) ? emittedValueOf(a, within(place, 0), reading) : undefined;
	if (value && value.kind !== "constant" && isConstants(b) && b.length > 0) yield { kind: "in", value, items: b, source };
}

const isConstants = (rule: Rule): rule is readonly (string | number | boolean)[] =>
	Array.isArray(rule) && rule.every((item) => typeof item === "string" || typeof item === "number" || typeof item === "boolean");

/** Guards and the test they guard, which is the last. */
function* guarded(items: readonly Rule[], place: Place, reading: Reading): Candidates {
	const last = items.at(-1);
	const call = callOf(last);
	if (!call || items.length < 2) return;
	const at = within(place, items.length - 1, call.operator);
	switch (call.operator) {
		case "===":
			yield* affixes(items, reading);
			yield* equalities(call.operands, at, reading);
			return;
		case "<":
		case "<=":
		case ">":
		case ">=":
			yield* orders(call.operator, call.operands, at, reading);
			if (call.operator === "<=") yield* presences(items, reading);
			return;
		case "!==":
			yield* presences(items, reading);
			return;
		case "in":
			yield* hasAll(items, reading);
			yield* memberships(call.operands, at, reading);
			return;
	}
}

/** Guards and nothing else: a computed number is set. Only ages need that form, everything else is `and` of `x is set`. */
function* presences(items: readonly Rule[], { reader, scope }: Reading): Candidates {
	const values: Value[] = [];
	let hasAge = false;
	for (const item of items) {
		const [x = null, end] = operandsOf(item, "!==") ?? operandsOf(item, "<=") ?? [];
		const field = fieldOf(x, scope);
		if (!field) return;
		if (end === null) values.push(field.type === "date" ? { kind: "date-part", part: "month", of: field, type: "number" } : field);
		else if (end === reader.today && field.type === "date" && operandsOf(item, "<=")?.length === 2) {
			values.pop();
			values.push({ kind: "date-part", part: "age", of: field, today: end as number, type: "number" });
			hasAge = true;
		} else return;
	}
	if (hasAge) yield* sumIsSet(values);
}

function* hasAll([first = null, ...others]: readonly Rule[], { scope }: Reading): Candidates {
	const [listRule = null, any] = operandsOf(first, "some") ?? [];
	const list = any === true ? fieldOf(listRule, scope) : undefined;
	if (list?.type !== "list") return;
	const items = others.map((rule) => operandsOf(rule, "in")?.[0]);
	if (isConstants(items as readonly Rule[])) yield { kind: "has-all", list, items: items as readonly string[], source };
}

/** `{"===": [{"substr": [x, 0, n]}, "p"]}` and its like behind the guard that x is there. */
function* affixes(items: readonly Rule[], { scope }: Reading): Candidates {
	const found = items.slice(1).map((item) => {
		const [part, text] = operandsOf(item, "===") ?? [];
		const operands = operandsOf(part, "substr");
		return operands && typeof text === "string" ? { operands, text } : undefined;
	});
	const [first, second] = found;
	if (!first || items.length > 3 || (items.length === 3 && !second)) return;
	const value = fieldOf(first.operands[0] ?? null, scope);
	if (value?.type !== "text") return;
	const isStart = first.operands.length === 3;
	if (second) yield { kind: "text", test: "like", value, operand: `${first.text}*${second.text}`, source };
	else yield { kind: "text", test: isStart ? "starts-with" : "ends-with", value, operand: first.text, source };
}

/** Over a list of one thing that is computed there: a pattern's states, or the values of a comparison. Over a list of the profile: has. */
function* computedOnce(operands: readonly Rule[], place: Place, reading: Reading): Candidates {
	const [over = null, body = null] = operands;
	if (operands.length !== 2) return;
	if (!Array.isArray(over)) {
		yield* listed(over, body, reading);
		return;
	}
	const [computed = null] = over as readonly Rule[];
	if (over.length !== 1) return;
	const state = pathOf(body);
	if (state !== undefined) {
		yield* patterns(computed, state, reading.scope);
		return;
	}
	const values = computedValues(computed, within(place, 0, 0), reading);
	if (!values) return;
	const call = callOf(body);
	if (!call) return;
	yield* candidatesFor(call, within(place, 1), { ...reading, scope: boundScope(reading.scope, values) });
	yield* presenceOfAll(values, operandsOf(body, "and") ?? [body], reading.reader);
}

/** What a list of one thing holds, or a list of one list: by the names that reach it from within. */
export function computedValues(computed: Rule, place: Place, reading: Reading): ReadonlyMap<string, Value> | undefined {
	const values = new Map<string, Value>();
	for (const [index, rule] of (Array.isArray(computed) ? (computed as readonly Rule[]) : [computed]).entries()) {
		const value = emittedValueOf(rule, Array.isArray(computed) ? within(place, index) : place, reading);
		if (!value || value.kind === "constant") return undefined;
		// A copy of its own for each: two readings of one field are two values here.
		values.set(Array.isArray(computed) ? String(index) : "", { ...value });
	}
	return values;
}

/** A number computed from all of them is set. */
function* presenceOfAll(values: ReadonlyMap<string, Value>, guards: readonly Rule[], { today }: Reader): Candidates {
	const numbers = [...values].map(([name, value]): Value => {
		if (value.type !== "date") return value;
		const isAge = guards.some((guard) => isSame(guard, { "<=": [{ var: name }, today ?? null] }));
		if (!isAge || today === undefined) return { kind: "date-part", part: "month", of: value, type: "number" };
		return { kind: "date-part", part: "age", of: value, today, type: "number" };
	});
	yield* sumIsSet(numbers);
}

function* sumIsSet(values: readonly Value[]): Candidates {
	const [first, ...others] = values;
	if (!first || values.some(({ type }) => type !== "number")) return;
	yield isSet(others.reduce((left, right): Value => ({ kind: "arithmetic", operator: "+", left, right, type: "number" }), first));
}

function* listed(over: Rule, body: Rule, { scope }: Reading): Candidates {
	const list = fieldOf(over, scope);
	const [item, items = null] = operandsOf(body, "in") ?? [];
	if (list?.type === "list" && pathOf(item) === "" && isConstants(items) && items.length > 0) yield { kind: "has", list, items, source };
}

/** The automaton of rule-of-pattern.ts back to its pattern. */
function* patterns(reduce: Rule, state: string, scope: Scope): Candidates {
	const [characters = null, states, initial] = operandsOf(reduce, "reduce") ?? [];
	const value = fieldOf(characters, scope);
	if (!value || !Array.isArray(states) || !Array.isArray(initial) || state !== String(states.length - 1)) return;
	const operand = (states as readonly Rule[]).map((rule, index) => patternAt(rule, index)).join("");
	yield { kind: "text", test: "like", value: value as FieldValue, operand, source };
}

/** The character that leads to a state, and `*` where the state can be stayed in. */
function patternAt(rule: Rule, state: number): string {
	const choices = operandsOf(rule, "or") ?? [rule];
	const stays = choices.some((choice) => pathOf(choice) === `accumulator.${state}`);
	const [, wanted] = choices.map((choice) => operandsOf(choice, "and")).find((choice) => choice !== undefined) ?? [];
	const [, character] = operandsOf(wanted, "===") ?? [];
	const moves = state === 0 ? "" : typeof character === "string" ? character : "?";
	return moves + (stays ? "*" : "");
}
