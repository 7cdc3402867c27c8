// What a profile has, as a person reads it, for every kind of condition.
import { expect } from "chai";
import { formatValue } from "../../src/eval/actual-value.ts";
import { compiled } from "../rule/rule-of.ts";

const ada = {
	country: "UK",
	age: 36,
	opted_in: false,
	birthday: "1990-05-01",
	signed_up: "2026-05-01T09:30:00Z",
	tags: ["vip", "new"],
	scores: [],
	orders: [
		{ total: 10, status: "paid", placed_at: "2026-05-02T00:00:00Z" },
		{ total: 30.5, status: "refunded", placed_at: "2026-04-02T00:00:00Z" },
	],
};

/** What the explanation says of the whole text: the outcome, and what the profile has. */
function has(text: string, profile: unknown = ada): string {
	const { outcome, actual } = compiled(text).explain(profile).condition;
	return actual === undefined ? outcome : `${outcome}: ${actual}`;
}

const answers: readonly (readonly [text: string, answer: string])[] = [
	["age = 36", "passed: 36"],
	["age != 36", "failed: 36"],
	["age between 40 and 50", "failed: 36"],
	["age between visits and 50", "failed: 36"],
	["visits between age and 50", "missing: missing"],
	['country in ("US", "CA")', 'failed: "UK"'],
	["country is set", 'passed: "UK"'],
	['country contains any of ("U", "X")', 'passed: "UK"'],
	['country contains "u" ignoring case', 'passed: "UK"'],
	['country like "?k" ignoring case', 'passed: "UK"'],
	["opted_in", "failed: false"],
	["visits * 2 > 5", "missing: missing"],
	["age * 2 > 5", "passed: 72"],
	['tags has "vip"', 'passed: "vip", "new"'],
	['tags has "VIP" ignoring case', 'passed: "vip", "new"'],
	['tags has all of ("vip", "x")', 'failed: "vip", "new"'],
	["tags is empty", 'failed: "vip", "new"'],
	["scores is empty", "passed: empty list"],
	["scores has 5", "failed: empty list"],
	["any orders", "passed: {…}, {…}"],
	["any orders (total > 20)", "passed: 1 of 2 orders"],
	["no orders (total > 5)", "failed: 2 of 2 orders"],
	["last orders by placed_at (total > 50)", "failed: 2 orders"],
	["exactly 1 orders (total > 20)", "passed: 1"],
	["max(orders.total) > 50", "failed: 30.5"],
	["sum(orders.total) > 50", "failed: 40.5"],
	["birthday before 1980-01-01", "failed: 1990-05-01"],
	["birthday month-day = --05-01", "passed: 1990-05-01"],
	["birthday anniversary between 2026-12-20 and 2027-01-05", "failed: 1990-05-01"],
	["month(birthday) = 6", "failed: 5"],
	["age(birthday) >= 18", "passed: 36"],
	["weekday(birthday) in (sat, sun)", "failed: 2"],
	["hour(signed_up) < 5", "failed: 5"],
	["signed_up on 2026-05-02", "failed: 2026-05-01T05:30:00-04:00"],
	["birthday anniversary between tomorrow and today", "failed"],
];

describe("what a profile has", () => {
	for (const [text, answer] of answers) it(text, () => expect(has(text)).to.equal(answer));

	it("of a profile with nothing", () => {
		expect(
			["country is missing", 'tags has "a"', "any orders (total > 5)", "avg(orders.total) > 5"].map((text) => has(text, {})),
		).to.deep.equal(["passed: missing", "missing: missing", "failed: 0 of 0 orders", "missing: missing"]);
	});

	it("is a literal of the language where there is one", () => {
		const zone = "Europe/Berlin";
		expect(formatValue(501, "month-day", zone)).to.equal("--05-01");
		expect(formatValue(1231, "month-day", zone)).to.equal("--12-31");
		expect(formatValue(20260501, "date", zone)).to.equal("2026-05-01");
		expect(formatValue(20260501, "number", zone)).to.equal("20260501");
		expect(formatValue(Date.UTC(2026, 4, 1, 10), "datetime", zone)).to.equal("2026-05-01T12:00:00+02:00");
		expect(formatValue('a "b"', "text", zone)).to.equal('"a \\"b\\""');
		expect(formatValue(true, "boolean", zone)).to.equal("true");
		expect(formatValue(["a", 5, { total: 5 }], "list", zone)).to.equal('"a", 5, {…}');
		expect(formatValue([], "list", zone)).to.equal("empty list");
	});
});
