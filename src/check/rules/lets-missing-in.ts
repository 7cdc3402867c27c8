// `country != "US"` is also true where there is no country. That is the language's rule, and often a surprise.
import { diagnostic } from "../../diagnostic/report.ts";
import { printExpression } from "../../syntax/print.ts";
import type { LintRule } from "./rule.ts";

export const letsMissingIn: LintRule = (condition) => {
	const test = condition.source;
	if (condition.kind !== "not" || test.kind !== "test" || !test.negated || test.operator === "set" || test.operator === "empty") return [];
	const { item } = condition;
	const value = item.kind === "compare" ? item.left : "value" in item && item.kind !== "constant" ? item.value : undefined;
	if (value?.kind !== "field") return [];
	const name = printExpression(test.subject);
	return [
		diagnostic("lets-missing-in", `Profiles without ${name} match too. To leave them out, add and ${name} is set.`, test.span, [
			{
				title: `Add and ${name} is set`,
				edits: [
					{ span: { from: test.span.from, to: test.span.from }, text: "(" },
					{ span: { from: test.span.to, to: test.span.to }, text: ` and ${name} is set)` },
				],
			},
		]),
	];
};
