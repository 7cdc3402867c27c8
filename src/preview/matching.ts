// Who is inside: what pages, distributions and differences begin with.
import type { Plan } from "../columns/plan.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { Combination } from "./combination.ts";
import { type AnswerOptions, leafAnswers } from "./leaf-answers.ts";
import type { LiveRows } from "./live-rows.ts";
import { runCombination } from "./run-combination.ts";

/**
 * One bit a row. With the answers of its leaves at hand this costs a few tenths of a millisecond a million profiles: nobody has to keep it.
 * Throws RangeError for a plan that the table cannot answer.
 */
export function* matchingOf(table: Table, plan: Plan, live: LiveRows, options: AnswerOptions): Steps<Int32Array> {
	const combination = new Combination();
	const place = combination.placeOf(plan.root);
	const answers = yield* leafAnswers(table, plan, combination, live.rows, options);
	const { kept } = yield* runCombination(combination, answers, live, { counts: [], kept: [place] });
	return kept[0] as Int32Array;
}
