// What compiles and is probably not meant: contradictions, empty ranges, conditions that add nothing. One rule a file in rules/.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { CheckedCondition, CheckedSegment } from "./checked.ts";
import { type Formula, formulaOf, Variables } from "./formula.ts";
import { alwaysTrue, contradiction } from "./rules/contradiction.ts";
import { emptyRange } from "./rules/empty-range.ts";
import { letsMissingIn } from "./rules/lets-missing-in.ts";
import { redundantCondition } from "./rules/redundant-condition.ts";
import type { LintContext, LintRule } from "./rules/rule.ts";

const rules: readonly LintRule[] = [emptyRange, contradiction, alwaysTrue, redundantCondition, letsMissingIn];

/** Warnings and remarks about a segment without mistakes, in the order of the text. Every one is proven for all profiles; not all are found. */
export function lint(segment: CheckedSegment): readonly Diagnostic[] {
	return lintScope(segment.condition, segment.text).toSorted((a, b) => a.span.from - b.span.from);
}

/** Inside a collection's parentheses names mean other values, so each is a scope of its own. */
function lintScope(scope: CheckedCondition, text: string): readonly Diagnostic[] {
	const variables = new Variables();
	const formulas = new Map<CheckedCondition, Formula>();
	const context: LintContext = {
		text,
		variables,
		formula(condition) {
			const known = formulas.get(condition) ?? formulaOf(condition, variables);
			formulas.set(condition, known);
			return known;
		},
	};
	// All constants must be known before the first question, because they make the cells.
	context.formula(scope);
	const walk = (condition: CheckedCondition): readonly Diagnostic[] => {
		const own = rules.flatMap((rule) => rule(condition, context));
		return [...own, ...partsOf(condition).flatMap(walk), ...wheresOf(condition).flatMap((where) => lintScope(where, text))];
	};
	return walk(scope);
}

/** References are linted where they are written. */
function partsOf(condition: CheckedCondition): readonly CheckedCondition[] {
	if (condition.kind === "and" || condition.kind === "or" || condition.kind === "at-least") return condition.items;
	return condition.kind === "not" ? [condition.item] : [];
}

const wheresOf = (condition: CheckedCondition): readonly CheckedCondition[] =>
	condition.kind === "some" || condition.kind === "edge" ? [condition.where] : [];
