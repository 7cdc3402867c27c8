// Every mistake of meaning has its own diagnostic: the whole message, the fixes, and where it points.
import { expect } from "chai";
import type { SegmentEntry } from "../../src/check/references.ts";
import { diagnosticsOf, told } from "./diagnostics-of.ts";

const messages: readonly (readonly [title: string, text: string, ...expected: string[]])[] = [
	[
		"an unknown field, with near names",
		'contry = "US"',
		'unknown-field: There is no field "contry". Did you mean "country"?',
		'  Change to country → country = "US"',
	],
	[
		"an unknown field that is like no other",
		"zzzzzzzzz > 3",
		'unknown-field: There is no field "zzzzzzzzz". Use a field of the catalogue, or put text in quotes.',
	],
	[
		"an unknown field of an element",
		"any orders (totel > 5)",
		'unknown-field: There is no field "totel" in "orders". Did you mean "total"?',
		"  Change to total → any orders (total > 5)",
	],
	[
		"a profile's field inside a collection",
		'any orders (country = "US")',
		'unknown-field: Inside "orders", a name is the element\'s own field, and there is no "country" there. For the profile\'s field, write profile.country.',
		'  Change to profile.country → any orders (profile.country = "US")',
	],
	[
		"the profile's prefix where it is not needed",
		'profile.country = "US"',
		'profile-prefix-outside: "profile." is only needed inside a collection\'s parentheses. Write country here.',
		'  Change to country → country = "US"',
	],
	[
		"an element's field outside",
		"total > 5",
		'element-field-outside: "total" has one value for each of "orders". Say which, for example any orders (total …).',
	],
	[
		"a dotted element's field outside",
		"orders.total > 5",
		'element-field-outside: "orders.total" has one value for each of "orders". Say which, for example any orders (total …).',
	],
	[
		"a field that only merge fields may use",
		'greeting = "Hi"',
		'merge-field-only: "greeting" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.',
	],
	[
		"a number compared with text",
		'age > "eighteen"',
		'wrong-type: "age" is a number, but "eighteen" is text. Write a number, for example 18.',
	],
	["a number in quotes", 'age > "18"', 'wrong-type: "age" is a number, but "18" is text. Write 18.', "  Write 18 → age > 18"],
	[
		"text compared with a number",
		"country = 5",
		'wrong-type: "country" is text, but 5 is a number. Write "5".',
		'  Write "5" → country = "5"',
	],
	[
		"text compared with a date",
		"country = 2026-05-01",
		'wrong-type: "country" is text, but 2026-05-01 is a date. Write "2026-05-01".',
		'  Write "2026-05-01" → country = "2026-05-01"',
	],
	[
		"a boolean compared with text",
		'opted_in = "true"',
		'wrong-type: "opted_in" is true or false, but "true" is text. Write true.',
		"  Write true → opted_in = true",
	],
	[
		"fields of different types",
		"country = age",
		'wrong-type: "country" is text, but "age" is a number. Write text in quotes, for example "some text".',
	],
	[
		"a date compared with text",
		'birthday = "soon"',
		'wrong-type: "birthday" is a date, but "soon" is text. Write a date, for example 2026-05-01.',
	],
	[
		"a date in quotes",
		'signed_up after "2026-05-01"',
		'wrong-type: "signed_up" is a date and time, but "2026-05-01" is text. Write 2026-05-01.',
		"  Write 2026-05-01 → signed_up after 2026-05-01",
	],
	[
		"a date compared with a number",
		"birthday after 5",
		'wrong-type: "birthday" is a date, but 5 is a number. Write a date, for example 2026-05-01.',
	],
	[
		"a text operator on a number",
		'age contains "1"',
		'wrong-operator: "contains" does not work on "age", which is a number. Use "=", "<", "<=", ">", ">=", "between", "in", "is set", "is empty".',
	],
	["= on a list", 'tags = "vip"', 'wrong-operator: "tags" is a list. Use "has" to look into it.', '  Change to has → tags has "vip"'],
	[
		"!= on a list",
		'tags != "vip"',
		'wrong-operator: "tags" is a list. Use "does not have" to look into it.',
		'  Change to does not have → tags does not have "vip"',
	],
	[
		"in on a list",
		'tags in ("a", "b")',
		'wrong-operator: "tags" is a list. Use "has any of" to look into it.',
		'  Change to has any of → tags has any of ("a", "b")',
	],
	[
		"a comparison of a collection",
		"orders > 5",
		'wrong-operator: "orders" is a collection. To compare how many there are, write count(orders).',
		"  Change to count(orders) → count(orders) > 5",
	],
	[
		"ignoring case on a number",
		"age = 5 ignoring case",
		'wrong-operator: "ignoring case" is only for text, and "age" is a number. Remove it.',
	],
	[
		"a field that is not a condition",
		"country",
		'not-a-condition: "country" is text, not a condition. Compare it, for example country = "…".',
	],
	[
		"two fixed values",
		"1 = 1",
		'not-a-condition: "1 = 1" is the same for every profile. Begin with a field, for example loyalty_points >= 500.',
	],
	["a list as a collection", 'any tags (x = "a")', 'not-a-collection: "tags" is a list, not a collection. Write tags has "…".'],
	["a sum of a collection", "sum(orders) > 5", 'not-a-condition: "orders" has several fields. Say which, for example sum(orders.total).'],
	["a sum of text", "sum(orders.status) > 5", 'wrong-type: sum() needs numbers, but "orders.status" is text. Name another field.'],
	[
		"a count of values",
		"count(orders.total) > 5",
		"needs-a-collection: count() counts elements. Write count(orders), or count distinct(orders.total).",
	],
	[
		"a sum of one number",
		"sum(age) > 5",
		'not-a-collection: sum() needs a list or a collection, but "age" is a number. Compare the field itself.',
	],
	[
		"where in a list",
		'count(tags where x = "a") > 1',
		'not-a-collection: "tags" is a list and has no fields of its own to test. Remove "where".',
	],
	[
		"half an element",
		"at least 1.5 orders",
		'value-out-of-range: "1.5" cannot count elements. Write a whole number, for example 2.',
		"  Change to 2 → at least 2 orders",
	],
	[
		"more conditions than there are",
		"at least 3 of (opted_in, age > 5)",
		'value-out-of-range: "at least 3" does not fit 2 conditions. Write a whole number from 1 to 2.',
	],
	[
		"an order by text",
		"last orders by status (total > 5)",
		'wrong-type: "status" does not order the elements of "orders". Use "placed_at".',
	],
	[
		"hours of a date",
		"birthday after 3 hours ago",
		'unit-too-small: "3 hours ago" counts hours, but a date has no time of day. Use days or longer.',
	],
	[
		"a rolling window of hours of a date",
		"birthday in last 3 hours",
		'unit-too-small: "last 3 hours" counts hours, but a date has no time of day. Use days or longer.',
	],
	[
		"a point beyond all dates",
		"signed_up before 500 years ago",
		'value-out-of-range: "500 years ago" falls outside the years 1900 to 2299. Write a nearer date.',
	],
	["a division by zero", "spent / 0 > 5", 'divide-by-zero: "spent / 0" divides by 0, which is never a number.'],
	[
		"arithmetic with text",
		"country + 1 > 5",
		'wrong-type: "country" is text, but a number is needed here. Write a number, for example 18.',
	],
	["the hour of a date", "hour(birthday) > 5", 'wrong-type: "birthday" is a date and has no hour. Use a date and time.'],
	[
		"an age of a number",
		"age(visits) > 5",
		'wrong-type: "visits" is a number, but a date is needed here. Write a date, for example 2026-05-01.',
	],
	[
		"a weekday that is none",
		'weekday(birthday) = "someday"',
		'wrong-type: "someday" is not the name of a weekday. Write one, for example sat.',
	],
	[
		"a value outside the options",
		'country = "UK"',
		'unknown-value: "UK" is not among the values of "country", which are "US", "CA", "MX". Did you mean "US"?',
		'  Change to "US" → country = "US"',
	],
	[
		"a value that differs by case only",
		'country = "us"',
		'unknown-value: "us" is not among the values of "country", which are "US", "CA", "MX". Did you mean "US"?',
		'  Change to "US" → country = "US"',
	],
	[
		"every over a collection that may be empty",
		"every orders (total > 5)",
		'every-over-nothing: A profile with no "orders" at all matches too. To ask for at least one, add and any orders.',
		"  Add and any orders → (every orders (total > 5) and any orders)",
	],
	[
		"an inner collection's field",
		'any orders (sku = "x")',
		'element-field-outside: "sku" has one value for each of "items". Say which, for example any items (sku …).',
	],
	[
		"a field in a list of values",
		"country in (address.city)",
		'wrong-type: "address.city" is not a fixed value, so it cannot stand in a list. Compare it on its own with "=".',
	],
	[
		"a field as a pattern",
		"country contains address.city",
		'wrong-type: "address.city" is not a fixed text. Write text in quotes, for example "some text".',
	],
	[
		"a reference inside a collection",
		'any orders (in segment "vip")',
		'reference-inside-collection: A segment is about the whole profile and cannot be asked of one element of "orders". Move it outside the parentheses.',
	],
];

