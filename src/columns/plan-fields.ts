// Which columns a plan needs: whoever keeps columns one by one loads these before the plan is run.
import type { Plan } from "./plan.ts";

/** Names of the profile's fields that the plan's conditions read, collections as a whole, sorted. Linear in the plan. */
export function planFields(plan: Plan): readonly string[] {
	const names = new Set<string>();
	for (const { condition } of plan.leaves) visit(condition, names);
	return [...names].sort();
}

/** A plan is plain data all the way down, and only fields are of the kind "field". */
function visit(part: unknown, names: Set<string>): void {
	if (typeof part !== "object" || part === null) return;
	if ("kind" in part && part.kind === "field" && "scope" in part && part.scope === "profile" && "name" in part)
		names.add(String(part.name));
	for (const inner of Object.values(part)) visit(inner, names);
}
