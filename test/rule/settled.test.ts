// What compiling settles once: sums of constants, dates, names of days, lists of one, and where a date or a datetime begins and ends.
// The clock of these tests stands at noon UTC on 10 May 2026, in New York.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { compiled } from "./rule-of.ts";

const x = (name: string): Rule => ({ var: name });
const there = (name: string): Rule => ({ "!==": [x(name), null] });
const guarded = (name: string, operator: string, value: Rule): Rule => ({ and: [there(name), { [operator]: [x(name), value] }] });
const within = (name: string, low: number, high: number): Rule => ({ and: [there(name), { "<=": [low, x(name), high] }] });
const both = (operator: string, a: string, b: string): Rule => ({ and: [there(a), there(b), { [operator]: [x(a), x(b)] }] });
const monthDay: Rule = { "%": [x("birthday"), 10_000] };
const newYork = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 4);
const opted: Rule = { "===": [x("opted_in"), true] };

const shapes: readonly (readonly [text: string, rule: Rule, requires?: readonly string[]])[] = [
	["age > 1 + 2", guarded("age", ">", 3)],
	["age > 6 - 4", guarded("age", ">", 2)],
	["age > 6 / 4", guarded("age", ">", 1.5)],
	["age > 6 * 4", guarded("age", ">", 24)],
	["age in (1, 1)", { in: [x("age"), [1]] }],
	['country in ("US", "us", "Ca") ignoring case', { in: [x("country@fold"), ["us", "ca"]] }, ["country@fold"]],
	["month(birthday) = jan", { and: [there("birthday"), { "===": [{ "/": [{ "-": [monthDay, { "%": [monthDay, 100] }] }, 100] }, 1] }] }],
	["age between 1 and visits", { and: [guarded("age", ">=", 1), both("<=", "age", "visits")] }],
	["age between visits and 5", { and: [both(">=", "age", "visits"), guarded("age", "<=", 5)] }],

	["birthday = 2026-05-01", { "===": [x("birthday"), 20260501] }],
	["birthday on 1900", within("birthday", 19000101, 19001231)],
	["birthday on 2299", within("birthday", 22990101, 22991231)],
	["birthday = 2026-05-01T02:00:00Z", { "===": [x("birthday"), 20260430] }],
	["birthday in (2026-05-01, 2026-05-02, 2026-05-01)", { in: [x("birthday"), [20260501, 20260502]] }],
	["birthday in (2026-05)", within("birthday", 20260501, 20260531)],
	["birthday in (2026-05, 2026-06-01)", { or: [within("birthday", 20260501, 20260531), { "===": [x("birthday"), 20260601] }] }],
	["birthday between 2026-05-01 and 2026-06-01", within("birthday", 20260501, 20260601)],
	["signed_up between 2026-05-01 and 2026-06-01", within("signed_up", newYork(5, 1), newYork(6, 2) - 1)],
	[
		"signed_up between trial_end and 2026-05-01",
		{ and: [both(">=", "signed_up", "trial_end"), guarded("signed_up", "<=", newYork(5, 2) - 1)] },
	],
	["signed_up = now", { "===": [x("signed_up"), Date.UTC(2026, 4, 10, 12)] }],
	["signed_up on now", within("signed_up", newYork(5, 10), newYork(5, 11) - 1)],
	["signed_up on 2026-05-01T10:00:00Z", within("signed_up", newYork(5, 1), newYork(5, 2) - 1)],
	["signed_up = birthday", { and: [there("birthday"), { "===": [x("signed_up@date"), x("birthday")] }] }, ["signed_up@date"]],
	["birthday = signed_up", { and: [there("signed_up@date"), { "===": [x("birthday"), x("signed_up@date")] }] }, ["signed_up@date"]],
	[
		"signed_up on trial_end",
		{ and: [there("trial_end@date"), { "===": [x("signed_up@date"), x("trial_end@date")] }] },
		["signed_up@date", "trial_end@date"],
	],

	["birthday in last 2 weeks", within("birthday", 20260426, 20260510)],
	["birthday in last 2 months", within("birthday", 20260310, 20260510)],
	["birthday in next 2 weeks", within("birthday", 20260510, 20260524)],
	["birthday in next 2 days", within("birthday", 20260510, 20260512)],
	["birthday before 2 weeks ago", guarded("birthday", "<", 20260426)],
	["birthday before 2 months ago", guarded("birthday", "<", 20260310)],
	["birthday before today - 2 days", guarded("birthday", "<", 20260508)],
	["birthday in last 200000 days", within("birthday", 19000101, 20260510)],

	["birthday anniversary today", { and: [there("birthday"), { "===": [monthDay, 510] }] }],
	["birthday anniversary on now", { and: [there("birthday"), { "===": [monthDay, 510] }] }],
	["birthday anniversary in next 7 days", { and: [there("birthday"), { "<=": [510, monthDay, 517] }] }],
	["birthday anniversary on 2026-02-28", { and: [there("birthday"), { "<=": [228, monthDay, 229] }] }],
	["birthday anniversary on 2024-02-28", { and: [there("birthday"), { "===": [monthDay, 228] }] }],
	["birthday anniversary between 2026-01-01 and 2026-12-31", { and: [there("birthday"), { "<=": [101, monthDay, 1231] }] }],
	["birthday anniversary between 2026-01-01 and 2027-01-01", there("birthday")],
	["birthday anniversary between tomorrow and today", false],

	[
		"signed_up after trial_end + 2 days + 3 hours",
		{ and: [there("signed_up"), there("trial_end"), { ">": [x("signed_up"), { "+": [x("trial_end"), 51 * 3_600_000] }] }] },
	],
	[
		"signed_up after trial_end - 0 days",
		{ and: [there("signed_up"), there("trial_end"), { ">": [x("signed_up"), { "+": [x("trial_end"), 0] }] }] },
	],
	["signed_up after trial_end + 0 months", both(">", "signed_up", "trial_end@+0month"), ["trial_end@+0month"]],
	["signed_up after trial_end - 0 months", both(">", "signed_up", "trial_end@+0month"), ["trial_end@+0month"]],
	[
		"signed_up after (trial_end + 2 days) + 3 months",
		both(">", "signed_up", "trial_end@+172800000ms@+3month"),
		["trial_end@+172800000ms@+3month"],
	],
	[
		"signed_up after (trial_end + 3 months) + 2 weeks",
		{
			and: [there("signed_up"), there("trial_end@+3month"), { ">": [x("signed_up"), { "+": [x("trial_end@+3month"), 14 * 86_400_000] }] }],
		},
		["trial_end@+3month"],
	],
	["signed_up after (trial_end + 3 months) + 1 month", both(">", "signed_up", "trial_end@+3month@+1month"), ["trial_end@+3month@+1month"]],
	[
		"signed_up before trial_end + 3 months and signed_up after (trial_end + 3 months) + 1 month",
		{ and: [both("<", "signed_up", "trial_end@+3month"), both(">", "signed_up", "trial_end@+3month@+1month")] },
		["trial_end@+3month", "trial_end@+3month@+1month"],
	],
	[
		'signed_up after trial_end - 3 months and country = "US" ignoring case',
		{ and: [both(">", "signed_up", "trial_end@-3month"), { "===": [x("country@fold"), "us"] }] },
		["country@fold", "trial_end@-3month"],
	],
	["hour(trial_end - 2 days) > 3", guarded("trial_end@-172800000ms@hour", ">", 3), ["trial_end@-172800000ms@hour"]],
	["weekday(birthday + 2 weeks) = 2", { "===": [x("birthday@+14day@weekday"), 2] }, ["birthday@+14day@weekday"]],
	["weekday(birthday + 1 quarter) = 2", { "===": [x("birthday@+3month@weekday"), 2] }, ["birthday@+3month@weekday"]],

	["scores has 5 ignoring case", { some: [x("scores"), { in: [x(""), [5]] }] }],
	["age is empty", { "===": [x("age"), null] }],
	['country contains "a*b?"', { and: [there("country"), { in: ["a*b?", x("country")] }] }],

	["all of (opted_in)", opted],
	["any of (opted_in)", opted],
	["at least 1 of (opted_in, country is set)", { or: [opted, there("country")] }],
	["at least 2 of (opted_in, country is set)", { and: [opted, there("country")] }],
];

describe("settled by compiling", () => {
	for (const [text, rule, requires = []] of shapes) {
		it(text, () => {
			expect(compiled(text).rule).to.deep.equal(rule);
			expect(compiled(text).requires).to.deep.equal(requires);
		});
	}
});
