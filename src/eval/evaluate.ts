// Runs a stored rule on stock json-logic-js: the meaning that everything faster in this folder is measured against.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import type { Rule } from "../rule/rule.ts";

/**
 * What json-logic-js 2.0.5 answers for `rule` over `data`, whatever either of them holds. It throws what json-logic-js throws: an error
 * for an operator that does not exist, a RangeError for a rule nested deeper than the stack, which is several thousand levels.
 *
 * json-logic-js keeps its operators in one table per process. SegQL adds none to it and needs none; operators that the host adds with
 * `add_operation` work here and in compiled rules. A host that replaces a stock operator changes this function's answers, but not those
 * of compiled rules, which always answer as the stock operator does.
 *
 * Cost: that of json-logic-js, about a microsecond a condition. For one rule over many records use `compileRule`.
 *
 * @example
 * evaluate({ ">": [{ var: "points" }, 500] }, { points: 620 }); // -> true
 */
export function evaluate(rule: Rule, data: unknown): unknown {
	return jsonLogic.apply(rule as RulesLogic, data);
}

/** Whether the answer is true by JSON Logic's notion of truth (`[]`, `""`, 0, NaN and null are not). Throws and costs as `evaluate` does. */
export const evaluateTest = (rule: Rule, data: unknown): boolean => jsonLogic.truthy(evaluate(rule, data));
