// Mistakes in values: aggregates, arithmetic, dates and stretches of time. The whole message, and what each fix makes of the text.
import { expect } from "chai";
import { told } from "./diagnostics-of.ts";

const aggregates: readonly (readonly [text: string, ...expected: string[]])[] = [
	["sum(orders.status) > 5", 'wrong-type: sum() needs numbers, but "orders.status" is text. Name another field.'],
	["avg(orders.status) > 5", 'wrong-type: avg() needs numbers, but "orders.status" is text. Name another field.'],
	["sum(orders.placed_at) > 5", 'wrong-type: sum() needs numbers, but "orders.placed_at" is a date and time. Name another field.'],
	["sum(tags) > 5", 'wrong-type: sum() needs numbers, but "tags" is text. Name another field.'],
	["min(orders.status) > 5", 'wrong-type: min() needs numbers or dates, but "orders.status" is text. Name another field.'],
	["max(tags) > 5", 'wrong-type: max() needs numbers or dates, but "tags" is text. Name another field.'],
	[
		"count distinct(orders.items) > 5",
		'wrong-type: count distinct() needs single values, but "orders.items" is a collection. Name another field.',
	],
	[
		"count distinct(age) > 2",
		'not-a-collection: count distinct() needs a list or a collection, but "age" is a number. Compare the field itself.',
	],
	["sum(orders) > 5", 'not-a-condition: "orders" has several fields. Say which, for example sum(orders.total).'],
	["any orders (sum(items) > 5)", 'not-a-condition: "items" has several fields. Say which, for example sum(items.price).'],
	["any orders (avg(items) > 5)", 'not-a-condition: "items" has several fields. Say which, for example avg(items.price).'],
	["count(orders.items) > 5", "needs-a-collection: count() counts elements. Write count(orders), or count distinct(orders.items)."],
	[
		"count(orders where totel > 5) > 2",
		'unknown-field: There is no field "totel" in "orders". Did you mean "total"?',
		"  Change to total → count(orders where total > 5) > 2",
	],
	[
		"sum(orders.totel) > 5",
		'unknown-field: There is no field "totel" in "orders". Did you mean "total"?',
		"  Change to total → sum(orders.total) > 5",
	],
	["sum(countri.total) > 5", 'unknown-field: There is no field "countri.total". Use a field of the catalogue, or put text in quotes.'],
	["sum(country.x) > 5", 'unknown-field: There is no field "country.x". Did you mean "country"?', "  Change to country → sum(country) > 5"],
];

const collections: typeof aggregates = [
	["any age (x > 5)", 'not-a-collection: "age" is a number, not a collection. Compare the field itself.'],
	['any tags (x = "a")', 'not-a-collection: "tags" is a list, not a collection. Write tags has "…".'],
	["every orders", "missing-condition: Say what every one must be, for example every orders (…)."],
	["last orders by profile.age (total > 5)", 'wrong-type: "profile.age" does not order the elements of "orders". Use "placed_at".'],
	["any orders (last items by sku (price > 5))", 'wrong-type: "sku" does not order the elements of "items". Use a date or a number.'],
	["at least 2 of (opted_in)", 'value-out-of-range: "at least 2" does not fit 1 condition. Write a whole number from 1 to 1.'],
	[
		"at least 1.5 of (opted_in, age > 5)",
		'value-out-of-range: "at least 1.5" does not fit 2 conditions. Write a whole number from 1 to 2.',
	],
	[
		"any of (opted_in, agee > 5)",
		'unknown-field: There is no field "agee". Did you mean "age"?',
		"  Change to age → any of (opted_in, age > 5)",
	],
];

const arithmetic: typeof aggregates = [
	['age + "5" > 6', 'wrong-type: "5" is text, but a number is needed here. Write 5.', "  Change to 5 → age + 5 > 6"],
	['age + "x" > 6', 'wrong-type: "x" is text, but a number is needed here. Write a number, for example 18.'],
	['age + "" > 6', 'wrong-type: "" is text, but a number is needed here. Write a number, for example 18.'],
	["age + country > 6", 'wrong-type: "country" is text, but a number is needed here. Write a number, for example 18.'],
	["age + opted_in > 6", 'wrong-type: "opted_in" is true or false, but a number is needed here. Write a number, for example 18.'],
	["age + true > 6", "wrong-type: true is true or false, but a number is needed here. Write a number, for example 18."],
	["age > 6 / 0", 'divide-by-zero: "6 / 0" divides by 0, which is never a number.'],
	["age / (1 - 1) > 5", 'divide-by-zero: "age / (1 - 1)" divides by 0, which is never a number.'],
	["age > 9000000000000000 * 2", 'value-out-of-range: "9000000000000000 * 2" is too large a number.'],
	["1 + 2 > 2", 'not-a-condition: "1 + 2 > 2" is the same for every profile. Begin with a field, for example loyalty_points >= 500.'],
	["age > 5 +", 'missing-value: Write a value after "+".'],
	['age in (1, "x")', 'wrong-type: "age" is a number, but "x" is text. Write a number, for example 18.'],
];

