// Mistakes in what is tested: values that are no condition, operators that do not fit, names with a prefix. Whole messages and fixes.
import { expect } from "chai";
import { told } from "./diagnostics-of.ts";

const messages: readonly (readonly [text: string, ...expected: string[]])[] = [
	["country", 'not-a-condition: "country" is text, not a condition. Compare it, for example country = "…".'],
	["age", 'not-a-condition: "age" is a number, not a condition. Compare it, for example age > 0.'],
	["spent + 1", 'not-a-condition: "spent + 1" is a number, not a condition. Compare it, for example spent + 1 > 0.'],
	["count(orders)", 'not-a-condition: "count(orders)" is a number, not a condition. Compare it, for example count(orders) > 0.'],
	["birthday", 'not-a-condition: "birthday" is a date, not a condition. Compare it, for example birthday in last 30 days.'],
	["signed_up", 'not-a-condition: "signed_up" is a date and time, not a condition. Compare it, for example signed_up in last 30 days.'],
	["tags", 'not-a-condition: "tags" is a list, not a condition. Compare it, for example tags has "…".'],
	["orders", 'not-a-condition: "orders" is a collection, not a condition. Compare it, for example any orders (…).'],
	[
		"birthday month-day",
		'not-a-condition: "birthday month-day" is a day of the year, not a condition. Compare it, for example birthday month-day = --05-01.',
	],
	["`Loyalty Points`", 'not-a-condition: "`Loyalty Points`" is a number, not a condition. Compare it, for example `Loyalty Points` > 0.'],
	["age is true", 'wrong-type: "age" is a number, but true is true or false. Write a number, for example 18.'],
	["country is true", 'wrong-type: "country" is text, but true is true or false. Write text in quotes, for example "some text".'],

	['tags contains "a"', 'wrong-operator: "tags" is a list. Use "has" to look into it.', '  Change to has → tags has "a"'],
	[
		'tags does not contain "a"',
		'wrong-operator: "tags" is a list. Use "does not have" to look into it.',
		'  Change to does not have → tags does not have "a"',
	],
	[
		'tags not in ("a", "b")',
		'wrong-operator: "tags" is a list. Use "has none of" to look into it.',
		'  Change to has none of → tags has none of ("a", "b")',
	],
	[
		'tags contains any of ("a", "b")',
		'wrong-operator: "contains any of" does not work on "tags", which is a list. Use "is set", "is empty", "has", "has any of", "has all of".',
	],
	[
		'tags = "vip" ignoring case',
		'wrong-operator: "=" does not work on "tags", which is a list. Use "is set", "is empty", "has", "has any of", "has all of".',
	],
	[
		"tags > 5",
		'wrong-operator: "tags" is a list. To compare how many there are, write count(tags).',
		"  Change to count(tags) → count(tags) > 5",
	],
	[
		"orders = 2",
		'wrong-operator: "orders" is a collection. To compare how many there are, write count(orders).',
		"  Change to count(orders) → count(orders) = 2",
	],
	[
		"not 2 < orders",
		'wrong-operator: "orders" is a collection. To compare how many there are, write count(orders).',
		"  Change to count(orders) → not 2 < count(orders)",
	],
	[
		"scores between 1 and 3",
		'wrong-operator: "scores" is a list. To compare how many there are, write count(scores).',
		"  Change to count(scores) → count(scores) between 1 and 3",
	],
	["orders before 5", 'wrong-operator: "before" does not work on "orders", which is a collection. Use "is set", "is empty".'],
	[
		'orders "x"',
		'missing-operator: Write an operator between "orders" and "x", for example orders = "x".',
		'  Add "=" → orders = "x"',
		'wrong-operator: "orders" is a collection. Use "is set", "is empty".',
	],
	[
		"country = US",
		'unknown-field: There is no field "US". Use a field of the catalogue, or put text in quotes.',
		'  Write "US" → country = "US"',
	],
	[
		"country = contry",
		'unknown-field: There is no field "contry". Did you mean "country"?',
		"  Change to country → country = country",
		'  Write "contry" → country = "contry"',
	],
	[
		'tags has any of (`a b`, "x")',
		'unknown-field: There is no field "a b". Use a field of the catalogue, or put text in quotes.',
		'  Write "a b" → tags has any of ("a b", "x")',
	],
	["age = US", 'unknown-field: There is no field "US". Use a field of the catalogue, or put text in quotes.'],
	[
		"country like US",
		'wrong-type: "US" is not a fixed text. Write text in quotes, for example "some text".',
		'  Write "US" → country like "US"',
	],
	[
		'country like "%S%"',
		'no-wildcard: Without * or ? this is the whole text, "%" in it too. Write "*S*" if "%" is to stand for any characters.',
		'  Change to "*S*" → country like "*S*"',
	],
	['country like "50%*"'],
	["weekday(birthday) = 0", "unknown-value: 0 is not among the values of weekday(), which are 1 (Monday) to 7 (Sunday)."],
	["weekday(birthday) in (1, 7, 8)", "unknown-value: 8 is not among the values of weekday(), which are 1 (Monday) to 7 (Sunday)."],
	["weekday(birthday) != mon"],
	["month(birthday) = 13", "unknown-value: 13 is not among the values of month(), which are 1 to 12."],
	["month(birthday) in (jan, 12)"],
	[
		"hour(signed_up) in (0, 23, 24, 3.5)",
		"unknown-value: 24 is not among the values of hour(), which are 0 to 23.",
		"unknown-value: 3.5 is not among the values of hour(), which are 0 to 23.",
	],
	["hour(signed_up) >= 24"],
	["age(birthday) = 18"],
	['country contains "%S%"'],
	["opted_in > 5", 'wrong-operator: ">" does not work on "opted_in", which is true or false. Use "=", "in", "is set", "is empty".'],

	["country contains 5", 'wrong-type: "country" is text, but 5 is a number. Write "5".', '  Write "5" → country contains "5"'],
	[
		"country contains true",
		'wrong-type: "country" is text, but true is true or false. Write "true".',
		'  Write "true" → country contains "true"',
	],
	[
		'country contains any of ("a", 5)',
		'wrong-type: "country" is text, but 5 is a number. Write "5".',
		'  Write "5" → country contains any of ("a", "5")',
	],
	["country contains", 'missing-value: Write a value after "contains", for example country contains "x".'],
	['age > " 18 "', 'wrong-type: "age" is a number, but " 18 " is text. Write 18.', "  Write 18 → age > 18"],
	['opted_in = " true "', 'wrong-type: "opted_in" is true or false, but " true " is text. Write true.', "  Write true → opted_in = true"],
	[
		'birthday after " 2026-05-01"',
		'wrong-type: "birthday" is a date, but " 2026-05-01" is text. Write 2026-05-01.',
		"  Write 2026-05-01 → birthday after 2026-05-01",
	],
	['age = ""', 'wrong-type: "age" is a number, but "" is text. Write a number, for example 18.'],
	['age = "x18"', 'wrong-type: "age" is a number, but "x18" is text. Write a number, for example 18.'],
	['opted_in = "TRUE"', 'wrong-type: "opted_in" is true or false, but "TRUE" is text. Write true.', "  Write true → opted_in = true"],
	...["truest", "untrue", "18", "2026-05-01"].map(
		(text) =>
			[
				`opted_in = "${text}"`,
				`wrong-type: "opted_in" is true or false, but "${text}" is text. Write true or false, for example true.`,
			] as const,
	),
	['age = "true"', 'wrong-type: "age" is a number, but "true" is text. Write a number, for example 18.'],
	['age = "2026-05-01"', 'wrong-type: "age" is a number, but "2026-05-01" is text. Write a number, for example 18.'],
	[
		'birthday after "2026-05-01"',
		'wrong-type: "birthday" is a date, but "2026-05-01" is text. Write 2026-05-01.',
		"  Write 2026-05-01 → birthday after 2026-05-01",
	],

	["my_good_age > 5", 'unknown-field: There is no field "my_good_age". Use a field of the catalogue, or put text in quotes.'],
	['profile.contry = "US"', 'unknown-field: There is no field "profile.contry". Use a field of the catalogue, or put text in quotes.'],
	// Fields that only merge fields may use are not offered.
	['greting = "x"', 'unknown-field: There is no field "greting". Use a field of the catalogue, or put text in quotes.'],
	[
		'any orders (profile.contry = "US")',
		'unknown-field: There is no field "contry". Did you mean "country"?',
		'  Change to profile.country → any orders (profile.country = "US")',
	],
	[
		"at least 5 of (agee > 5, opted_in)",
		'value-out-of-range: "at least 5" does not fit 2 conditions. Write a whole number from 1 to 2.',
		'unknown-field: There is no field "agee". Did you mean "age"?',
		"  Change to age → at least 5 of (age > 5, opted_in)",
	],
];

describe("check messages: tests", () => {
	for (const [text, ...expected] of messages) it(text, () => expect(told(text)).to.deep.equal(expected));
});
