// Conditions put together without saying anything twice. Nothing here knows JSON Logic.
import type { CheckedCondition, FieldValue, Value } from "../../check/checked.ts";
import type * as ast from "../../syntax/ast.ts";

export type Condition = CheckedCondition;

/** What these conditions stand for in the author's text: that text is only about to be written. */
export const source: ast.Condition = { kind: "broken", span: { from: 0, to: 0 } };

export const constant = (value: boolean): Condition => ({ kind: "constant", value, source });
export const isConstant = (condition: Condition, value: boolean): boolean => condition.kind === "constant" && condition.value === value;

export const isSet = (value: Value): Condition => ({ kind: "set", value, source });
export const isMissing = (value: Value): Condition => not(isSet(value));

type Compare = Extract<Condition, { kind: "compare" }>;

export const compare = (operator: Compare["operator"], left: Value, right: Value): Compare => ({
	kind: "compare",
	operator,
	left,
	right,
	source,
});

export function not(item: Condition): Condition {
	if (item.kind === "constant") return constant(!item.value);
	return item.kind === "not" ? item.item : { kind: "not", item, source };
}

/** All of them. Drops what is always true, and `x is set` beside a condition that no missing x satisfies. */
export function and(items: readonly Condition[]): Condition {
	if (items.some((item) => isConstant(item, false))) return constant(false);
	const real = items.filter((item) => item.kind !== "constant").flatMap((item) => (item.kind === "and" ? item.items : [item]));
	const kept = withoutImplied(unique(real), () => true);
	const [only] = kept;
	if (!only) return constant(true);
	return kept.length === 1 ? only : { kind: "and", items: kept, source };
}

export function or(items: readonly Condition[]): Condition {
	if (items.some((item) => isConstant(item, true))) return constant(true);
	const real = unique(items.filter((item) => item.kind !== "constant").flatMap((item) => (item.kind === "or" ? item.items : [item])));
	const [only] = real;
	if (!only) return constant(false);
	return real.length === 1 ? only : { kind: "or", items: real, source };
}

/** Without later repeats of one and the same condition object. */
const unique = (items: readonly Condition[]): readonly Condition[] => (items.length < 3 ? items : [...new Set(items)]);

/** Leaves out each `x is set` that another item implies, where `mayGo` says that it may. */
export function withoutImplied(items: readonly Condition[], mayGo: (key: string) => boolean): readonly Condition[] {
	const implied = new Map<string, number>();
	const keyOfGuard = items.map((item) => (item.kind === "set" && item.value.kind === "field" ? keyOf(item.value) : undefined));
	for (const [index, item] of items.entries()) {
		if (keyOfGuard[index] !== undefined) continue;
		for (const key of new Set(setWhen(item, true))) implied.set(key, (implied.get(key) ?? 0) + 1);
	}
	const kept = new Set<string>();
	return items.filter((_, index) => {
		const key = keyOfGuard[index];
		if (key === undefined || !mayGo(key)) return true;
		if (implied.has(key) || kept.has(key)) return false;
		kept.add(key);
		return true;
	});
}

/** Parts that are there exactly when their field is. */
const samePresence: ReadonlySet<string> = new Set(["fold", "chars", "fold-chars", "date", "weekday", "hour"]);

/** Names whose presence is one question. */
export const keyOf = ({ field, part, scope }: FieldValue): string =>
	`${scope} ${field.name}${part === undefined || samePresence.has(part) ? "" : `@${part}`}`;

/** The fields that are certainly there when the condition is `truth`. Not complete, never wrong; `levels` keeps it cheap. */
export function setWhen(condition: Condition, truth: boolean, levels = 4): readonly string[] {
	if (levels === 0) return [];
	switch (condition.kind) {
		case "and":
			return truth ? condition.items.flatMap((item) => setWhen(item, true, levels - 1)) : [];
		case "or":
			return truth ? [] : condition.items.flatMap((item) => setWhen(item, false, levels - 1));
		case "not":
			return setWhen(condition.item, !truth, levels - 1);
		case "compare":
			return truth ? [...keysOf(condition.left), ...keysOf(condition.right)] : [];
		case "between":
		case "in":
		case "set":
		case "text":
			return truth ? keysOf(condition.value) : [];
		case "has":
		case "has-all":
			return truth ? [keyOf(condition.list)] : [];
		case "empty":
			return truth ? [] : [keyOf(condition.list)];
		case "some":
		case "edge":
			return truth ? [keyOf(condition.collection)] : [];
		default:
			return [];
	}
}

/** The fields without which the value is missing. */
export function keysOf(value: Value): readonly string[] {
	switch (value.kind) {
		case "field":
			// A moved date is there only if the date is.
			return value.part === undefined ? [keyOf(value)] : [keyOf(value), keyOf(wholeOf(value))];
		case "arithmetic":
			return [...keysOf(value.left), ...keysOf(value.right)];
		case "date-part":
			return keysOf(value.of);
		default:
			return [];
	}
}

/** The field itself, of one of its parts. */
export function wholeOf(value: FieldValue): FieldValue {
	const { part: _, ...whole } = value;
	return { ...whole, type: value.field.type };
}

/** The fields that the value reads, aggregates left out: they are never missing because of one element. */
export function leavesOf(value: Value): readonly FieldValue[] {
	switch (value.kind) {
		case "field":
			return [value];
		case "arithmetic":
			return [...leavesOf(value.left), ...leavesOf(value.right)];
		case "date-part":
			return leavesOf(value.of);
		default:
			return [];
	}
}

const largestCost = 100;

/** How many tests a reader of the text meets, at most about a hundred; `not` before one is free. */
export function costOf(condition: Condition): number {
	switch (condition.kind) {
		case "constant":
			return 0;
		case "not":
			return costOf(condition.item);
		case "and":
		case "or":
		case "at-least": {
			let sum = 0;
			for (const item of condition.items) {
				sum += costOf(item);
				if (sum > largestCost) return sum;
			}
			return sum;
		}
		default:
			return 1;
	}
}

/** How many conditions a text would hold, counted up to `most`: one condition can stand in several places of another. */
export function sizeOf(condition: Condition, most: number): number {
	let size = 0;
	const open: Condition[] = [condition];
	const openWhere = (value: Value): void => {
		if (value.kind === "aggregate" && value.where) open.push(value.where);
		if (value.kind !== "arithmetic") return;
		openWhere(value.left);
		openWhere(value.right);
	};
	for (let next = open.pop(); next && size <= most; next = open.pop()) {
		size++;
		if (next.kind === "and" || next.kind === "or" || next.kind === "at-least") for (const item of next.items) open.push(item);
		else if (next.kind === "not") open.push(next.item);
		else if (next.kind === "some" || next.kind === "edge") open.push(next.where);
		else if (next.kind === "compare") [next.left, next.right].forEach(openWhere);
		else if (next.kind === "between" || next.kind === "in" || next.kind === "set") openWhere(next.value);
	}
	return size;
}
