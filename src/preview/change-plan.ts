// Two versions of a segment as one plan: of those who come in with the new one, who go, or who stay. Needs no table.
import type { Plan, PlanNode } from "../columns/plan.ts";
import { PlanLeaves } from "../columns/to-plan.ts";

export type Change = "enters" | "leaves" | "stays";

/** A plan of those who enter, leave or stay: for `page` and every other question. */
export function changePlan(before: Plan, after: Plan, change: Change): Plan {
	const { plan, old, now } = joinedPlans(before, after);
	const not = (item: PlanNode): PlanNode => ({ kind: "not", item });
	const items = { enters: [now, not(old)], leaves: [old, not(now)], stays: [old, now] }[change];
	return { ...plan, root: { kind: "and", items } };
}

/** The leaves of both, each once. */
export function joinedPlans(before: Plan, after: Plan): { readonly plan: Plan; readonly old: PlanNode; readonly now: PlanNode } {
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
