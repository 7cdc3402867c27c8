// The answers of a plan's leaves, from the table where it has them.
import type { Plan, PlanLeaf } from "../columns/plan.ts";
import { planProblems } from "../columns/plan-problems.ts";
import { leafAnswer } from "../columns/run.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import type { Combination } from "./combination.ts";
import { stretchRowsFor } from "./stretch-rows.ts";

export interface AnswerOptions {
	/** Conditions of all plans asked about at once; each takes a bit a row. Default 2,000. */
	readonly maxLeaves?: number | undefined;
}

const defaultMaxLeaves = 2_000;

/**
 * One bit for each of the first `rows` rows, for each leaf that the combination asks for, by its index. Whoever stops in between loses
 * nothing: the table keeps what has been answered. Throws RangeError for a plan that the table cannot answer, and for one with more than
 * `maxLeaves` leaves.
 */
export function* leafAnswers(
	table: Table,
	plan: Plan,
	{ operations }: Combination,
	rows: number,
	options: AnswerOptions = {},
): Steps<readonly (Int32Array | undefined)[]> {
	expectAnswerable(table, plan, options);
	const answers: (Int32Array | undefined)[] = plan.leaves.map(() => undefined);
	for (const operation of operations) {
		if (operation.kind !== "leaf") continue;
		const leaf = leafOf(plan, operation.leaf);
		answers[operation.leaf] = yield* leafAnswer(table, leaf, rows, stretchRowsFor(leaf.condition, table.frame));
	}
	return answers;
}

export function expectAnswerable(table: Table, plan: Plan, { maxLeaves = defaultMaxLeaves }: AnswerOptions): void {
	const [problem] = planProblems(table, plan);
	if (problem) throw new RangeError(problem.message);
	if (plan.leaves.length <= maxLeaves) return;
	throw new RangeError(`A preview takes at most ${maxLeaves} conditions, and here are ${plan.leaves.length}. Raise maxLeaves.`);
}

export function leafOf(plan: Plan, index: number): PlanLeaf {
	const leaf = plan.leaves[index];
	if (!leaf) throw new RangeError(`The plan has no leaf ${index}.`);
	return leaf;
}
