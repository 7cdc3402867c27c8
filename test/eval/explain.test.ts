// Why a profile is in a segment or not: the tree of the text, with what the profile has, and the smallest change.
import { expect } from "chai";
import type { ExplainedCondition } from "../../src/eval/explanation.ts";
import { compiled } from "../rule/rule-of.ts";

/** One line a condition: outcome, label, what the profile has, what is wanted. */
function lines(condition: ExplainedCondition, depth = 0): readonly string[] {
	const { outcome, label, actual, wanted } = condition;
	const values = actual === undefined ? "" : `: has ${actual}${wanted === undefined ? "" : `, wants ${wanted}`}`;
	const isSingle = condition.items.length === 0 || condition.kind === "named";
	const line = `${"  ".repeat(depth)}${outcome} ${isSingle ? label : condition.kind}${values}`;
	return [line, ...condition.items.flatMap((item) => lines(item, depth + 1))];
}

const explained = (text: string, profile: unknown): readonly string[] => lines(compiled(text).explain(profile).condition);

function change(text: string, profile: unknown): readonly string[] | undefined {
	return compiled(text)
		.explain(profile)
		.change?.conditions.map(({ label, mustBe }) => `${mustBe ? "" : "not "}${label}`);
}

const ada = {
	country: "UK",
	age: 36,
	opted_in: false,
	birthday: "1990-05-01",
	signed_up: "2026-05-01T09:30:00Z",
	tags: ["vip", "new"],
	orders: [
		{ total: 10, status: "paid", placed_at: "2026-05-02T00:00:00Z" },
		{ total: 30.5, status: "refunded", placed_at: "2026-04-02T00:00:00Z" },
	],
};

describe("explain", () => {
	it("shows each condition with what the profile has and what is wanted", () => {
		expect(explained('country in ("US", "CA") and age >= 18 and visits > 3', ada)).to.deep.equal([
			"failed and",
			'  failed country in ("US", "CA"): has "UK", wants in ("US", "CA")',
			"  passed age >= 18: has 36, wants >= 18",
			"  missing visits > 3: has missing, wants > 3",
		]);
	});

	it("resolves relative dates, and shows instants in the tenant's zone", () => {
		expect(explained("signed_up in last 3 days", ada)).to.deep.equal([
			"failed signed_up in last 3 days: has 2026-05-01T05:30:00-04:00, wants in last 3 days (2026-05-07T08:00:00.001-04:00 to 2026-05-10T08:00:00-04:00)",
		]);
		expect(explained("birthday before today", ada)).to.deep.equal([
			"passed birthday before today: has 1990-05-01, wants before today (2026-05-10)",
		]);
	});

	it("resolves every kind of relative date, and none that the text gives itself", () => {
		const wants = (text: string): string | undefined => compiled(text).explain(ada).condition.wanted;
		expect(
			[
				"birthday before 3 days ago",
				"birthday on today + 3 days",
				"birthday in last month",
				"birthday not in this month",
				"birthday between 2026-05-01 and tomorrow",
				"birthday between 2026-05-01 and 2026-05-03",
				"birthday before 2026-05-01 + 3 days",
				"signed_up after trial_end + 3 days",
				"birthday in (today, 2026-05-01)",
				"signed_up before birthday",
			].map(wants),
		).to.deep.equal([
			"before 3 days ago (2026-05-07)",
			"on today + 3 days (2026-05-13)",
			"in last month (2026-04-01 to 2026-04-30)",
			"not in this month (2026-05-01 to 2026-05-31)",
			"between 2026-05-01 and tomorrow (2026-05-01 to 2026-05-11)",
			"between 2026-05-01 and 2026-05-03",
			"before 2026-05-01 + 3 days",
			"after trial_end + 3 days",
			"in (today, 2026-05-01)",
			"before birthday",
		]);
	});

	it("a long condition has one line", () => {
		const list = Array.from({ length: 60 }, (_, index) => `"country ${index}"`).join(", ");
		const { label, wanted } = compiled(`country in (${list})`).explain(ada).condition;
		expect([label, wanted]).to.deep.equal([`country in (${list})`, `in (${list})`]);
	});

	it("shows the field itself where a derived part is tested", () => {
		expect(explained('country = "uk" ignoring case', ada)).to.deep.equal([
			'passed country = "uk" ignoring case: has "UK", wants = "uk" ignoring case',
		]);
		expect(explained("birthday anniversary today", ada)).to.deep.equal([
			"failed birthday anniversary today: has 1990-05-01, wants anniversary today (--05-10)",
		]);
	});

	it("counts elements, and shows aggregates and lists", () => {
		expect(explained('any orders (status = "paid")', ada)).to.deep.equal(['passed any orders (status = "paid"): has 1 of 2 orders']);
		expect(explained("sum(orders.total) > 100", ada)).to.deep.equal(["failed sum(orders.total) > 100: has 40.5, wants > 100"]);
		expect(explained("max(orders.total) > 100", {})).to.deep.equal(["missing max(orders.total) > 100: has missing, wants > 100"]);
		expect(explained('tags has "gold"', ada)).to.deep.equal(['failed tags has "gold": has "vip", "new", wants has "gold"']);
	});

	it("cuts long lists and long texts, and says so", () => {
		const tags = Array.from({ length: 1_021 }, (_, index) => `t${index}`);
		const [shown] = explained('tags has "gold"', { tags });
		expect(shown).to.match(/has "t0", "t1", .*"t19" and 1,001 more, wants has "gold"$/);
		expect(explained('tags has "gold"', { tags: tags.slice(0, 20) })[0]).to.match(/"t18", "t19", wants/);
		expect(explained('country = "US"', { country: "x".repeat(300) })[0]).to.contain(`has "${"x".repeat(300)}", wants`);
		expect(explained('country = "US"', { country: "x".repeat(301) })[0]).to.contain(`has "${"x".repeat(300)}…", wants`);
	});

	it("says what a negation and a name are about", () => {
		expect(explained('"grown up": not age < 18', ada)).to.deep.equal([
			"passed grown up",
			"  passed not",
			"    failed age < 18: has 36, wants < 18",
		]);
	});

	it("a negation that does not hold is failed, and has its text for a label", () => {
		const [not, none] = ["not (age > 5 and age < 50)", "none of (age > 5, opted_in)"].map((text) => compiled(text).explain(ada).condition);
		expect([not?.outcome, not?.label]).to.deep.equal(["failed", "not (age > 5 and age < 50)"]);
		expect([none?.outcome, none?.items.map(({ outcome }) => outcome)]).to.deep.equal(["failed", ["passed", "failed"]]);
		expect(compiled("none of (age > 50, opted_in)").explain(ada).condition.outcome).to.equal("passed");
	});

	it("a node says when it is the opposite of its items, and only then", () => {
		const { items } = compiled('not (age > 5) and none of (age > 5, opted_in) and any of (age > 5, opted_in) and "x": age > 5').explain(
			ada,
		).condition;
		expect(items.map((item) => ("negates" in item ? item.negates : "left out"))).to.deep.equal([true, true, "left out", "left out"]);
		expect(items.flatMap((item) => item.items).some((item) => "negates" in item)).to.equal(false);
	});

	it("nothing is wanted beside a condition that is no single test", () => {
		const { condition } = compiled("any orders (total > 5) and age > 5").explain(ada);
		expect(condition).not.to.have.property("wanted");
		expect(condition.items.map((item) => "wanted" in item)).to.deep.equal([false, true]);
	});

	it("a negative test that passes because the value is missing is passed, and says what the profile has", () => {
		expect(explained("visits != 3", ada)).to.deep.equal(["passed visits != 3: has missing, wants != 3"]);
	});

	it("spans lead back to the text", () => {
		const text = "age >= 18 and visits > 3";
		const [, second] = compiled(text).explain(ada).condition.items;
		expect(text.slice(second?.span.from, second?.span.to)).to.equal("visits > 3");
	});

	it("a profile that is not an object has nothing", () => {
		for (const profile of [null, 5, "x", []]) expect(compiled("age > 5").explain(profile).condition.outcome).to.equal("missing");
	});
});

