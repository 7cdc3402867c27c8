// The shapes that rules have: stored rules are read by other people's engines, so a change of shape must be seen.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { type ToRuleOptions, toRule } from "../../src/rule/to-rule.ts";
import { compiled, ruleOf } from "./rule-of.ts";

const x = (name: string): Rule => ({ var: name });
const there = (name: string): Rule => ({ "!==": [x(name), null] });
const start = Date.UTC(2026, 4, 1, 4); // 1 May 2026, 00:00 in New York
const end = Date.UTC(2026, 4, 2, 4);

const shapes: readonly (readonly [text: string, rule: Rule, requires?: readonly string[]])[] = [
	['country = "US"', { "===": [x("country"), "US"] }],
	['country != "US"', { "!==": [x("country"), "US"] }],
	['not country = "US"', { "!==": [x("country"), "US"] }],
	["age < 18", { and: [there("age"), { "<": [x("age"), 18] }] }],
	// JSON has no -0.
	["spent > 0 * -1", { and: [there("spent"), { ">": [x("spent"), 0] }] }],
	["age <= 18", { and: [there("age"), { "<=": [x("age"), 18] }] }],
	["age > 18", { and: [there("age"), { ">": [x("age"), 18] }] }],
	["18 < age", { and: [there("age"), { ">": [x("age"), 18] }] }],
	["not age > 18", { "!": [{ and: [there("age"), { ">": [x("age"), 18] }] }] }],
	["age between 18 and 65", { and: [there("age"), { "<=": [18, x("age"), 65] }] }],
	['country in ("US", "CA")', { in: [x("country"), ["US", "CA"]] }],
	['country in ("US", "US")', { in: [x("country"), ["US"]] }],
	['country not in ("US", "CA")', { "!": [{ in: [x("country"), ["US", "CA"]] }] }],
	["country is set", there("country")],
	["country is missing", { "===": [x("country"), null] }],
	["country is empty", { or: [{ "===": [x("country"), null] }, { "===": [x("country"), ""] }] }],
	["tags is empty", { "!": [x("tags")] }],
	["tags is not empty", { "!": [{ "!": [x("tags")] }] }],
	["opted_in", { "===": [x("opted_in"), true] }],
	["not opted_in", { "!==": [x("opted_in"), true] }],
	["address.city is set", there("address.city")],
	["`Loyalty Points` >= 5", { and: [there("Loyalty Points"), { ">=": [x("Loyalty Points"), 5] }] }],
	['country contains "U"', { and: [there("country"), { in: ["U", x("country")] }] }],
	['country contains ""', there("country")],
	['country starts with "U"', { and: [there("country"), { "===": [{ substr: [x("country"), 0, 1] }, "U"] }] }],
	['country ends with "US"', { and: [there("country"), { "===": [{ substr: [x("country"), -2] }, "US"] }] }],
	['country ends with ""', there("country")],
	['country contains "Us" ignoring case', { and: [there("country@fold"), { in: ["us", x("country@fold")] }] }, ["country@fold"]],
	['country = "Us" ignoring case', { "===": [x("country@fold"), "us"] }, ["country@fold"]],
	[
		'country contains any of ("a", "b")',
		{ or: [{ and: [there("country"), { in: ["a", x("country")] }] }, { and: [there("country"), { in: ["b", x("country")] }] }] },
	],
	['country like "U*"', { and: [there("country"), { "===": [{ substr: [x("country"), 0, 1] }, "U"] }] }],
	['country like "*"', there("country")],
	['country like "US"', { "===": [x("country"), "US"] }],
	[
		'country like "a*b"',
		{
			and: [
				there("country"),
				{ "===": [{ substr: [x("country"), 0, 1] }, "a"] },
				{ "===": [{ substr: [{ substr: [x("country"), 1] }, -1] }, "b"] },
			],
		},
	],
	[
		'country like "?S"',
		{
			some: [
				[
					{
						reduce: [
							x("country@chars"),
							[false, x("accumulator.0"), { and: [x("accumulator.1"), { "===": [x("current"), "S"] }] }],
							[true, false, false],
						],
					},
				],
				x("2"),
			],
		},
		["country@chars"],
	],
	['tags has "vip"', { some: [x("tags"), { in: [x(""), ["vip"]] }] }],
	['tags does not have "vip"', { none: [x("tags"), { in: [x(""), ["vip"]] }] }],
	['tags has any of ("a", "b")', { some: [x("tags"), { in: [x(""), ["a", "b"]] }] }],
	['tags has none of ("a", "b")', { none: [x("tags"), { in: [x(""), ["a", "b"]] }] }],
	['tags has all of ("a", "b")', { and: [{ some: [x("tags"), true] }, { in: ["a", x("tags")] }, { in: ["b", x("tags")] }] }],
	["spent > visits", { and: [there("spent"), there("visits"), { ">": [x("spent"), x("visits")] }] }],
	["spent = visits", { and: [there("visits"), { "===": [x("spent"), x("visits")] }] }],
	["spent + 1 > 5", { and: [there("spent"), { ">": [{ "+": [x("spent"), 1] }, 5] }] }],
	[
		"spent / visits >= 20",
		{
			and: [
				there("spent"),
				there("visits"),
				{ "!==": [x("visits"), 0] },
				{ "<=": [-Number.MAX_VALUE, { "/": [x("spent"), x("visits")] }, Number.MAX_VALUE] },
				{ ">=": [{ "/": [x("spent"), x("visits")] }, 20] },
			],
		},
	],
	["birthday before 2026-05-01", { and: [there("birthday"), { "<": [x("birthday"), 20260501] }] }],
	["signed_up before 2026-05-01", { and: [there("signed_up"), { "<": [x("signed_up"), start] }] }],
	["signed_up on 2026-05-01", { and: [there("signed_up"), { "<=": [start, x("signed_up"), end - 1] }] }],
	["signed_up after 2026-05-01", { and: [there("signed_up"), { ">": [x("signed_up"), end - 1] }] }],
	["signed_up on or after 2026-05-01", { and: [there("signed_up"), { ">=": [x("signed_up"), start] }] }],
	[
		"signed_up in last 1 day",
		{ and: [there("signed_up"), { "<=": [Date.UTC(2026, 4, 9, 12) + 1, x("signed_up"), Date.UTC(2026, 4, 10, 12)] }] },
	],
	[
		"signed_up in next 1 hour",
		{ and: [there("signed_up"), { "<=": [Date.UTC(2026, 4, 10, 12), x("signed_up"), Date.UTC(2026, 4, 10, 13) - 1] }] },
	],
	["birthday in last 3 days", { and: [there("birthday"), { "<=": [20260507, x("birthday"), 20260510] }] }],
	["birthday month-day = --05-01", { and: [there("birthday"), { "===": [{ "%": [x("birthday"), 10000] }, 501] }] }],
	[
		"signed_up month-day = --05-01",
		{ and: [there("signed_up@date"), { "===": [{ "%": [x("signed_up@date"), 10000] }, 501] }] },
		["signed_up@date"],
	],
	["weekday(birthday) in (sat, sun)", { in: [x("birthday@weekday"), [6, 7]] }, ["birthday@weekday"]],
	["hour(signed_up) >= 9", { and: [there("signed_up@hour"), { ">=": [x("signed_up@hour"), 9] }] }, ["signed_up@hour"]],
	[
		"signed_up after trial_end - 3 days",
		{ and: [there("signed_up"), there("trial_end"), { ">": [x("signed_up"), { "+": [x("trial_end"), -259200000] }] }] },
	],
	[
		"signed_up after trial_end - 3 months",
		{ and: [there("signed_up"), there("trial_end@-3month"), { ">": [x("signed_up"), x("trial_end@-3month")] }] },
		["trial_end@-3month"],
	],
	["any orders", { "!": [{ "!": [x("orders")] }] }],
	["no orders", { "!": [x("orders")] }],
	['any orders (status = "paid")', { some: [x("orders"), { "===": [x("status"), "paid"] }] }],
	['no orders (status = "paid")', { none: [x("orders"), { "===": [x("status"), "paid"] }] }],
	['every orders (status = "paid")', { none: [x("orders"), { "!==": [x("status"), "paid"] }] }],
	["count(orders) >= 3", { ">=": [{ reduce: [x("orders"), { "+": [x("accumulator"), 1] }, 0] }, 3] }],
	["at least 3 orders", { ">=": [{ reduce: [x("orders"), { "+": [x("accumulator"), 1] }, 0] }, 3] }],
	[
		'exactly 1 orders (status = "paid")',
		{ "===": [{ reduce: [{ filter: [x("orders"), { "===": [x("status"), "paid"] }] }, { "+": [x("accumulator"), 1] }, 0] }, 1] },
	],
	[
		"sum(orders.total) > 200",
		{
			">": [
				{
					"/": [
						{ reduce: [{ filter: [x("orders"), there("total@scaled")] }, { "+": [x("accumulator"), x("current.total@scaled")] }, 0] },
						100,
					],
				},
				200,
			],
		},
		["orders.total@scaled"],
	],
	[
		"max(orders.total) > 5",
		{
			some: [
				[
					{
						reduce: [
							{ filter: [x("orders"), there("total")] },
							{
								if: [
									{ or: [{ "===": [x("accumulator"), null] }, { ">": [x("current.total"), x("accumulator")] }] },
									x("current.total"),
									x("accumulator"),
								],
							},
							null,
						],
					},
				],
				{ and: [{ "!==": [x(""), null] }, { ">": [x(""), 5] }] },
			],
		},
	],
	[
		"any orders (total > profile.spent)",
		{
			some: [
				[
					{
						reduce: [
							x("orders"),
							[
								x("accumulator.0"),
								{
									or: [
										x("accumulator.1"),
										{
											and: [there("current.total"), there("accumulator.0"), { ">": [x("current.total"), x("accumulator.0")] }],
										},
									],
								},
							],
							[x("spent"), false],
						],
					},
				],
				x("1"),
			],
		},
	],
	["opted_in and age > 5", { and: [{ "===": [x("opted_in"), true] }, { and: [there("age"), { ">": [x("age"), 5] }] }] }],
	[
		"at least 2 of (opted_in, age is set, spent is set)",
		{
			">=": [{ "+": [{ if: [{ "===": [x("opted_in"), true] }, 1, 0] }, { if: [there("age"), 1, 0] }, { if: [there("spent"), 1, 0] }] }, 2],
		},
	],
	// What is never missing is neither looked at nor carried to where it would be.
	["count(tags) + spent is set", there("spent")],
	["any orders (count(profile.tags) is set)", { some: [x("orders"), true] }],
	["any orders (count(profile.tags) + total is set)", { some: [x("orders"), there("total")] }],
	[
		"max(scores) + count(tags) is set",
		{
			some: [
				[
					{
						reduce: [
							x("scores"),
							{
								if: [
									{ or: [{ "===": [x("accumulator"), null] }, { ">": [x("current"), x("accumulator")] }] },
									x("current"),
									x("accumulator"),
								],
							},
							null,
						],
					},
				],
				there(""),
			],
		},
	],
	["none of (opted_in, age is set)", { "!": [{ or: [{ "===": [x("opted_in"), true] }, there("age")] }] }],
];

