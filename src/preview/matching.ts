// Who is inside: what pages, distributions and differences begin with.
import type { Plan } from "../columns/plan.ts";
import type { Steps } from "../columns/run.ts";
import type { Table } from "../columns/table.ts";
import { Combination } from "./combination.ts";
import { type AnswerOptions, leafAnswers } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { runCombination } from "./run-combination.ts";

export interface Matching {
	readonly live: LiveRows;
	/** One bit a row. */
	readonly words: Int32Array;
}

/** With the answers of its leaves at hand this costs a few tenths of a millisecond a million profiles: nobody has to keep it. */
export function* matching(table: Table, plan: Plan, options: AnswerOptions = {}): Steps<Matching> {
	const live = new LiveRows(table);
	const combination = new Combination();
	const place = combination.placeOf(plan.root);
	const answers = yield* leafAnswers(table, plan, combination, live.rows, options);
	const { kept } = yield* runCombination(combination, answers, live, { counts: [], kept: [place] });
	return { live, words: kept[0] as Int32Array };
}
