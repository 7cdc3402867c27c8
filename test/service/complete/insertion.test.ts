// What accepting an item makes of the text, and where the caret then is.
import { expect } from "chai";
import { accept, acceptSnippet, completions, labels, marked } from "../editor.ts";

const place = (index: number): string => `\${${index}:?}`;

const accepted: readonly (readonly [what: string, text: string, label: string, after: string, snippet?: string])[] = [
	["a word is replaced whole", "coun|", "country", "country|"],
	["a word in the middle", "coun|try is set", "country", "country| is set"],
	["a name that needs backticks", "Loy|", "`Loyalty Tier`", "`Loyalty Tier`|"],
	["a name in open backticks leaves what follows", "`Loy| = 1", "`Loyalty Tier`", "`Loyalty Tier`| = 1"],
	["a name in closed backticks", "`Loy|alty` = 1", "`Loyalty Tier`", "`Loyalty Tier`| = 1"],
	["an operator leaves a place for its value", "country |", "=", "country = |", `country = ${place(1)}`],
	["two values", "points |", "between", "points between |", `points between ${place(1)} and ${place(2)}`],
	["the other end", "points between 1 |", "and", "points between 1 and |", `points between 1 and ${place(1)}`],
	["a list", "country |", "in (…)", "country in (|)", "country in ($1)"],
	["a list before another condition", "country | and opted_in", "in (…)", "country in (|) and opted_in", "country in ($1) and opted_in"],
	["a list that is there already", 'country i|n ("US")', "not in (…)", 'country not in |("US")', 'country not in ("US")'],
	[
		"a value that is there already",
		'country e|quals "US"',
		"does not equal",
		'country does not equal |"US"',
		'country does not equal "US"',
	],
	["an operator of several words, all of it", 'country st|arts with "x"', "does not start with", 'country does not start with |"x"'],
	["the rest of an operator", "country DOES n|", "not contain", "country DOES not contain |", `country DOES not contain ${place(1)}`],
	["a value right behind its operator", "country =|", '"US"', 'country = "US"|'],
	["a value without quotes", "country = U|", '"US"', 'country = "US"|'],
	["a value in an open quote", 'country = "U|', '"US"', 'country = "US"|'],
	["a value in an open quote before other conditions", 'country = "U| and plan = "pro"', '"US"', 'country = "US"| and plan = "pro"'],
	["a value in closed quotes", 'country = "New| York"', '"New York"', 'country = "New York"|'],
	["a value in single quotes", "country = 'U|' and opted_in", '"US"', "country = 'US'| and opted_in"],
	["a value with quotes of both kinds", "plan = '|", '"it\'s \\"free\\""', "plan = 'it\\'s \"free\"'|", "plan = 'it\\\\'s \"free\"'"],
	["a value behind a comma", 'country in ("US",|)', '"New York"', 'country in ("US", "New York"|)'],
	["a hole is filled", "plan = |?", '"pro"', 'plan = "pro"|'],
	["a hole before the caret", "plan = ?|", '"pro"', 'plan = "pro"|'],
	["a collection", "any |", "orders (…)", "any orders (|)", "any orders ($1)"],
	["a collection with its parentheses", "any ord|ers (total > 5)", "orders (…)", "any orders |(total > 5)", "any orders (total > 5)"],
	["parentheses alone", "any orders |", "(…)", "any orders (|)", "any orders ($1)"],
	["a calculation", "sum|", "sum(…)", "sum(|)", "sum($1)"],
	["a calculation with its parentheses", "su|m(orders.total) > 5", "sum(…)", "sum|(orders.total) > 5", "sum(orders.total) > 5"],
	["a length with the author's number", "signed_up in last 14 |", "days", "signed_up in last 14 days|"],
	["a point with the author's number", "signed_up before 30|", "30 days ago", "signed_up before 30 days ago|"],
	["an element's field from outside", "total|", "any orders (total …)", "any orders (total |)", "any orders (total $1)"],
	["and, right behind a value", 'country = "US"|', "and", 'country = "US" and |'],
	["or, before a blank", "opted_in | points > 5", "or", "opted_in or |points > 5"],
	["a field right before a word", "|points > 5", "country", "country |points > 5"],
	["a segment", "in segment |", '"vip"', 'in segment "vip"|'],
	["a segment in an open quote", 'in segment "v|', '"vip"', 'in segment "vip"|'],
];