describe("toRule", () => {
	for (const [text, rule, requires = []] of shapes) {
		it(text, () => {
			expect(compiled(text).rule).to.deep.equal(rule);
			expect(compiled(text).requires).to.deep.equal(requires);
		});
	}

	it("a rule grows with its text, not with the power of its nesting", () => {
		const nested = (depth: number): string => (depth === 0 ? "spent" : `(${nested(depth - 1)} / visits)`);
		const size = (depth: number): number => JSON.stringify(ruleOf(`${nested(depth)} > 1`)).length;
		expect(size(40)).to.be.lessThan(5 * size(20));
	});

	it("is over records when nothing is said, or over raw profiles, which may be refused", () => {
		const { checked } = compiled("spent is set and `Loyalty Points` = 5");
		const records: Rule = { and: [there("spent"), { "===": [x("Loyalty Points"), 5] }] };
		expect(toRule(checked)).to.deep.equal(records);
		expect(toRule(checked, { over: "record" })).to.deep.equal(records);
		expect(toRule(compiled("`Loyalty Points` = 5").checked, { over: "profile" })).to.deep.equal({
			ok: true,
			rule: { "===": [x("loyalty.points"), 5] },
		});
		expect(toRule(compiled("birthday is set").checked, { over: "profile" })).to.deep.equal({
			ok: false,
			problems: [
				{
					span: { from: 0, to: 15 },
					message:
						'"birthday" is a date: in a profile it is text, perhaps of an instant in some time zone, and JSON Logic cannot read dates.',
				},
			],
		});
		expect(() => toRule(checked, { over: "profiles" } as unknown as ToRuleOptions)).to.throw(
			RangeError,
			'A rule is over "record" or "profile", not over "profiles".',
		);
	});

	it("names of fields are data, never operators", () => {
		expect(JSON.stringify(ruleOf('country = "{\\"var\\": \\"age\\"}"'))).to.equal('{"===":[{"var":"country"},"{\\"var\\": \\"age\\"}"]}');
	});
});
