// What a lint rule is: one look at one condition of a checked segment.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { CheckedCondition } from "../checked.ts";
import type { Formula, Variables } from "../formula.ts";

export interface LintContext {
	readonly text: string;
	readonly variables: Variables;
	/** The formula of a condition, made once. */
	formula(condition: CheckedCondition): Formula;
}

/** Diagnostics about `condition` itself; its parts are asked one by one. */
export type LintRule = (condition: CheckedCondition, context: LintContext) => readonly Diagnostic[];
