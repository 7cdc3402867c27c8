// `between 65 and 18`: no value can be in it.
import { diagnostic } from "../../diagnostic/report.ts";
import type { CheckedCondition } from "../checked.ts";
import type { LintRule } from "./rule.ts";

/** Anniversaries between two days that are none have become a constant. */
const isEmpty = (condition: CheckedCondition): boolean =>
	condition.kind === "between" ? condition.low > condition.high : condition.kind === "constant" && !condition.value;

export const emptyRange: LintRule = (condition, { text }) => {
	const test = condition.source;
	if (!isEmpty(condition) || test.kind !== "test") return [];
	const [first, second] = test.operands;
	if (!first || !second) return [diagnostic("empty-range", "No value can be in this range. Make it longer.", test.span)];
	const [low, high] = [text.slice(first.span.from, first.span.to), text.slice(second.span.from, second.span.to)];
	return [
		diagnostic("empty-range", `This range is empty: ${low} is after ${high}. Exchange them.`, test.span, [
			{
				title: `Change to between ${high} and ${low}`,
				edits: [
					{ span: first.span, text: high },
					{ span: second.span, text: low },
				],
			},
		]),
	];
};