describe("the smallest change", () => {
	it("is not asked for a profile inside", () => {
		expect(change("age > 5", ada)).to.equal(undefined);
	});

	it("is every failed part of an and, the cheapest part of an or", () => {
		expect(change('country = "US" and visits > 3', ada)).to.deep.equal(['country = "US"', "visits > 3"]);
		expect(change('(country = "US" and visits > 3) or opted_in', ada)).to.deep.equal(["opted_in"]);
	});

	it("turns what stands under a not", () => {
		expect(change("not age > 5", ada)).to.deep.equal(["not age > 5"]);
		expect(change("none of (age > 5, opted_in)", ada)).to.deep.equal(["not age > 5"]);
	});

	it("counts what is already there in at least", () => {
		expect(change('at least 2 of (age > 5, opted_in, country = "US")', ada)).to.have.length(1);
	});

	it("a condition that stands twice is turned once", () => {
		expect(change("(opted_in and age > 5) or (opted_in and age > 50)", ada)).to.deep.equal(["opted_in"]);
		// Turning opted_in helps the first part and hurts the second: the cheapest way is the other two.
		expect(change('(opted_in or country = "US") and (not opted_in or country = "CA")', ada)).to.deep.equal(['country = "US"']);
	});

	it("is told in the order of the text", () => {
		// A condition that stands twice is turned before the others are looked at, and stands where it stands first.
		expect(change('country = "US" and (visits > 3 and spent > 3 and age > 50 or opted_in) and age > 50', ada)).to.deep.equal([
			'country = "US"',
			"age > 50",
			"opted_in",
		]);
	});

	it("says when it may not be the smallest", () => {
		const pairs = (count: number): string =>
			Array.from({ length: count }, (_, index) => `(visits > ${index} or spent > ${index})`).join(" and ");
		const exact = compiled(`(${pairs(12)}) and (${pairs(6)} or opted_in)`).explain(ada).change?.exact;
		const inexact = compiled(`(${pairs(12)}) and (${pairs(7)} or opted_in)`).explain(ada).change?.exact;
		expect([exact, inexact]).to.deep.equal([true, false]);
	});

	it("tries fewer repeated conditions of a long text", () => {
		const repeated = (count: number): string =>
			Array.from({ length: count }, (_, index) => `(visits > ${index} or spent > ${index} and visits > ${index})`).join(" and ");
		const others = Array.from({ length: 3_000 }, (_, index) => `age != ${index}`).join(" and ");
		const [few, many] = [8, 9].map((count) => compiled(`${repeated(count)} and ${others} and age > 99`).explain(ada).change?.exact);
		expect([few, many]).to.deep.equal([true, false]);
	});
});
