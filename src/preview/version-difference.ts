// Two versions of a segment: who comes in with the new one, who goes, who stays.
import type { Plan } from "../columns/plan.ts";
import { PlanLeaves } from "../columns/to-plan.ts";
import type { PlanNode } from "../columns/plan.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { type Basis, basisOf, type Loading } from "./basis.ts";
import { Combination } from "./combination.ts";
import { type AnswerOptions, leafAnswers } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { runCombination } from "./run-combination.ts";

export type Change = "enters" | "leaves" | "stays";

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
	const { plan, old, now } = joined(before, after);
	const [was, is] = [combination.placeOf(old), combination.placeOf(now)];
	const answers = yield* leafAnswers(table, plan, combination, live.rows, options);
	const { counts } = yield* runCombination(combination, answers, live, { counts: [was, is, combination.and(was, is)] });
	const [wasInside = 0, isInside = 0, stays = 0] = counts;
	return {
		...{ basis: basisOf(options), version: live.version, size: live.size, before: wasInside, after: isInside },
		...{ enters: isInside - stays, leaves: wasInside - stays, stays },
	};
}

/** A plan of those who enter, leave or stay: for `page` and every other question. */
export function changePlan(before: Plan, after: Plan, change: Change): Plan {
	const { plan, old, now } = joined(before, after);
	const not = (item: PlanNode): PlanNode => ({ kind: "not", item });
	const items = { enters: [now, not(old)], leaves: [old, not(now)], stays: [old, now] }[change];
	return { ...plan, root: { kind: "and", items } };
}

/** The leaves of both, each once. */
function joined(before: Plan, after: Plan): { readonly plan: Plan; readonly old: PlanNode; readonly now: PlanNode } {
	if (before.timeZone !== after.timeZone) {
		throw new RangeError(`One version is about days in "${before.timeZone}", the other in "${after.timeZone}".`);
	}
	const leaves = new PlanLeaves(before.leaves);
	const places = after.leaves.map((leaf) => leaves.add(leaf));
	const moved = (node: PlanNode): PlanNode => {
		switch (node.kind) {
			case "leaf":
				return { kind: "leaf", leaf: places[node.leaf] ?? -1 };
			case "constant":
				return node;
			case "not":
				return { kind: "not", item: moved(node.item) };
			default:
				return { ...node, items: node.items.map(moved) };
		}
	};
	return { plan: { ...before, leaves: leaves.all }, old: before.root, now: moved(after.root) };
}
