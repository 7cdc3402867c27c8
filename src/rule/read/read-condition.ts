// Any part of a rule that is asked for its truth. Shapes that toRule writes come back as the test they were made from; everything else is
// taken apart by what can be missing, and each part that has no text is reported.
import type { FieldValue } from "../../check/checked.ts";
import type { Rule } from "../rule.ts";
import { readArms } from "./branches.ts";
import { and, type Condition, constant, costOf, isConstant, keyOf, not, or, setWhen, source, withoutImplied } from "./build.ts";
import { type Call, callOf, isSame, operandPlace, operandsOf, type Place, within } from "./json.ts";
import { readLeaf } from "./leaf.ts";
import { emptyText, readMissing, readMissingSome } from "./missing.ts";
import { type Case, type Cases, combinations, joined, type Operand, whenOf } from "./operand.ts";
import { readQuantified } from "./quantify.ts";
import { hasSurplus, notLogic, readOperand, tooManyCases } from "./read-operand.ts";
import { note, type Reader, refuse } from "./reader.ts";
import { isIn, isProblem, type Related, type Relation, related, truthOf } from "./relation.ts";
import { Facts, type Scope, withFacts } from "./scope.ts";
import { unwritable } from "./writable.ts";

const tests: ReadonlySet<string> = new Set(["==", "===", "!=", "!==", "<", "<=", ">", ">=", "!", "!!", "in", "some", "none", "all"]);

/** Operators that answer true or false. */
export const isTest = (operator: string): boolean => tests.has(operator);

/** The condition that is true where JSON Logic takes the rule's answer for true; undefined after a report. */
export function readCondition(rule: Rule, place: Place, scope: Scope, reader: Reader): Condition | undefined {
	if (typeof rule === "boolean") return constant(rule);
	const call = callOf(rule);
	if (!call) {
		if (rule === null || typeof rule === "number" || typeof rule === "string") return constant(Boolean(rule));
		return refuse(reader, place, Array.isArray(rule) ? "A list in a rule is data, not a condition." : notLogic(rule));
	}
	if (hasSurplus(call, place, reader)) return undefined;
	switch (call.operator) {
		case "and":
			return read(rule, call, place, scope, reader, readAnd);
		case "or":
			return readOr(call, place, scope, reader);
		case "!":
			return read(rule, call, place, scope, reader, readNot);
		case "!!":
			return readFirst(call, place, scope, reader);
		case "if":
		case "?:":
			return readIf(call, place, scope, reader);
		case "==":
		case "===":
		case "!=":
		case "!==":
		case "<":
		case "<=":
		case ">":
		case ">=":
		case "in":
			return read(rule, call, place, scope, reader, (_, at, inside, shared) => readRelation(call, at, inside, shared, false));
		case "some":
		case "none":
		case "all":
			return read(rule, call, place, scope, reader, readQuantified);
		case "missing":
			return readMissing(call, place, scope, reader);
		case "missing_some":
			return readMissingSome(call, place, scope, reader);
		default:
			return readTruth(rule, place, scope, reader, false);
	}
}

type Read = (call: Call, place: Place, scope: Scope, reader: Reader) => Condition | undefined;

/** As toRule writes it, else as foreign logic. */
function read(rule: Rule, call: Call, place: Place, scope: Scope, reader: Reader, foreign: Read): Condition | undefined {
	const leaf = readLeaf(rule, call, place, scope, reader);
	return leaf ? leaf.condition : foreign(call, place, scope, reader);
}

const operandAt = (call: Call, index: number): Rule => call.operands[index] ?? null;

const readFirst: Read = (call, place, scope, reader) => readCondition(operandAt(call, 0), operandPlace(place, call, 0), scope, reader);

/** Read in order, so that what one operand says is known in the next: of `and` when it is true, of `or` when it is false. */
function readAll(
	call: Call,
	place: Place,
	scope: Scope,
	reader: Reader,
	truth: boolean,
): { readonly items: readonly Condition[]; readonly facts: Facts } | undefined {
	const facts = new Facts(scope.facts);
	const inside = withFacts(scope, facts);
	const items: Condition[] = [];
	for (const [index, operand] of call.operands.entries()) {
		const item = readCondition(operand, operandPlace(place, call, index), inside, reader);
		if (!item) continue;
		items.push(item);
		facts.add(setWhen(item, truth));
	}
	return items.length === call.operands.length ? { items, facts } : undefined;
}

const readAnd: Read = (call, place, scope, reader) => {
	const all = readAll(call, place, scope, reader, true);
	if (!all) return undefined;
	if (all.items.length === 0) return constant(false);
	const items = all.facts.used.size === 0 ? all.items : withoutImplied(all.items, (key) => all.facts.used.has(key));
	return several("and", items, call);
};

const readOr: Read = (call, place, scope, reader) => {
	const all = readAll(call, place, scope, reader, false);
	if (!all) return undefined;
	return all.items.length === 0 ? constant(false) : several("or", all.items, call);
};

/** Constants that the rule itself writes stay, as toRule can write them; those that came of reading go. */
function several(kind: "and" | "or", items: readonly Condition[], call: Call): Condition {
	const hasWritten = call.operands.some((operand) => typeof operand === "boolean");
	const [only] = items;
	if (items.length === 1 && only && (kind === "and" || call.operands.length > 1)) return only;
	if (hasWritten || !items.some((item) => item.kind === "constant")) return { kind, items, source };
	const decided = items.find((item) => isConstant(item, kind === "or"));
	if (decided) return decided;
	const open = items.filter((item) => item.kind !== "constant");
	const [left] = open;
	if (!left) return constant(kind === "and");
	return open.length === 1 ? left : { kind, items: open, source };
}

