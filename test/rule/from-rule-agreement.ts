// Whether a rule and the text it was read as answer alike on every record; says precisely where they part.
import { compileTest } from "../../src/eval/compile-rule.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { recorder } from "../../src/eval/record.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { compileAt, fields, shown } from "../properties/agree.ts";
import type { Moment } from "../properties/pools.ts";

/** JSON Logic's truth. */
export const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** "refused", or how many of the records the rule is true of. Throws where rule and text differ, and where the text does not compile. */
export function expectSameAnswers(rule: Rule, at: Moment, profiles: readonly unknown[], requires: readonly string[]): number | "refused" {
	const back = fromRule(rule, fields, { now: Date.parse(at.now), timeZone: at.timezone });
	if (!back.ok) {
		if (back.problems.length === 0) throw new Error(`Refused without a reason: ${JSON.stringify(rule)}`);
		return "refused";
	}
	const segment = compileAt(back.text, at);
	const records = recorder(fields, { timeZone: at.timezone, requires: [...new Set([...requires, ...segment.requires])] });
	const test = compileTest(segment.rule);
	let matches = 0;
	for (const profile of profiles) {
		const record = records.toRecord(profile);
		const expected = isTruthy(evaluate(rule, record));
		if (expected) matches++;
		if (test(record) === expected) continue;
		throw new Error(
			`The rule is ${expected}, its text ${!expected}:\nrule   ${JSON.stringify(rule)}\ntext   ${back.text}\nrecord ${shown(record)}`,
		);
	}
	return matches;
}
