// Foreign comparisons and `in`: each combination of what is there and what is missing is answered by itself.
import type { FieldValue } from "../../check/checked.ts";
import { answers, combined } from "./answers.ts";
import { and, type Condition, constant, isConstant, not, or, source } from "./build.ts";
import { type Call, callOf, isSame, operandsOf, type Place, within } from "./json.ts";
import type { Cases, Operand } from "./operand.ts";
import { readCondition } from "./read-condition.ts";
import { readOperand } from "./read-operand.ts";
import { note, type Reader } from "./reader.ts";
import { isIn, isProblem, type Related, type Relation, related } from "./relation.ts";
import type { Scope } from "./scope.ts";

export const orders: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** The condition; `isNegated` reads its opposite. */
export function readRelation(call: Call, place: Place, scope: Scope, reader: Reader, isNegated: boolean): Condition | undefined {
	const { operator } = call;
	if (operator === "!=" || operator === "!==") {
		const equal = readPositive(call, operator === "!=" ? "==" : "===", place, scope, reader, false, operator);
		return equal && not(equal);
	}
	return readPositive(call, operator as Relation | "in", place, scope, reader, isNegated, operator);
}

function readPositive(
	call: Call,
	operator: Relation | "in",
	place: Place,
	scope: Scope,
	reader: Reader,
	isNegated: boolean,
	written: string,
): Condition | undefined {
	if (operator === ">=") {
		const group = readAtLeast(call, place, scope, reader);
		if (group) return group.condition && (isNegated ? not(group.condition) : group.condition);
	}
	const count = (operator === "<" || operator === "<=") && call.operands.length > 2 ? 3 : 2;
	const read = Array.from({ length: count }, (_, index) => {
		const at = call.isList ? within(place, written, index) : within(place, written);
		return readOperand(call.operands[index], at, scope, reader);
	});
	if (!read.every((cases) => cases !== undefined)) return undefined;
	const isOrder = orders.has(operator);
	const operands = isOrder ? read.map(withoutLength) : read;
	const answered = answers(operands, place, reader, (items) => relate(operator, items));
	if (!answered) return undefined;
	const trapped = answered.filter(({ item, answer }) => item.missing.length > 0 && !isConstant(answer, false));
	if (isNegated && trapped.length === 0) return not(combined(answered, false, true));
	if (!isNegated) for (const { item, answer } of trapped) noteMissing(item.missing, answer, call, place, reader);
	return combined(answered, isNegated, isOrder);
}

function relate(operator: Relation | "in", operands: readonly Operand[]): Related {
	const [a, b, c] = operands as readonly [Operand, Operand, Operand | undefined];
	if (operator === "in") return b.kind === "items" ? isAmong(a, b.items) : isIn(a, b);
	const first = related(operator, a, b);
	// A third operand that answers nothing at all is none.
	const isAlone = !c || (c.kind === "constant" && c.value === undefined);
	if (isAlone || isProblem(first) || isConstant(first, false)) return first;
	const second = related(operator, b, c);
	if (isProblem(second)) return second;
	const isRange = operator === "<=" && a.kind === "constant" && b.kind === "value" && c.kind === "constant";
	return (isRange && between(first, second)) || and([first, second]);
}

/** Both ends included, where both are fixed and in order. */
function between(low: Condition, high: Condition): Condition | undefined {
	if (low.kind !== "compare" || high.kind !== "compare" || low.operator !== ">=" || high.operator !== "<=") return undefined;
	if (low.right.kind !== "constant" || high.right.kind !== "constant") return undefined;
	const [from, to] = [Number(low.right.value), Number(high.right.value)];
	return from <= to ? { kind: "between", value: low.left, low: from, high: to, source } : undefined;
}

