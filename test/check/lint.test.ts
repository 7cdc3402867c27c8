// What compiles and is probably not meant, with the whole message and what each fix makes of the text.
import { expect } from "chai";
import { lint } from "../../src/check/lint.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { compiled } from "../rule/rule-of.ts";

function linted(text: string): readonly string[] {
	return lint(compiled(text).checked).flatMap((found) => [
		`${found.code}: ${found.message}`,
		...found.fixes.map((fix) => `  ${fix.title} → ${applyEdits(text, fix.edits)}`),
	]);
}

const impossible = "contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them.";
const certain = "always-true: Everyone is in it: one of these conditions always holds. Use and, or change one of them.";

const remarks: readonly (readonly [text: string, ...expected: string[]])[] = [
	["age >= 18 and age < 65"],
	[
		"age between 65 and 18",
		"empty-range: This range is empty: 65 is after 18. Exchange them.",
		"  Change to between 18 and 65 → age between 18 and 65",
	],
	["birthday month-day between --12-20 and --01-05"],
	["age > 65 and age < 18", "contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them."],
	[
		'country = "US" and country = "CA"',
		"contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
	],
	["age is missing and age > 5", "contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them."],
	[
		"birthday after 2026-05-01 and birthday before 2026-05-02",
		"contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
	],
	["age > 5 and age < 6"],
	[
		'any orders (status = "a") and no orders (status = "a")',
		"contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
	],
	[
		'any orders (status = "a" and status = "b")',
		"contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
	],
	["opted_in and not opted_in", "contradiction: Nobody can be in it: these conditions exclude each other. Use or, or change one of them."],
	["opted_in or not opted_in", "always-true: Everyone is in it: one of these conditions always holds. Use and, or change one of them."],
	["age is set or age is missing", "always-true: Everyone is in it: one of these conditions always holds. Use and, or change one of them."],
	["age < 5 or age >= 5"],
	[
		"opted_in and age > 5 and opted_in",
		"duplicate-condition: This condition stands here twice. Remove one.",
		"  Remove it → opted_in and age > 5",
	],
	["age > 5 and age > 10", "redundant-condition: This condition adds nothing beside age > 10. Remove it.", "  Remove it → age > 10"],
	["age > 5 or age > 10", "redundant-condition: This condition adds nothing beside age > 5. Remove it.", "  Remove it → age > 5"],
	[
		'country = "US" and country is set',
		'redundant-condition: This condition adds nothing beside country = "US". Remove it.',
		'  Remove it → country = "US"',
	],
	["(age > 5) and age > 10", "redundant-condition: This condition adds nothing beside age > 10. Remove it."],
	["age > 5 # older\nand age > 10", "redundant-condition: This condition adds nothing beside age > 10. Remove it."],
	[
		'country != "US"',
		"lets-missing-in: Profiles without country match too. To leave them out, add and country is set.",
		'  Add and country is set → (country != "US" and country is set)',
	],
	[
		'country != "US" and country is set',
		"lets-missing-in: Profiles without country match too. To leave them out, add and country is set.",
		'  Add and country is set → (country != "US" and country is set) and country is set',
	],
	[
		"age not between 1 and 5",
		"lets-missing-in: Profiles without age match too. To leave them out, add and age is set.",
		"  Add and age is set → (age not between 1 and 5 and age is set)",
	],
	[
		'country not in ("US")',
		"lets-missing-in: Profiles without country match too. To leave them out, add and country is set.",
		'  Add and country is set → (country not in ("US") and country is set)',
	],
	// Said outright, or about something that is never missing.
	...[
		'not country = "US"',
		"country is missing",
		"country is not empty",
		'tags does not have "a"',
		"count(orders) != 5",
		"spent + 1 != 5",
	].map((text) => [text] as const),

	["age between 5 and 5"],
	["signed_up in last 0 days", "empty-range: No value can be in this range. Make it longer."],
	["birthday in last 0 full months", "empty-range: No value can be in this range. Make it longer."],

	["birthday after 2026-05-01 and birthday before 2026-05-03"],
	[
		"birthday anniversary between tomorrow and today and age > 5",
		"empty-range: This range is empty: tomorrow is after today. Exchange them.",
		"  Change to between today and tomorrow → birthday anniversary between today and tomorrow and age > 5",
	],
	["age is set and country is set"],
	["(age > 65 and age < 18) or opted_in", impossible],
	["not (age > 65 and age < 18)", impossible],
	["at least 2 of (age > 65 and age < 18, opted_in, country is set)", impossible],
	['last orders by placed_at (status = "a" and status = "b")', impossible],
	["all of (age > 65 and age < 18, opted_in)", impossible],
	["any of (opted_in or not opted_in, age > 5)", certain],
	["(opted_in or not opted_in) and age > 5", certain],
	["count(orders) < 0 and opted_in"],
	[
		"count(orders) > 2 and count(orders) >= 3",
		"redundant-condition: This condition adds nothing beside count(orders) >= 3. Remove it.",
		"  Remove it → count(orders) >= 3",
	],
	// One test that stands for several conditions does not stand in its own way.
	["birthday in (2026-05, 2026-05-03)"],
	["age > 5 and 5 < age", "duplicate-condition: This condition stands here twice. Remove one.", "  Remove it → age > 5"],
	[
		'country != "US" and opted_in and opted_in',
		"lets-missing-in: Profiles without country match too. To leave them out, add and country is set.",
		'  Add and country is set → (country != "US" and country is set) and opted_in and opted_in',
		"duplicate-condition: This condition stands here twice. Remove one.",
		'  Remove it → country != "US" and opted_in',
	],
];

describe("lint", () => {
	for (const [text, ...expected] of remarks) it(text, () => expect(linted(text)).to.deep.equal(expected));

	it("conditions that stand twice are looked for among fifty, not among more", () => {
		const among = (count: number) => [...Array.from({ length: count - 1 }, (_, index) => `age != ${index}`), "age != 0"].join(" and ");
		const codes = (text: string) => lint(compiled(text).checked).map(({ code }) => code);
		expect(codes(among(50))).to.include("duplicate-condition");
		expect(codes(among(51))).not.to.include("duplicate-condition");
	});

	it("a thousand conditions are linted without trying every pair of values", () => {
		const text = Array.from({ length: 1_000 }, (_, index) => `age != ${index}`).join(" and ");
		expect(lint(compiled(text).checked).length).to.equal(1_000);
	});
});
