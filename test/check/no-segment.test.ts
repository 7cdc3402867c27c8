// A checked segment is made of whole conditions only: none for a text with a mistake, whoever told it. What the parser has told is not
// told again.
import { expect } from "chai";
import { type Checked, check } from "../../src/check/check.ts";
import { parse } from "../../src/syntax/parse.ts";
import { noon } from "./diagnostics-of.ts";
import { shop } from "./shop.ts";

const checkedOf = (text: string): Checked => check(text, parse(text).segment, { catalogue: shop, now: noon, timeZone: "America/New_York" });

/** `05` is not how a number is written, and nobody knows what it should be. */
const withHole = (text: string): string => text.replaceAll("%", "05");

/** Texts in which a value or a condition is missing, in every place that can hold one. */
const holes = [
	"",
	"age >",
	"age > 5 +",
	"> 5",
	"not",
	"opted_in and",
	"opted_in or not",
	"(opted_in and )",
	'"name":',
	"age between 1 and",
	"age between and 5",
	"spent between visits and",
	"country =  ignoring case",
	"country in (",
	"country contains",
	"country contains any of (",
	"country like",
	"tags has",
	"tags has any of (",
	"birthday before",
	"birthday before + 3 days",
	"birthday between today and",
	"birthday between and today",
	"signed_up between trial_end and",
	"signed_up between and trial_end",
	"birthday in (",
	"birthday in last",
	"birthday anniversary",
	"birthday anniversary between today and",
	"month() = 5",
	"age() > 5",
	"birthday month-day =",
	"any orders (",
	"any orders (total > )",
	"every orders (total > )",
	"at least orders",
	"at least 2 orders (total > )",
	"last orders by placed_at (total > )",
	"last orders by placed_at",
	"sum() > 5",
	"count(orders where ) > 2",
	"count(orders where total > ) > 2",
	"sum(orders.total where ) > 2",
	"in segment",
	...["any of (opted_in, age = %)", "at least 1 of (age = %, opted_in)", 'every orders (status = % or status = "x")'].map(withHole),
	...["country in (%)", 'country in ("US", %)', 'country in (%, "US")', 'country in ("US", %) ignoring case'].map(withHole),
	...['country contains any of ("a", %)', 'country like any of (%, "a")', 'tags has any of ("a", %)', 'tags has all of (%, "a")'].map(
		withHole,
	),
	...["birthday in (2026-05-01, %)", "birthday in (%, 2026-05)", "birthday in %", "signed_up on %", "birthday before % or opted_in"].map(
		withHole,
	),
	...["% > 5", '% contains "a"', "age + % > 5", "spent / % > 5", "% - 1 = 5", "age between 1 and %", "month(birthday) in (may, %)"].map(
		withHole,
	),
	"in any segment (",
];

describe("check: texts with a hole", () => {
	for (const text of holes) {
		it(text, () => {
			const { checked, diagnostics } = checkedOf(text);
			expect(checked).to.equal(undefined);
			expect(diagnostics).to.deep.equal([]);
		});
	}
});

describe("check: texts with a mistake of meaning", () => {
	const mistakes = ["agee > 5", "age > 5 and agee > 5", "at least 1.5 orders", "any of (opted_in, 1 = 1)", 'age = "x" or age = 5'];
	for (const text of mistakes) {
		it(text, () => {
			const { checked, diagnostics } = checkedOf(text);
			expect(checked).to.equal(undefined);
			expect(diagnostics.filter(({ severity }) => severity === "error")).to.have.length(1);
		});
	}

	it("but a warning alone is none", () => {
		const { checked, diagnostics } = checkedOf('country = "UK"');
		expect(checked).to.have.property("text", 'country = "UK"');
		expect(diagnostics.map(({ severity }) => severity)).to.deep.equal(["warning"]);
	});
});
