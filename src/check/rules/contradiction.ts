// Conditions that cannot all hold, and those of which one always does.
import { diagnostic } from "../../diagnostic/report.ts";
import { not } from "../formula.ts";
import { satisfiable } from "../satisfiable.ts";
import type { LintRule } from "./rule.ts";

export const contradiction: LintRule = (condition, context) => {
	if (condition.kind !== "and") return [];
	// A part that can never hold is told by itself.
	const isPartImpossible = condition.items.some((item) => satisfiable(context.formula(item), context.variables) === "no");
	if (isPartImpossible || satisfiable(context.formula(condition), context.variables) !== "no") return [];
	return [
		diagnostic(
			"contradiction",
			"Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
			condition.source.span,
		),
	];
};

export const alwaysTrue: LintRule = (condition, context) => {
	if (condition.kind !== "or") return [];
	const isPartCertain = condition.items.some((item) => satisfiable(not(context.formula(item)), context.variables) === "no");
	if (isPartCertain || satisfiable(not(context.formula(condition)), context.variables) !== "no") return [];
	return [
		diagnostic(
			"always-true",
			"Everyone is in it: one of these conditions always holds. Use and, or change one of them.",
			condition.source.span,
		),
	];
};
