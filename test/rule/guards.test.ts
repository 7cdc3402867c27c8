// Which guards a rule carries: enough for missing values to compare false, and none that says nothing. Rules are stored and read back,
// so a guard more or less must be seen. And that minima and maxima, which can be missing, are written and computed once.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { compiled, ruleOf } from "./rule-of.ts";

const x = (name: string): Rule => ({ var: name });
const there = (name: string): Rule => ({ "!==": [x(name), null] });
const finite = (rule: Rule): Rule => ({ "<=": [-Number.MAX_VALUE, rule, Number.MAX_VALUE] });
const squared = (name: string): Rule => ({ "*": [x(name), x(name)] });

// The items of a list are never missing.
const average: Rule = {
	"/": [
		{ reduce: [x("scores"), { "+": [x("accumulator"), x("current")] }, 0] },
		{ reduce: [x("scores"), { "+": [x("accumulator"), 1] }, 0] },
	],
};

const shapes: readonly (readonly [text: string, rule: Rule])[] = [
	["age + 1 is set", there("age")],
	["count(orders) is set", true],
	["count(orders) is missing", false],
	["month(birthday) is set", there("birthday")],
	["birthday month-day is set", there("birthday")],
	["age(birthday) is set", { and: [there("birthday"), { "<=": [x("birthday"), 20260510] }] }],
	["spent + 1 = visits", { and: [there("spent"), { "===": [{ "+": [x("spent"), 1] }, x("visits")] }] }],
	["visits = spent + 1", { and: [there("spent"), { "===": [x("visits"), { "+": [x("spent"), 1] }] }] }],
	["visits * visits = 4", { and: [there("visits"), there("visits"), { "===": [squared("visits"), 4] }] }],
	[
		"visits * visits = age + 1",
		{ and: [there("visits"), there("visits"), there("age"), { "===": [squared("visits"), { "+": [x("age"), 1] }] }] },
	],
	[
		"age + 1 = visits * visits",
		{ and: [there("age"), there("visits"), there("visits"), { "===": [{ "+": [x("age"), 1] }, squared("visits")] }] },
	],
	["spent / 2 > 1", { and: [there("spent"), finite({ "/": [x("spent"), 2] }), { ">": [{ "/": [x("spent"), 2] }, 1] }] }],
	[
		"spent / avg(scores) > 5",
		{
			and: [
				there("spent"),
				{ "!==": [average, 0] },
				finite(average),
				finite({ "/": [x("spent"), average] }),
				{ ">": [{ "/": [x("spent"), average] }, 5] },
			],
		},
	],
	['country starts with ""', there("country")],
];

describe("guards of rules", () => {
	for (const [text, rule] of shapes) it(text, () => expect(ruleOf(text)).to.deep.equal(rule));

	for (const [text, folds] of [
		["max(orders.total) is set", 1],
		["max(orders.total) between 1 and 5", 1],
		["max(orders.total) in (1, 5)", 1],
		["min(orders.total) > 5", 1],
		["max(orders.total) > spent", 1],
		["spent / min(orders.total) > 5", 1],
		["max(orders.total) - min(orders.total) > 5", 2],
	] as const) {
		it(`${text} computes each once`, () => {
			expect(JSON.stringify(ruleOf(text)).match(/"reduce"/g)).to.have.length(folds);
		});
	}

	it("the fields that are read come sorted, each once", () => {
		expect(compiled("visits > 1 and age > 1 and visits < 5 and any orders (total > profile.spent)").fields).to.deep.equal([
			"age",
			"orders",
			"spent",
			"visits",
		]);
	});
});
