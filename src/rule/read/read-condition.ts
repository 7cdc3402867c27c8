import type { Rule } from "../rule.ts";
import { readArms } from "./branches.ts";
import { and, type Condition, constant, isConstant, not, or, setWhen, source, withoutImplied } from "./build.ts";
import { type Call, callOf, operandPlace, type Place } from "./json.ts";
import { readLeaf } from "./leaf.ts";
import { readMissing, readMissingSome } from "./missing.ts";
import { readQuantified } from "./quantify.ts";
import { orders, readRelation } from "./read-relation.ts";
import { readTruth } from "./read-truth.ts";
import { hasSurplus, notLogic } from "./refusals.ts";
import { type Reader, refuse } from "./reader.ts";
import { Facts, type Scope, withFacts } from "./scope.ts";

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