describe("check messages", () => {
	for (const [title, text, ...expected] of messages) {
		it(title, () => expect(told(text)).to.deep.equal(expected));
	}

	/** A text, and the words in it that are wrong. */
	const places: readonly (readonly [text: string, ...words: string[]])[] = [
		['opted_in and contry = "US"', "contry"],
		["opted_in and (age is true or visits > 5)", "is true"],
		["opted_in and age", "age"],
		['not tags = "vip"', "="],
		['opted_in and country in ("US", 5)', "5"],
		["age > 5 and age = 5 ignoring case", "age = 5 ignoring case"],
		["opted_in and spent / 0 > 5", "0"],
		["opted_in and sum(orders.totel) > 5", "totel"],
		["opted_in and every orders (total > 5)", "every"],
		["opted_in and every orders", "every orders"],
		["opted_in and at least 3 of (opted_in, age > 5)", "at least 3 of (opted_in, age > 5)"],
		[
			"opted_in and birthday month-day between --12-20 and signed_up month-day",
			"birthday month-day between --12-20 and signed_up month-day",
		],
		["opted_in and signed_up after max(orders.placed_at) + 3 months", "max(orders.placed_at)"],
		["opted_in and last orders by status (total > 5)", "status"],
	];
	for (const [text, ...words] of places) {
		it(`points at the words that are wrong: ${text}`, () =>
			expect(diagnosticsOf(text).map(({ span }) => text.slice(span.from, span.to))).to.deep.equal(words));
	}

	it("tells every mistake at once, in the order of the text", () => {
		expect(diagnosticsOf('contry = "US" and age > "x" and tags = "y"').map((found) => found.code)).to.deep.equal([
			"unknown-field",
			"wrong-type",
			"wrong-operator",
		]);
	});
});

