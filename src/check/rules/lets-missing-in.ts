// `country != "US"` is also true where there is no country. That is the language's rule, and often a surprise.
import { diagnostic } from "../../diagnostic/report.ts";
import { printExpression } from "../../syntax/print.ts";
import { addedCondition } from "../added-condition.ts";
import type { CheckedCondition } from "../checked.ts";
import type { LintRule } from "./rule.ts";

export const letsMissingIn: LintRule = (condition) => {
	const test = condition.source;
	const name = nameLetMissing(condition);
	if (name === undefined) return [];
	return [
		diagnostic("lets-missing-in", `Profiles without ${name} match too. To leave them out, add and ${name} is set.`, test.span, [
			{ title: `Add and ${name} is set`, edits: addedCondition(test, `${name} is set`) },
		]),
	];
};

/** The subject of a negated test as the author writes it; undefined for any other condition. */
export function nameLetMissing(condition: CheckedCondition): string | undefined {
	const test = condition.source;
	if (condition.kind !== "not" || test.kind !== "test" || !test.negated || test.operator === "set" || test.operator === "empty")
		return undefined;
	const { item } = condition;
	const value = item.kind === "compare" ? item.left : "value" in item && item.kind !== "constant" ? item.value : undefined;
	return value?.kind === "field" ? printExpression(test.subject) : undefined;
}
