// A stored rule as a function: what `evaluate` answers, without walking the rule again for every record.
import type { Rule } from "../rule/rule.ts";
import { Compiler } from "./closures/compiler.ts";
import { type Data, enter } from "./closures/data.ts";

/**
 * The rule as a function of the data. It agrees with json-logic-js 2.0.5 on any rule and any data: the same value (the same object where
 * the answer is a part of the data or of the rule, a new list where json-logic-js makes one), the same error when it throws, the same
 * order of evaluation, the same parts left out. What has no specialised closure (`log`, `missing`, `missing_some`, operators that do not
 * exist or that the host added, and whatever is nested more than 200 deep) is run by json-logic-js itself, from that place inwards.
 *
 * Two things it may do differently. It may read a property less often than json-logic-js, which only getters and proxies can notice. And
 * stock operators that the host has replaced in json-logic-js's table stay stock here.
 *
 * A compiled rule keeps parts of `rule`. Do not change a rule after compiling it: what the function answers then is not defined.
 *
 * Compiling is linear in the rule's size, throws for no JSON, and makes no code from text. A rule that is nested several thousand deep runs
 * out of stack when it is run that far, a RangeError, as it does on json-logic-js. The function keeps nothing between calls. One rule over
 * many records runs at the speed of a predicate written by hand; for many rules on one record see `compileTests`.
 *
 * @example
 * const isSpender = compileRule({ ">": [{ var: "points" }, 500] });
 * isSpender({ points: 620 }); // -> true
 */
export function compileRule(rule: Rule): (data: unknown) => unknown {
	const value = new Compiler().value(rule);
	return (data) => value((data ?? enter(data)) as Data);
}

/**
 * The rule as a test: whether json-logic-js's answer is true by JSON Logic's notion of truth (`[]`, `""`, 0, NaN and null are not). All
 * else is as for `compileRule`.
 *
 * @example
 * const hasTags = compileTest({ var: "tags" });
 * hasTags({ tags: [] }); // -> false
 */
export function compileTest(rule: Rule): (data: unknown) => boolean {
	const test = new Compiler().test(rule);
	return (data) => test((data ?? enter(data)) as Data);
}
