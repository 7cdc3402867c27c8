// One condition of the syntax tree to its checked form: the boolean structure here, each kind of test in its own file.
import type * as ast from "../syntax/ast.ts";
import type { CheckedCondition } from "./checked.ts";
import { checkEdge, checkQuantified } from "./collections.ts";
import { type Context, report } from "./context.ts";
import { checkReference } from "./references.ts";
import { checkTest } from "./tests.ts";

/** The checked condition; undefined when anything in it was reported. Every part is checked, so that all mistakes show at once. */
export function checkCondition(condition: ast.Condition, context: Context): CheckedCondition | undefined {
	switch (condition.kind) {
		case "and":
		case "or":
			return join(condition.kind, condition.items, condition, context);
		case "not":
			return negated(checkCondition(condition.item, context), condition);
		case "named":
			return checkCondition(condition.item, context);
		case "group":
			return checkGroup(condition, context);
		case "test":
			return checkTest(condition, context);
		case "quantified":
			return checkQuantified(condition, context);
		case "edge":
			return checkEdge(condition, context);
		case "reference":
			return checkReference(condition, context);
		case "broken":
			return undefined;
	}
}

export const negated = (item: CheckedCondition | undefined, source: ast.Condition): CheckedCondition | undefined =>
	item && { kind: "not", item, source };

function checkAll(items: readonly ast.Condition[], context: Context): readonly CheckedCondition[] | undefined {
	const checked = items.map((item) => checkCondition(item, context));
	return checked.every((item) => item !== undefined) ? checked : undefined;
}

function join(kind: "and" | "or", items: readonly ast.Condition[], source: ast.Condition, context: Context): CheckedCondition | undefined {
	const checked = checkAll(items, context);
	if (!checked) return undefined;
	const [only] = checked;
	return checked.length === 1 && only ? only : { kind, items: checked, source };
}

function checkGroup(group: ast.Group, context: Context): CheckedCondition | undefined {
	const { quantity } = group;
	if (quantity === "all") return join("and", group.items, group, context);
	if (quantity === "any") return join("or", group.items, group, context);
	if (quantity === "none") return negated(join("or", group.items, group, context), group);
	const items = checkAll(group.items, context);
	const count = quantity.atLeast;
	// What was no number, and a group of nothing, have been reported where they stand.
	if (Number.isNaN(count) || group.items.length === 0) return undefined;
	if (!Number.isInteger(count) || count < 1 || count > group.items.length) {
		const most = group.items.length;
		return report(
			context,
			"value-out-of-range",
			`"at least ${count}" does not fit ${most} ${most === 1 ? "condition" : "conditions"}. Write a whole number from 1 to ${most}.`,
			group.span,
		);
	}
	if (!items) return undefined;
	if (count === 1) return { kind: "or", items, source: group };
	if (count === items.length) return { kind: "and", items, source: group };
	return { kind: "at-least", count, items, source: group };
}
