// How two texts relate, against their answers on profiles.
import { expect } from "chai";
import fc from "fast-check";
import { type Difference, difference } from "../../src/check/difference.ts";
import { compile } from "../../src/compile.ts";
import { compiled } from "../rule/rule-of.ts";
import { shop } from "./shop.ts";

const differenceOf = (before: string, after: string): Difference => difference(compiled(before).checked, compiled(after).checked);

const pairs: readonly (readonly [before: string, after: string, Difference])[] = [
	["age > 5", "age > 5", "equal"],
	["age > 5", "not age <= 5", "looser"],
	["age >= 5 and age <= 9", "age between 5 and 9", "equal"],
	['country = "US" or country = "CA"', 'country in ("CA", "US")', "equal"],
	["age > 5", "age > 10", "stricter"],
	["age > 10", "age > 5", "looser"],
	["age > 5", "age < 10", "different"],
	["opted_in", "opted_in and age > 5", "stricter"],
	["not (opted_in and age > 5)", "not opted_in or not age > 5", "equal"],
	["signed_up on 2026-05-01", "signed_up on 2026-05", "looser"],
	["at least 3 orders", "count(orders) > 2", "equal"],
	["at least 2 of (opted_in, age > 5, spent > 5)", "opted_in and age > 5", "stricter"],
	['tags has all of ("a", "b")', 'tags has "a"', "looser"],
	['country contains "a"', 'country contains "b"', "different"],

	// Counts are whole, never negative and never missing.
	["count(orders) >= 1", "count(orders) != 0", "equal"],
	["count(orders) < 1", "count(orders) = 0", "equal"],
	["count distinct(orders.status) > 2", "count distinct(orders.status) >= 3", "equal"],
	["count(orders) = 0", "age = 5 and age = 6", "stricter"],
	["sum(orders.total) > 2", "sum(orders.total) >= 3", "stricter"],
	["sum(orders.total) < 1", "sum(orders.total) = 0", "stricter"],

	// Months, weekdays, hours and days are whole; numbers are not.
	["month(birthday) > 2", "month(birthday) >= 3", "equal"],
	["weekday(birthday) < 6", "weekday(birthday) <= 5", "equal"],
	["hour(signed_up) > 5", "hour(signed_up) >= 6", "equal"],
	["birthday after 2026-05-01", "birthday on or after 2026-05-02", "equal"],
	["visits > 2", "visits >= 3", "stricter"],

	["opted_in is set", "opted_in = true or opted_in = false", "equal"],
	["opted_in", "opted_in != false", "looser"],
	["opted_in is set", "opted_in", "stricter"],
	["opted_in is missing", "opted_in != true", "looser"],
	["country is set", 'country = "US" or country = "CA"', "stricter"],
	["country is set", 'country = "" or country = "\\u0001"', "stricter"],
	["country is set", 'country = "\\u0001" or country = ""', "stricter"],
	['country != "US" and country is set', 'country in ("CA", "MX")', "stricter"],

	['tags has any of ("a", "b")', 'tags has all of ("b", "a")', "stricter"],
	['tags has any of ("a", "b")', 'tags has "b" or tags has "a"', "equal"],
	["tags is empty", "tags is not empty", "different"],
	["age > visits", "age > spent", "different"],
	["last orders by placed_at (total > 5)", "first orders by placed_at (total > 5)", "different"],
	["birthday anniversary between tomorrow and today", "age > 5 and age < 5", "equal"],
	["birthday anniversary between tomorrow and today or age > 5", "age > 5", "equal"],
];

describe("difference", () => {
	for (const [before, after, expected] of pairs)
		it(`${before} → ${after}: ${expected}`, () => expect(differenceOf(before, after)).to.equal(expected));

	it("a segment referred to is what its text says", () => {
		const entry = { id: "1", name: "adults", text: "age >= 18", active: true };
		const segments = { find: () => entry, names: () => ["adults"] };
		const result = compile('in segment "adults"', { catalogue: shop, segments });
		if (!result.ok) throw new Error("It does not compile.");
		expect(difference(result.segment.checked, compiled("age >= 18").checked)).to.equal("equal");
	});

	it("is unknown where one of the two questions is too large to be decided", () => {
		const letters = [..."abcdefghijklmnopqrstuvwx"].map((letter) => `country contains "${letter}"`);
		const [twelve, eleven] = [`at least 12 of (${letters.join(", ")})`, `at least 11 of (${letters.toReversed().join(", ")})`];
		expect(differenceOf(twelve, eleven)).to.equal("unknown");
		expect(differenceOf(eleven, twelve)).to.equal("unknown");
	});

	const tests = [
		"age > 5",
		"age >= 7",
		"age < 6",
		"age is missing",
		'country = "US"',
		'country != "CA"',
		"opted_in",
		"not opted_in",
		"age between 6 and 8",
	];
	const texts = fc
		.tuple(
			fc.array(fc.constantFrom(...tests), { minLength: 1, maxLength: 4 }),
			fc.array(fc.constantFrom(" and ", " or "), { minLength: 4, maxLength: 4 }),
		)
		.map(([parts, words]) => parts.map((part, index) => (index === 0 ? part : `${words[index]}${part}`)).join(""));
	const profiles = [undefined, 5, 5.5, 6, 7, 7.5, 8, 9].flatMap((age) =>
		[undefined, "US", "CA", "MX"].flatMap((country) => [undefined, true, false].map((opted_in) => ({ age, country, opted_in }))),
	);

	it("says what the answers of profiles in every cell say", () => {
		fc.assert(
			fc.property(texts, texts, (before, after) => {
				const [first, second] = [compiled(before), compiled(after)];
				const leaves = profiles.some((profile) => first.test(profile) && !second.test(profile));
				const enters = profiles.some((profile) => !first.test(profile) && second.test(profile));
				const expected = leaves ? (enters ? "different" : "stricter") : enters ? "looser" : "equal";
				expect(difference(first.checked, second.checked)).to.equal(expected);
			}),
			{ numRuns: 200 },
		);
	});
});