describe("accepting a completion", () => {
	for (const [what, text, label, after, snippet] of accepted) {
		it(what, () => {
			expect(accept(text, label)).to.equal(after);
			if (snippet !== undefined) expect(acceptSnippet(text, label)).to.equal(snippet);
		});
	}

	it("counts the caret past a blank that follows", () => {
		const { text } = marked("opted_in | points > 5");
		const item = completions("opted_in | points > 5").find(({ label }) => label === "or");
		expect(item && [item.insert, item.caret, text.charAt(item.span.from)]).to.deep.equal(["or", 3, " "]);
	});

	it("says of a field whether what follows fits it", () => {
		const fits = (text: string): readonly (readonly [string, boolean])[] => completions(text).map((item) => [item.label, item.fits]);
		expect(fits("sp| > 5")).to.deep.equal([
			["spent", true],
			["signed_up", false],
		]);
		expect(fits("p| > 5").slice(0, 2)).to.deep.equal([
			["points", true],
			["plan", false],
		]);
		expect(fits('p| = "x"').slice(0, 2)).to.deep.equal([
			["plan", true],
			["points", false],
		]);
		expect(fits("s| in last 30 days")[0]).to.deep.equal(["signed_up", true]);
		expect(fits("any orders (p| > 5)").slice(0, 1)).to.deep.equal([["profile.points", true]]);
		for (const text of ["(p| + 4) * 2 > 10", "not ((p| + 4) * 2 > 10 and opted_in)", "any of (opted_in, (((p| + 4)) / 3) > 1)"]) {
			expect(fits(text).slice(0, 2), text).to.deep.equal([
				["points", true],
				["plan", false],
			]);
		}
	});

	it("offers nothing that reads worse than a hole in its place", () => {
		expect(labels("o|")).to.include("any orders (…)");
		expect(labels("o|pted_in is set")).to.include("opted_in").and.not.to.include("any orders (…)");
	});

	it("knows a calculation in parentheses by what follows them", () => {
		expect(labels("(count |distinct(tags) + 4) * 2 = points")).to.deep.equal([]);
		expect(labels("(count | + 4) * 2 = points")).to.deep.equal(["(…)", "distinct(…)"]);
	});

	it("reads on to the end of a long condition before it offers", () => {
		const rows = (count: number): string => Array(count).fill("(points in (1, 2) and opted_in)").join(", ");
		for (const count of [1, 2, 20, 90]) {
			const text = `any of (|(all of (${rows(count)})), (points = 3))`;
			expect(labels(text), text).to.include("not").and.not.to.include("in segment");
		}
	});

	const fitsOf = (text: string, label: string): boolean | undefined => completions(text).find((item) => item.label === label)?.fits;

	it("sees an `or` behind an `on` that would become its own", () => {
		expect(fitsOf("birthday | or opted_in", "on")).to.equal(false);
		expect(fitsOf("any orders (placed_at no|t in next 4 years or profile.points > 5)", "not on")).to.equal(false);
		expect(fitsOf("birthday | and opted_in", "on")).to.equal(true);
		expect(fitsOf("birthday | or opted_in", "before")).to.equal(true);
		expect(fitsOf("birthday | or opted_in", "on or before")).to.equal(true);
	});

	it("sees an `and` behind a `between` that would become its own", () => {
		for (const [next, fits] of [
			["points > 5", true],
			["opted_in", false],
			["2 - spent > 5", false],
		] as const) {
			expect(fitsOf(`birthday | and ${next}`, "between"), next).to.equal(fits);
			expect(fitsOf(`birthday n|ot in next 3 days and ${next}`, "not between"), next).to.equal(fits);
		}
		expect(labels("signed_up + 4 years |not in next 3 years and 2 - spent != 18")).to.include("on").and.not.to.include("between");
	});
});
