// A part of foreign logic as cases: what it computes when each field it reads is there, and what JavaScript makes of null when not.
import type { AggregateValue, FieldValue, Value } from "../../check/checked.ts";
import { valueRule } from "../rule-of-value.ts";
import type { Rule } from "../rule.ts";
import { type Condition, isMissing, isSet, leavesOf, not } from "./build.ts";
import { countedBy } from "./count-elements.ts";
import { readElements } from "./elements.ts";
import { fieldOf, emittedValueOf } from "./emitted-value.ts";
import { type Call, callOf, isSame, operandPlace, type Place, shownRule, within } from "./json.ts";
import { always, type Case, type Cases, combinations, constantCase, joined, maxCases, type Operand, under, whenOf } from "./operand.ts";
import { type Arithmetic, calculated } from "./arithmetic.ts";
import { readBranches } from "./branches.ts";
import { hasSurplus, noCondition, notLogic, tooManyCases } from "./refusals.ts";
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