/** `in` a list that the rule writes: the same as one of its items. */
function isAmong(a: Operand, items: readonly Cases[]): Related {
	const conditions: Condition[] = [];
	const fixed: (string | number | boolean)[] = [];
	for (const cases of items) {
		for (const item of cases) {
			const same = isSameOperand(a, item.is);
			if (isProblem(same)) return same;
			if (a.kind === "value" && item.is.kind === "constant" && same.kind === "compare" && same.right.kind === "constant" && !item.when)
				fixed.push(same.right.value);
			else conditions.push(item.when ? and([item.when, same]) : same);
		}
	}
	const value = a.kind === "value" ? a.value : undefined;
	if (value && fixed.length > 0) conditions.unshift({ kind: "in", value, items: [...new Set(fixed)], source });
	return conditions.length === 0 || conditions.every((condition) => isConstant(condition, false))
		? items.length > 0 && a.kind === "value"
			? "No value of the list is of this field's type, so this is never true."
			: constant(false)
		: or(conditions);
}

/** Items of another type are never the same. */
function isSameOperand(a: Operand, b: Operand): Related {
	if (a.kind === "value" && b.kind === "constant") {
		const isNumber = a.value.type !== "text" && a.value.type !== "boolean";
		const type = isNumber ? "number" : a.value.type === "text" ? "string" : "boolean";
		if (typeof b.value !== type) return constant(false);
	}
	return related("===", a, b);
}

/** Where null counts as 0, the length of a list that is not there is 0. */
function withoutLength(cases: Cases): Cases {
	const [there, missing] = cases;
	if (cases.length !== 2 || !there?.length || there.length !== missing?.length) return cases;
	return [{ when: undefined, is: there.is, missing: [] }];
}

const comparing: ReadonlyMap<string, string> = new Map([
	["<", "less than"],
	["<=", "at most"],
	[">", "greater than"],
	[">=", "at least"],
]);

/** What the wording says about missing values because the rule's own words do not. */
function noteMissing(missing: readonly FieldValue[], answer: Condition, call: Call, place: Place, reader: Reader): void {
	const asked = call.operands.some((operand) => operand === null || (Array.isArray(operand) && operand.includes(null)));
	if (asked) return;
	const names = [...new Set(missing.map(({ field }) => `"${field.name}"`))];
	const [only] = names;
	const words = comparing.get(call.operator);
	const [a, b] = call.operands;
	if (names.length > 1) {
		note(
			reader,
			place,
			`Where ${quotedAnd(names)} are missing, this ${words ? "can be true" : "takes them for equal"}, so the text says so.`,
		);
	} else if (words && typeof b === "number" && call.operands.length === 2 && callOf(a)?.operator === "var") {
		note(reader, place, `A missing ${only} counts as ${words} ${b} here, so the text says so.`);
	} else {
		note(reader, place, `A missing ${only} ${isConstant(answer, true) ? "makes" : "can make"} this true too, so the text says so.`);
	}
}

const quotedAnd = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** `{">=": [{"+": [{"if": [a, 1, 0]}, …]}, n]}`: how many of several conditions are true. */
function readAtLeast(call: Call, place: Place, scope: Scope, reader: Reader): { readonly condition: Condition | undefined } | undefined {
	const [sum = null, count] = call.operands;
	const terms = operandsOf(sum, "+");
	if (!terms || terms.length < 2 || typeof count !== "number") return undefined;
	const conditions = terms.map((term) => {
		const operands = operandsOf(term, "if");
		const [condition, one, zero] = operands ?? [];
		return operands?.length === 3 && isSame([one ?? null, zero ?? null], [1, 0]) ? condition : undefined;
	});
	if (!conditions.every((condition) => condition !== undefined)) return undefined;
	const items = conditions.map((condition, index) => readCondition(condition, within(place, ">=", 0, "+", index, "if", 0), scope, reader));
	if (!items.every((item) => item !== undefined)) return { condition: undefined };
	return { condition: atLeast(Math.ceil(count), items) };
}

function atLeast(count: number, items: readonly Condition[]): Condition {
	if (count <= 0) return constant(true);
	if (count > items.length) return constant(false);
	if (count === 1) return or(items);
	return count === items.length ? and(items) : { kind: "at-least", count, items, source };
}
