// Two versions of a segment: who comes in with the new one, who goes, who stays.
import type { Plan } from "../columns/plan.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { type Basis, basisOf, type Loading } from "./basis.ts";
import { joinedPlans } from "./change-plan.ts";
import { Combination } from "./combination.ts";
import { type AnswerOptions, leafAnswers } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { runCombination } from "./run-combination.ts";

export interface VersionDifference {
	readonly basis: Basis;
	readonly version: number;
	/** Profiles of the table. */
	readonly size: number;
	readonly before: number;
	readonly after: number;
	readonly enters: number;
	readonly leaves: number;
	readonly stays: number;
}

/** The counts; `changePlan` gives the profiles. Throws RangeError for plans that the table cannot answer, and for two time zones. */
export function* versionDifference(
	table: Table,
	before: Plan,
	after: Plan,
	options: AnswerOptions & Loading = {},
): Steps<VersionDifference> {
	const live = new LiveRows(table);
	const combination = new Combination();
	const { plan, old, now } = joinedPlans(before, after);
	const [was, is] = [combination.placeOf(old), combination.placeOf(now)];
	const answers = yield* leafAnswers(table, plan, combination, live.rows, options);
	const { counts } = yield* runCombination(combination, answers, live, { counts: [was, is, combination.and(was, is)] });
	const [wasInside = 0, isInside = 0, stays = 0] = counts;
	return {
		...{ basis: basisOf(options), version: live.version, size: live.size, before: wasInside, after: isInside },
		...{ enters: isInside - stays, leaves: wasInside - stays, stays },
	};
}
