// Why a profile is in a segment or not: the tree of the text, each condition with its answer, and the smallest change for those outside.
// Built once a segment, then one evaluation of every single condition a profile.
import type { CheckedCondition, CheckedSegment, Value } from "../check/checked.ts";
import { checkedBySource } from "../check/checked-by-source.ts";
import { profileEnvironment } from "../rule/environment.ts";
import { conditionRule } from "../rule/rule-of-condition.ts";
import type * as ast from "../syntax/ast.ts";
import { printCondition, printExpression } from "../syntax/print.ts";
import { type Actual, actualValue, formatValue } from "./actual-value.ts";
import { evaluateTest } from "./evaluate.ts";
import type { ExplainedCondition, Explanation } from "./explanation.ts";
import { type Structure, smallestChange } from "./smallest-change.ts";

/** The function that explains one record of the segment. Every condition of the text is evaluated, none is skipped. */
export function explainer(segment: CheckedSegment): (record: unknown) => Explanation {
	const condition = segment.segment.condition;
	if (!condition) throw new Error("A checked segment has a condition.");
	const node = prepare(condition, checkedBySource(segment.condition), segment);
	return (record) => {
		const explained = node.explain(record);
		const matches = explained.condition.outcome === "passed";
		if (matches) return { matches, condition: explained.condition };
		const { leaves, exact } = smallestChange(explained.structure);
		const conditions = leaves.map((leaf) => ({ label: leaf.id, span: leaf.condition.span, mustBe: !leaf.holds }));
		return { matches, condition: explained.condition, change: { conditions, exact } };
	};
}

interface Explained {
	readonly condition: ExplainedCondition;
	readonly structure: Structure;
}

interface Prepared {
	explain(record: unknown): Explained;
}

type Sources = ReadonlyMap<ast.Condition, CheckedCondition>;

function prepare(condition: ast.Condition, sources: Sources, segment: CheckedSegment): Prepared {
	switch (condition.kind) {
		case "and":
			return several(condition, condition.items, condition.items.length, sources, segment);
		case "or":
			return several(condition, condition.items, 1, sources, segment);
		case "group":
			return group(condition, sources, segment);
		case "not":
			return wrapped(condition, condition.item, true, sources, segment);
		case "named":
			return wrapped(condition, condition.item, false, sources, segment);
		default:
			return single(condition, sources, segment);
	}
}

function group(condition: ast.Group, sources: Sources, segment: CheckedSegment): Prepared {
	const { quantity, items } = condition;
	if (quantity === "all") return several(condition, items, items.length, sources, segment);
	if (quantity === "any") return several(condition, items, 1, sources, segment);
	if (quantity !== "none") return several(condition, items, quantity.atLeast, sources, segment);
	const any = several(condition, items, 1, sources, segment);
	return {
		explain(record) {
			const explained = any.explain(record);
			const outcome = explained.condition.outcome === "passed" ? "failed" : "passed";
			return { condition: { ...explained.condition, outcome, negates: true }, structure: { kind: "not", item: explained.structure } };
		},
	};
}

function several(
	condition: ast.Condition,
	items: readonly ast.Condition[],
	count: number,
	sources: Sources,
	segment: CheckedSegment,
): Prepared {
	const prepared = items.map((item) => prepare(item, sources, segment));
	const label = printCondition(condition, { oneLine: true });
	return {
		explain(record) {
			const explained = prepared.map((item) => item.explain(record));
			const passed = explained.filter((item) => item.condition.outcome === "passed").length;
			return {
				condition: {
					kind: condition.kind,
					label,
					span: condition.span,
					outcome: passed >= count ? "passed" : "failed",
					items: explained.map((item) => item.condition),
				},
				structure: { kind: "at-least", count, items: explained.map((item) => item.structure) },
			};
		},
	};
}

function wrapped(
	condition: ast.Not | ast.Named,
	item: ast.Condition,
	negates: boolean,
	sources: Sources,
	segment: CheckedSegment,
): Prepared {
	const inner = prepare(item, sources, segment);
	const label = condition.kind === "named" ? condition.name : printCondition(condition, { oneLine: true });
	return {
		explain(record) {
			const explained = inner.explain(record);
			const { outcome } = explained.condition;
			return {
				condition: {
					kind: condition.kind,
					label,
					span: condition.span,
					outcome: negates ? (outcome === "passed" ? "failed" : "passed") : outcome,
					...(negates && { negates }),
					items: [explained.condition],
				},
				structure: negates ? { kind: "not", item: explained.structure } : explained.structure,
			};
		},
	};
}

function single(condition: ast.Condition, sources: Sources, segment: CheckedSegment): Prepared {
	const checked = sources.get(condition);
	if (!checked) throw new Error("Every single condition of a checked segment has a checked form.");
	// One record at a time: what is compiled for many is not worth its size where explanations are shown.
	const rule = conditionRule(checked, profileEnvironment);
	const label = printCondition(condition, { oneLine: true });
	const wanted = wantedText(condition, checked, segment);
	return {
		explain(record) {
			const holds = evaluateTest(rule, record);
			const actual: Actual | undefined = actualValue(checked, record, segment);
			return {
				condition: {
					kind: condition.kind,
					label,
					span: condition.span,
					outcome: holds ? "passed" : actual?.missing ? "missing" : "failed",
					...(actual && { actual: actual.text }),
					...(wanted !== undefined && { wanted }),
					items: [],
				},
				structure: { kind: "leaf", id: label, condition, holds },
			};
		},
	};
}

function wantedText(condition: ast.Condition, checked: CheckedCondition, segment: CheckedSegment): string | undefined {
	if (condition.kind !== "test") return undefined;
	const written = printCondition(condition, { oneLine: true }).slice(printExpression(condition.subject).length).trim();
	const resolved = resolvedDates(condition, checked, segment);
	return resolved === undefined ? written : `${written} (${resolved})`;
}

/** The dates behind `today`, `30 days ago` or `last month`; undefined where the text gives them itself. */
function resolvedDates(test: ast.Test, checked: CheckedCondition, segment: CheckedSegment): string | undefined {
	if (!test.operands.some((operand) => isRelative(operand))) return undefined;
	const inner = checked.kind === "not" ? checked.item : checked;
	const show = (value: number, type: Value["type"]): string => formatValue(value, type, segment.timeZone);
	if (inner.kind === "between") return `${show(inner.low, inner.value.type)} to ${show(inner.high, inner.value.type)}`;
	if (inner.kind !== "compare" || inner.right.kind !== "constant" || typeof inner.right.value !== "number") return undefined;
	return show(inner.right.value, inner.right.type);
}

function isRelative(expression: ast.Expression): boolean {
	switch (expression.kind) {
		case "point":
		case "relative":
		case "rolling":
		case "calendar":
			return true;
		case "shift":
			return isRelative(expression.base);
		default:
			return false;
	}
}