const dates: typeof aggregates = [
	[
		"country = 2026-05-01T10:00:00Z",
		'wrong-type: "country" is text, but "2026-05-01T10:00:00Z" is a date. Write "2026-05-01T10:00:00Z".',
		'  Write "2026-05-01T10:00:00Z" → country = "2026-05-01T10:00:00Z"',
	],
	["country = today", 'wrong-type: "country" is text, but "today" is a date. Write text in quotes, for example "some text".'],
	["birthday before true", 'wrong-type: "birthday" is a date, but true is true or false. Write a date, for example 2026-05-01.'],
	[
		"birthday before --05-01",
		'wrong-type: "birthday" is a date, but "--05-01" is a day of the year. Write a date, for example 2026-05-01.',
	],
	["birthday on 1899", 'wrong-type: "birthday" is a date, but 1899 is a number. Write a date, for example 2026-05-01.'],
	["birthday on 2300", 'wrong-type: "birthday" is a date, but 2300 is a number. Write a date, for example 2026-05-01.'],
	["birthday on 2026.5", 'wrong-type: "birthday" is a date, but 2026.5 is a number. Write a date, for example 2026-05-01.'],
	[
		"birthday in (2026-05-01, trial_end)",
		'wrong-type: "trial_end" is not a fixed date, so it cannot stand in a list. Compare it on its own with "=".',
	],
	['month(birthday) = "smarch"', 'wrong-type: "smarch" is not the name of a month. Write one, for example jan.'],
	['age(birthday) = "x"', 'wrong-type: "age(birthday)" is a number, but "x" is text. Write a number, for example 18.'],
	["age(birthday) = jan", 'unknown-field: There is no field "jan". Use a field of the catalogue, or put text in quotes.'],
	[
		"birthday month-day between --12-20 and signed_up month-day",
		'wrong-type: "between" needs two fixed days of the year. Write them, for example between --12-20 and --01-05.',
	],
	[
		"birthday anniversary trial_end",
		'wrong-type: "trial_end" is not a fixed day. Write one after "anniversary", for example today or in next 7 days.',
	],
	['birthday anniversary "x"', 'wrong-type: "birthday" is a date, but "x" is text. Write a date, for example 2026-05-01.'],
	...["signed_up on max(orders.placed_at)", "birthday after max(orders.placed_at)", "month(max(orders.placed_at)) = 5"].map(
		(text) =>
			[
				text,
				'wrong-type: The day of "max(orders.placed_at)" cannot be known. Use a date field, or compare with "before" and "after".',
			] as const,
	),
	[
		"max(orders.placed_at) anniversary today",
		'wrong-type: The day of "max(orders.placed_at)" cannot be known. Use a date field, or compare with "before" and "after".',
	],
	["hour(max(orders.placed_at)) > 3", 'wrong-type: hour() needs a date field, not "max(orders.placed_at)". Write the field alone.'],
	[
		"signed_up after max(orders.placed_at) + 3 months",
		'wrong-type: "max(orders.placed_at)" cannot be moved by months. Move a date field itself.',
	],
];

const distances: typeof aggregates = [
	["birthday before 2299-12-31"],
	[
		"birthday before 2299-12-31 + 1 day",
		'value-out-of-range: "2299-12-31 + 1 day" falls outside the years 1900 to 2299. Write a nearer date.',
	],
	["signed_up before 2299"],
	["signed_up before 2299 + 1 month", 'value-out-of-range: "2299 + 1 month" falls outside the years 1900 to 2299. Write a nearer date.'],
	[
		"birthday before 2000-01-01 - 200 years + 3 days",
		'value-out-of-range: "2000-01-01 - 200 years + 3 days" falls outside the years 1900 to 2299. Write a nearer date.',
	],
	["birthday before 3 seconds ago", 'unit-too-small: "3 seconds ago" counts seconds, but a date has no time of day. Use days or longer.'],
	["birthday before 3 minutes ago", 'unit-too-small: "3 minutes ago" counts minutes, but a date has no time of day. Use days or longer.'],
	["birthday in last 3 seconds", 'unit-too-small: "last 3 seconds" counts seconds, but a date has no time of day. Use days or longer.'],
	["birthday in last 3 minutes", 'unit-too-small: "last 3 minutes" counts minutes, but a date has no time of day. Use days or longer.'],
	["birthday in last 200000 days"],
	[
		"birthday in last 200001 days",
		'value-out-of-range: "last 200001 days" is longer than all dates that SegQL knows. Use a smaller number.',
	],
	["birthday in last 200000 full months"],
	[
		"birthday in last 200001 full months",
		'value-out-of-range: "last 200001 full months" is longer than all dates that SegQL knows. Use a smaller number.',
	],
	["signed_up in last 200000 months"],
	[
		"signed_up in last 200001 months",
		'value-out-of-range: "last 200001 months" is longer than all dates that SegQL knows. Use a smaller number.',
	],
	["signed_up after trial_end + 200000 days"],
	[
		"signed_up after trial_end + 200001 days",
		'value-out-of-range: "trial_end + 200001 days" is too far away to be a date. Use a smaller number.',
	],
	["signed_up after trial_end - 200000 months"],
	[
		"signed_up after trial_end - 200001 months",
		'value-out-of-range: "trial_end - 200001 months" is too far away to be a date. Use a smaller number.',
	],
];

for (const [subject, messages] of Object.entries({
	aggregates,
	"collections and groups": collections,
	arithmetic,
	dates,
	"amounts of time": distances,
})) {
	describe(`check messages: ${subject}`, () => {
		for (const [text, ...expected] of messages) it(text, () => expect(told(text)).to.deep.equal(expected));
	});
}
