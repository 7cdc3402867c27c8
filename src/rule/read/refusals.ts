// Why parts of foreign logic have no text: the sentences, and the operands that no one looks at.
import type { Rule } from "../rule.ts";
import { type Call, isObject, operandPlace, type Place, shownRule } from "./json.ts";
import { type Reader, refuse } from "./reader.ts";

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
