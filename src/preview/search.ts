// Searching in a sample: the same question as `email contains "…" ignoring case` of each text field, so its answers are kept like all others.
import type { Plan, PlanNode } from "../columns/plan.ts";
import type { Table } from "../columns/table.ts";
import { PlanLeaves } from "../columns/to-plan.ts";
import { fold } from "../values/fold.ts";
import { isUsableText } from "../values/text.ts";

/** Those inside the plan of whom one of the fields is a text that contains `search`, ignoring case. Nothing to search is the plan itself. */
export function planWithSearch(table: Table, plan: Plan, search: string, fields: readonly string[] | undefined): Plan {
	const names = fields ?? [...table.frame.members.keys()];
	return planFinding(
		plan,
		search,
		names.filter((name) => table.frame.members.get(name)?.field.type === "text"),
	);
}

/** The same for whoever has no table at hand, and knows which fields are texts. Nobody is found in no fields. */
export function planFinding(plan: Plan, search: string, texts: readonly string[]): Plan {
	if (search === "") return plan;
	const leaves = new PlanLeaves(plan.leaves);
	const operand = fold(search);
	// Half a character and NUL are in no profile.
	const names = isUsableText(operand) ? texts : [];
	const found = names.map((name): PlanNode => {
		const value = { kind: "field", name, scope: "profile", part: "fold", type: "text" } as const;
		return { kind: "leaf", leaf: leaves.indexOf({ kind: "text", test: "contains", value, operand }) };
	});
	return { ...plan, root: { kind: "and", items: [plan.root, { kind: "or", items: found }] }, leaves: leaves.all };
}