const library = (...segments: readonly (readonly [name: string, text: string, active?: boolean])[]) => {
	const entries = new Map<string, SegmentEntry>(segments.map(([name, text, active = true]) => [name, { id: name, name, text, active }]));
	return { find: (name: string) => entries.get(name), names: () => [...entries.keys()] };
};

describe("references", () => {
	it("an unknown segment, with near names", () => {
		expect(told('in segment "vpi"', { segments: library(["vip", "opted_in"]) })).to.deep.equal([
			'unknown-segment: There is no segment "vpi". Did you mean "vip"?',
			'  Change to "vip" → in segment "vip"',
		]);
	});

	it("a circle is printed as a path", () => {
		const segments = library(["vip", 'in segment "gold"'], ["gold", 'in segment "vip"']);
		expect(told('in segment "vip"', { segments })).to.deep.equal([
			"segment-cycle: These segments refer to each other in a circle: vip → gold → vip. Remove one of the references.",
		]);
	});

	it("a segment that refers to itself", () => {
		expect(told('in segment "vip"', { segments: library(["vip", 'in segment "vip"']) })).to.deep.equal([
			"segment-cycle: These segments refer to each other in a circle: vip → vip. Remove one of the references.",
		]);
	});

	it("a deactivated segment is refused unless a policy says otherwise", () => {
		const segments = library(["old", "opted_in", false]);
		expect(told('in segment "old"', { segments })).to.deep.equal([
			'deactivated-segment: Segment "old" is deactivated. Activate it or remove the reference.',
		]);
		expect(told('in segment "old"', { segments, deactivatedSegments: "nobody" })).to.deep.equal([]);
		expect(told('in segment "old"', { segments, deactivatedSegments: "as-active" })).to.deep.equal([]);
	});

	it("a segment with a mistake of its own", () => {
		expect(told('in segment "bad"', { segments: library(["bad", "agee > 5"]) })).to.deep.equal([
			'broken-segment: Segment "bad" has a mistake of its own and must be corrected first: There is no field "agee". Did you mean "age"?',
		]);
	});

	it("a segment without a condition would be everyone, and is refused", () => {
		expect(told('in segment "blank"', { segments: library(["blank", "# nothing yet"]) })).to.deep.equal([
			'broken-segment: Segment "blank" has no condition. Write one there first.',
		]);
	});

	it("conditions brought in are limited, each use counted", () => {
		const segments = library(["two", "opted_in and age > 5"]);
		const text = 'in segment "two" or in segment "two"';
		expect(told(text, { segments, maxReferencedConditions: 4 })).to.deep.equal([]);
		expect(told(text, { segments, maxReferencedConditions: 3 })).to.deep.equal([
			"too-many-references: Together the segments referred to hold more than 3 conditions. Refer to fewer or smaller segments.",
		]);
	});

	it("a chain of references is limited in depth", () => {
		const chain = (length: number) =>
			library(
				...Array.from({ length }, (_, index): [string, string] => [
					`s${index}`,
					index + 1 < length ? `in segment "s${index + 1}"` : "opted_in",
				]),
			);
		expect(told('in segment "s0"', { segments: chain(50), maxReferenceDepth: 50 })).to.deep.equal([]);
		expect(told('in segment "s0"', { segments: chain(51), maxReferenceDepth: 50 })).to.deep.equal([
			"too-many-references: These segments refer to each other more than 50 deep. Refer to the inner ones directly.",
		]);
	});
});
