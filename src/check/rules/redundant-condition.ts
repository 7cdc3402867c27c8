// Conditions that add nothing beside the others: written twice, or implied by another.
import { diagnostic } from "../../diagnostic/report.ts";
import { removalOf } from "../../syntax/remove.ts";
import { cut } from "../../text/cut.ts";
import type { CheckedCondition } from "../checked.ts";
import { and, type Formula, keyOf, not } from "../formula.ts";
import { satisfiable } from "../satisfiable.ts";
import type { LintContext, LintRule } from "./rule.ts";

export const redundantCondition: LintRule = (condition, context) => {
	if ((condition.kind !== "and" && condition.kind !== "or") || condition.items.length > maxItems) return [];
	const { kind, items } = condition;
	const told = new Set<CheckedCondition>();
	return items.flatMap((item, index) => {
		const twin = items.slice(0, index).find((other) => keyOf(other) === keyOf(item));
		const stronger =
			twin ?? items.find((other) => keyOf(other) !== keyOf(item) && !told.has(other) && addsNothing(kind, item, other, context));
		if (!stronger || item.source === stronger.source) return [];
		told.add(item);
		const words = cut(context.text.slice(stronger.source.span.from, stronger.source.span.to));
		const message = twin ? "This condition stands here twice. Remove one." : `This condition adds nothing beside ${words}. Remove it.`;
		const edit = removalOf(item.source, condition.source, context.text);
		const fixes = edit ? [{ title: "Remove it", edits: [edit] }] : [];
		return [diagnostic(twin ? "duplicate-condition" : "redundant-condition", message, item.source.span, fixes)];
	});
};

/** Pairs are compared, so long lists are left alone. */
const maxItems = 50;

/** In an `and`, an item that follows from the other; in an `or`, one that leads to it. */
function addsNothing(kind: "and" | "or", item: CheckedCondition, other: CheckedCondition, context: LintContext): boolean {
	const [weak, strong]: readonly [Formula, Formula] = [context.formula(item), context.formula(other)];
	const [premise, conclusion] = kind === "and" ? [strong, weak] : [weak, strong];
	const isPossible = satisfiable(premise, context.variables) === "yes" && satisfiable(not(conclusion), context.variables) === "yes";
	return isPossible && satisfiable(and([premise, not(conclusion)]), context.variables) === "no";
}
