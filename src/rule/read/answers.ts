// The answer in every combination of cases, and one condition of them all.
import { and, type Condition, constant, costOf, isConstant, keyOf, not, or } from "./build.ts";
import type { Place } from "./json.ts";
import { type Case, type Cases, combinations, joined, type Operand, whenOf } from "./operand.ts";
import { type Reader, refuse } from "./reader.ts";
import { tooManyCases } from "./refusals.ts";
import { isProblem, type Related } from "./relation.ts";
import { unwritable } from "./writable.ts";

/** A condition for each case; what cannot be written is refused. */
type Answer = (combination: readonly Operand[]) => Related;

export interface Answered {
	readonly item: Case;
	readonly answer: Condition;
}

/** The answer in every combination of cases; undefined after a report. */
export function answers(operands: readonly Cases[], place: Place, reader: Reader, answer: Answer): readonly Answered[] | undefined {
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
export function combined(answered: readonly Answered[], isNegated: boolean, prefersCases: boolean): Condition {
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