/** Of a comparison the opposite is read, so that what it says of missing values stays plain. */
const readNot: Read = (call, place, scope, reader) => {
	const rule = operandAt(call, 0);
	const at = operandPlace(place, call, 0);
	const inner = callOf(rule);
	if (inner && orders.has(inner.operator) && !readLeaf(rule, inner, at, scope, reader)) return readRelation(inner, at, scope, reader, true);
	if (inner && (isTest(inner.operator) || connectives.has(inner.operator))) {
		const item = readCondition(rule, at, scope, reader);
		return item && not(item);
	}
	return readTruth(rule, at, scope, reader, true);
};

const orders: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const connectives: ReadonlySet<string> = new Set(["and", "or", "if", "?:", "missing", "missing_some"]);

/** `(a and b) or (not a and c)`, shorter where b or c is fixed. */
const readIf: Read = (call, place, scope, reader) => {
	const arms = readArms(call, place, scope, reader, readCondition);
	if (!arms) return undefined;
	return arms.reduceRight<Condition>((otherwise, { own, is }) => (own ? choice(own, is, otherwise) : is), constant(false));
};

function choice(own: Condition, then: Condition, otherwise: Condition): Condition {
	if (isConstant(then, true)) return or([own, otherwise]);
	if (isConstant(then, false)) return and([not(own), otherwise]);
	if (isConstant(otherwise, true)) return or([not(own), then]);
	return or([and([own, then]), and([not(own), otherwise])]);
}

/** A condition for each case; what cannot be written is refused. */
type Answer = (combination: readonly Operand[]) => Related;

function readTruth(rule: Rule, place: Place, scope: Scope, reader: Reader, isNegated: boolean): Condition | undefined {
	const cases = readOperand(rule, place, scope, reader);
	if (!cases) return undefined;
	noteTruth(cases, place, reader);
	const answered = answers([cases], place, reader, ([operand]) => truthOf(operand as Operand));
	if (!answered) return undefined;
	const text = plainText(cases);
	if (text) return isNegated ? emptyText(text) : not(emptyText(text));
	return combined(answered, isNegated, false);
}

/** A text field that may be missing. */
function plainText(cases: Cases): FieldValue | undefined {
	const [there, missing] = cases;
	if (cases.length !== 2 || there?.is.kind !== "value" || there.is.value.kind !== "field" || there.is.value.type !== "text")
		return undefined;
	return there.is.value.part === undefined && missing?.is.kind === "constant" && missing.is.value === null ? there.is.value : undefined;
}

function noteTruth(cases: Cases, place: Place, reader: Reader): void {
	for (const { is } of cases) {
		if (is.kind !== "value" || is.value.kind !== "field") continue;
		const { type, field } = is.value;
		if (type === "text") note(reader, place, `An empty "${field.name}" counts as missing here, so the text says so.`);
		if (type === "number") note(reader, place, `"${field.name}" counts as false here when it is 0 or missing, so the text says so.`);
		if (type === "datetime")
			note(reader, place, `"${field.name}" counts as false here when it is missing or the first moment of 1970, so the text says so.`);
	}
}

interface Answered {
	readonly item: Case;
	readonly answer: Condition;
}

/** The answer in every combination of cases; undefined after a report. */
function answers(operands: readonly Cases[], place: Place, reader: Reader, answer: Answer): readonly Answered[] | undefined {
	const all = combinations(operands);
	if (!all) return refuse(reader, place, tooManyCases);
	const answered: Answered[] = [];
	for (const combination of all) {
		if (isImpossible(combination)) continue;
		const found = answer(combination.map(({ is }) => is));
		const problem = isProblem(found) ? found : problemOf(found, reader);
		if (problem !== undefined) return refuse(reader, place, problem);
		answered.push({ item: joined(combination, { kind: "constant", value: null }), answer: found as Condition });
	}
	return answered;
}

/** One field there in one operand and missing in another. */
function isImpossible(combination: readonly Case[]): boolean {
	if (combination.length < 2) return false;
	const there = new Set<string>();
	const missing = new Set<string>();
	for (const { when } of combination) {
		for (const condition of when?.kind === "and" ? when.items : when ? [when] : []) {
			if (condition.kind === "set" && condition.value.kind === "field") there.add(keyOf(condition.value));
			if (condition.kind === "not" && condition.item.kind === "set" && condition.item.value.kind === "field")
				missing.add(keyOf(condition.item.value));
		}
	}
	return [...missing].some((key) => there.has(key));
}

function problemOf(condition: Condition, reader: Reader): string | undefined {
	switch (condition.kind) {
		case "and":
		case "or":
			return condition.items.map((item) => problemOf(item, reader)).find((problem) => problem !== undefined);
		case "not":
			return problemOf(condition.item, reader);
		default:
			return unwritable(condition, reader);
	}
}

/** One condition of all cases: those that are true, or not those that are false, whichever is shorter. */
function combined(answered: readonly Answered[], isNegated: boolean, prefersCases: boolean): Condition {
	const answerOf = ({ answer }: Answered): Condition => (isNegated ? opposite(answer) : answer);
	const holding = or(answered.map((each) => and([whenOf(each.item), answerOf(each)])));
	if (answered.every((each) => isConstant(answerOf(each), true))) return constant(true);
	if (prefersCases) return holding;
	const failing = or(answered.map((each) => and([whenOf(each.item), not(answerOf(each))])));
	return costOf(failing) < costOf(holding) ? not(failing) : holding;
}

const opposites = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

/** Where the values are there. */
function opposite(condition: Condition): Condition {
	if (condition.kind !== "compare" || condition.operator === "=") return not(condition);
	return { ...condition, operator: opposites[condition.operator] };
}

function readRelation(call: Call, place: Place, scope: Scope, reader: Reader, isNegated: boolean): Condition | undefined {
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
