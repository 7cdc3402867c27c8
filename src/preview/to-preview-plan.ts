// CheckedSegment → PreviewPlan. The tree is that of explanations: one condition for each of the author's.
import { addedCondition } from "../check/added-condition.ts";
import type { CheckedCondition, CheckedSegment } from "../check/checked.ts";
import { checkedBySource } from "../check/checked-by-source.ts";
import { nameLetMissing } from "../check/rules/lets-missing-in.ts";
import type { Fix } from "../diagnostic/diagnostic.ts";
import type { PlanNode } from "../columns/plan.ts";
import { PlanLeaves, planNode } from "../columns/to-plan.ts";
import type * as ast from "../syntax/ast.ts";
import { printCondition, printExpression } from "../syntax/print.ts";
import { printText } from "../syntax/print-expression.ts";
import type { PreviewCondition, PreviewPlan } from "./preview-plan.ts";
import { nodeWithValues } from "./with-values.ts";

export interface PreviewPlanOptions {
	/** Of a saved segment: other texts then refer to it. A draft's text is written out. */
	readonly name?: string | undefined;
}

/** Linear in the segment and in the segments it refers to, except that each label holds the text of all its conditions. */
export function toPreviewPlan(segment: CheckedSegment, { name }: PreviewPlanOptions = {}): PreviewPlan {
	const { condition } = segment.segment;
	if (!condition) throw new Error("A checked segment has a condition.");
	const leaves = new PlanLeaves();
	const making: Making = { sources: checkedBySource(segment.condition), leaves };
	const made = previewCondition(condition, making);
	const draft = `(${printCondition(condition, { oneLine: true })})`;
	return {
		plan: { timeZone: segment.timeZone, root: made.node, leaves: leaves.all },
		condition: made,
		inside: name === undefined ? draft : `in segment ${printText(name)}`,
		outside: name === undefined ? `not ${draft}` : `not in segment ${printText(name)}`,
	};
}

interface Making {
	readonly sources: ReadonlyMap<ast.Condition, CheckedCondition>;
	readonly leaves: PlanLeaves;
}

function previewCondition(condition: ast.Condition, making: Making): PreviewCondition {
	switch (condition.kind) {
		case "and":
		case "or": {
			const items = condition.items.map((item) => previewCondition(item, making));
			return several(condition, condition.kind, { kind: condition.kind, items: items.map(({ node }) => node) }, items, making);
		}
		case "group":
			return group(condition, making);
		case "not": {
			const item = previewCondition(condition.item, making);
			const fix = withFix(condition, undefined);
			return { ...several(condition, "other", { kind: "not", item: item.node }, [item], making), ...fix };
		}
		case "named": {
			const item = previewCondition(condition.item, making);
			return { ...several(condition, "other", item.node, [item], making), label: condition.name };
		}
		default:
			return single(condition, making);
	}
}

function group(condition: ast.Group, making: Making): PreviewCondition {
	const items = condition.items.map((item) => previewCondition(item, making));
	const nodes = items.map(({ node }) => node);
	const { quantity } = condition;
	if (quantity === "all") return several(condition, "and", { kind: "and", items: nodes }, items, making);
	if (quantity === "any") return several(condition, "or", { kind: "or", items: nodes }, items, making);
	const node: PlanNode =
		quantity === "none" ? { kind: "not", item: { kind: "or", items: nodes } } : { kind: "at-least", count: quantity.atLeast, items: nodes };
	return several(condition, "other", node, items, making);
}

function several(
	condition: ast.Condition,
	joins: "and" | "or" | "other",
	node: PlanNode,
	items: readonly PreviewCondition[],
	making: Making,
): PreviewCondition {
	const { kind, span } = condition;
	return { kind, label: printCondition(condition, { oneLine: true }), span, node, ...withValues(node, making), joins, items };
}

function single(condition: ast.Condition, making: Making): PreviewCondition {
	const checked = making.sources.get(condition);
	if (!checked) throw new Error("Every single condition of a checked segment has a checked form.");
	const node = planNode(checked, making.leaves);
	const values = withValues(node, making);
	const { kind, span } = condition;
	const label = printCondition(condition, { oneLine: true });
	return { kind, label, span, node, ...values, ...("withValues" in values && withFix(condition, checked)), items: [] };
}

function withValues(node: PlanNode, { leaves }: Making): { readonly withValues?: PlanNode } {
	const changed = nodeWithValues(node, leaves);
	return changed === node ? {} : { withValues: changed };
}

/** `and x is set` beside a negated test, `and orders is set` beside a test of elements. */
function withFix(condition: ast.Condition, checked: CheckedCondition | undefined): { readonly fix?: Fix } {
	const name = nameToAsk(condition, checked);
	if (name === undefined) return {};
	return { fix: { title: `Add and ${name} is set`, edits: addedCondition(condition, `${name} is set`) } };
}

/** Quantifiers that hold for an empty collection. */
const holdsForNone: readonly ast.Quantifier[] = ["no", "every", "at-most", "fewer-than"];

function nameToAsk(condition: ast.Condition, checked: CheckedCondition | undefined): string | undefined {
	if (condition.kind === "quantified")
		return holdsForNone.includes(condition.quantifier) ? printExpression(condition.collection) : undefined;
	if (condition.kind === "not" && condition.item.kind === "test" && !condition.item.negated) {
		const { subject, operator } = condition.item;
		return subject.kind === "field" && operator !== "set" && operator !== "empty" ? printExpression(subject) : undefined;
	}
	return checked && nameLetMissing(checked);
}
