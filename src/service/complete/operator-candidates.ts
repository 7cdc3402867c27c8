// The operators that can test a value, from the operator table: canonical forms, and the other spellings for those who begin to write them.
import type { Value } from "../../check/checked.ts";
import { type OperatorRow, operatorRow, operatorsFor } from "../../check/operators.ts";
import type { Operator } from "../../syntax/ast.ts";
import { operatorMeaning } from "../operator-meaning.ts";
import { type Candidate, phrase, type Tail } from "./candidate.ts";

/** Other spellings that read as English, those of the opposite behind the bar. */
const spellings: Readonly<Partial<Record<Operator, string>>> = {
	equal: "is, equals, is equal to | is not, does not equal",
	less: "less than, fewer than",
	"at-most": "at most",
	greater: "greater than, more than",
	"at-least": "at least",
	in: "is one of | is not one of",
	set: "exists | is not set, does not exist",
};

/** Dates are asked about their days first, lists about their items; whether there is a value at all comes last. The others keep the table's order. */
const order: Readonly<Partial<Record<Operator, number>>> = {
	before: 0,
	after: 0,
	on: 0,
	"on-or-before": 1,
	"on-or-after": 1,
	set: 4,
	empty: 4,
};

/** A window and an anniversary are `windowCandidates`'. A value that no field holds has no text and no day of its own to look at. */
export function operatorCandidates(value: Value): readonly Candidate[] {
	const usable = operatorsFor(value.type).filter((operator) => operator !== "true" && operatorRow(operator).operands !== "window");
	const isDay = value.type === "date" || value.type === "datetime";
	const place = (operator: Operator): number => order[operator] ?? (isDay && operator === "between" ? 2 : 3);
	return usable.toSorted((a, b) => place(a) - place(b)).flatMap((operator) => candidatesOf(operator, operatorRow(operator), isDay));
}

/** Operators that mean the same with their sides exchanged: for `100 < total`. */
export function mirroredCandidates(): readonly Candidate[] {
	return (["equal", "less", "at-most", "greater", "at-least"] as const).flatMap((operator) =>
		candidatesOf(operator, operatorRow(operator), false).filter((candidate) => candidate.words.length === 1),
	);
}

const ofSeveral = (meaning: string): string => meaning.replace("this text", "any of these texts");

function candidatesOf(operator: Operator, row: OperatorRow, isDay: boolean): readonly Candidate[] {
	const [same = "", opposite = ""] = (spellings[operator] ?? "").split(" | ");
	const tail: Tail = row.operands === "one" ? "operand" : row.operands === "window" ? "none" : row.operands;
	const written = (words: string, negated: boolean, more: Partial<Candidate> = {}): readonly Candidate[] =>
		words === "" ? [] : [phrase("operator", words, tail, { detail: operatorMeaning(operator, negated), ...more })];
	const several = (words: string, negated: boolean): readonly Candidate[] =>
		row.canAnyOf
			? written(`${words} any of`, negated, { tail: "list", isQuiet: true, detail: ofSeveral(operatorMeaning(operator, negated)) })
			: [];
	const others = (words: string, negated: boolean): readonly Candidate[] =>
		words === "" ? [] : words.split(", ").flatMap((spelling) => written(spelling, negated, { isQuiet: true }));
	const { words, negatedWords = "" } = row;
	const isSecondary = isDay && (operator === "less" || operator === "greater" || operator === "at-most" || operator === "at-least");
	return [
		...written(words, false, { isQuiet: isSecondary }),
		...written(negatedWords, true, { isQuiet: operator === "between" || (isDay && operator !== "set") }),
		...several(words, false),
		...(negatedWords === "" ? [] : several(negatedWords, true)),
		...others(same, false),
		...others(opposite, true),
	];
}
