// How two texts relate, against their answers on profiles.
import { expect } from "chai";
import fc from "fast-check";
import { type Difference, difference } from "../../src/check/difference.ts";
import { compiled } from "../rule/rule-of.ts";

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
];

describe("difference", () => {
	for (const [before, after, expected] of pairs)
		it(`${before} → ${after}: ${expected}`, () => expect(differenceOf(before, after)).to.equal(expected));

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
