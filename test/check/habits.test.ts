// What people write out of habit, from SQL, JavaScript, spreadsheets and prose: all that is said of it, and the text after each fix.
import { expect } from "chai";
import { told } from "./diagnostics-of.ts";

type Cases = readonly (readonly [text: string, ...expected: string[]])[];

/** Fixes with no blanks around what they insert made other words. */
const closeTogether: Cases = [
	[
		'tags "vip"',
		'missing-operator: Write an operator between "tags" and "vip", for example tags = "vip".',
		'  Add "=" → tags = "vip"',
		'wrong-operator: "tags" is a list. Use "has" to look into it.',
		'  Change to has → tags has "vip"',
	],
	[
		"opted_in,tags is set",
		'unexpected-words: Write "and" or "or" instead of ",".',
		"  Change to and → opted_in and tags is set",
		"  Change to or → opted_in or tags is set",
	],
];

/** Each fix means what was written, and what cannot be known has none. */
const otherMeanings: Cases = [
	[
		'country != "US" or "CA" or "MX"',
		'missing-operator: "CA" alone is no condition. Write country not in ("US", "CA", "MX").',
		'  Change to country not in ("US", "CA", "MX") → country not in ("US", "CA", "MX")',
	],
	[
		'country = "US" and "CA" and opted_in',
		'missing-operator: "CA" alone is no condition. Write country in ("US", "CA").',
		'  Change to country in ("US", "CA") → country in ("US", "CA") and opted_in',
	],
	[
		'country != "US" and "CA"',
		'missing-operator: "CA" alone is no condition. Write country != "CA".',
		'  Change to country != "CA" → country != "US" and country != "CA"',
	],
	[
		'country does not contain "U" or "A"',
		'missing-operator: "A" alone is no condition. Write country does not contain any of ("U", "A").',
		'  Change to country does not contain any of ("U", "A") → country does not contain any of ("U", "A")',
	],
	[
		'address.city = "us" ignoring case or "ca"',
		'not-a-condition: ""ca"" is the same for every profile. Begin with a field, for example loyalty_points >= 500.',
	],
	["1 < age < 5", "unexpected-words: Compare two values at a time. Write and age < 5.", "  Add and age → 1 < age and age < 5"],
	["age > 5 < 10", 'unexpected-words: Remove "< 10", or write "and" or "or" and a field before it.'],
	[
		"no orders in last 90 days",
		'unexpected-words: Put "in last 90 days" in parentheses, with a field before it: no orders (… in last 90 days).',
	],
	["any orders (total > 5) > 2", 'unexpected-words: Remove "> 2", or write "and" or "or" and a field before it.'],
	[
		"count(orders, total > 5) > 1",
		'unexpected-words: Write "where" instead of ",".',
		"  Change to where → count(orders where total > 5) > 1",
	],
	[
		'sum(orders.total, status = "paid") > 5',
		'unexpected-words: Write "where" instead of ",".',
		'  Change to where → sum(orders.total where status = "paid") > 5',
	],
	["age(birthday, 5) > 1", 'unexpected-words: Remove ", 5": it does not fit here.'],
	["age * 10% > 5", 'unknown-character: Write 10% as 0.1, without "%".'],
	["~opted_in", 'unknown-character: "~" means nothing here. Remove it, or put it in quotes if it is part of a text.'],
];

const commentSaid = 'unknown-character: Comments begin with "#".';

/** How SQL and JavaScript begin, and comment. */
const otherLanguages: Cases = [
	['WHERE country = "US"', 'unexpected-words: Remove "WHERE".', '  Remove "WHERE" →  country = "US"'],
	['// lapsed\ncountry = "US" and opted_in', commentSaid, '  Change to # → # lapsed\ncountry = "US" and opted_in'],
	['country = "US" // not "CA', commentSaid, '  Change to # → country = "US" # not "CA'],
	['country = "US" -- at home\nand opted_in', commentSaid, '  Change to # → country = "US" # at home\nand opted_in'],
	['-- home\ncountry = "US"', commentSaid, '  Change to # → # home\ncountry = "US"'],
	['/* home */ country = "US"', commentSaid, '  Change to # → # home\n country = "US"'],
	['country = "US" /* home */ \nand opted_in', commentSaid, '  Change to # → country = "US" # home \nand opted_in'],
	['country = "US" /* home */ and opted_in', commentSaid, '  Change to # → country = "US" # home\n and opted_in'],
	["age - -5 > 3 and age -- 5 > 3 and age --5 > 3 and birthday month-day = --05-01"],
	['country = "//" and country != "-- x /* y */" # // -- x', ...['"//"', '"-- x /* y */"'].map(unknownValue)],
];

function unknownValue(value: string): string {
	return `unknown-value: ${value} is not among the values of "country", which are "US", "CA", "MX".`;
}

/** Decimal commas and grouped digits, which are no lists. What is legal stays so. */
const numbers: Cases = [
	["age > 1,5", 'bad-number: "1,5" is not written as a number. Write 1.5.', "  Change to 1.5 → age > 1.5"],
	[
		"age > 1,000",
		'bad-number: "1,000" is not written as a number. Write 1000 or 1.000.',
		"  Change to 1000 → age > 1000",
		"  Change to 1.000 → age > 1.000",
	],
	[
		"spent = 1,999,999.00",
		'bad-number: "1,999,999.00" is not written as a number. Write 1999999.00.',
		"  Change to 1999999.00 → spent = 1999999.00",
	],
	["spent > 1.234,56", 'bad-number: "1.234,56" is not written as a number. Write 1234.56.', "  Change to 1234.56 → spent > 1234.56"],
	["spent = 1 000", 'bad-number: "1 000" is not written as a number. Write 1000.', "  Change to 1000 → spent = 1000"],
	[
		"spent = 1 000 or opted_in",
		'bad-number: "1 000" is not written as a number. Write 1000.',
		"  Change to 1000 → spent = 1000 or opted_in",
	],
	["spent = 1.999.999", 'bad-number: "1.999.999" is not written as a number. Write 1999999.', "  Change to 1999999 → spent = 1999999"],
	[
		"age between 0,5 and 1,5",
		'bad-number: "0,5" is not written as a number. Write 0.5.',
		"  Change to 0.5 → age between 0.5 and 1,5",
		'bad-number: "1,5" is not written as a number. Write 1.5.',
		"  Change to 1.5 → age between 0,5 and 1.5",
	],
	[
		"any of (age > 1,5, opted_in)",
		'bad-number: "1,5" is not written as a number. Write 1.5.',
		"  Change to 1.5 → any of (age > 1.5, opted_in)",
	],
	[
		"count(orders where total > 1,5) > 2",
		'bad-number: "1,5" is not written as a number. Write 1.5.',
		"  Change to 1.5 → count(orders where total > 1.5) > 2",
	],
	["age in (1,5) and any of (age > 1,5 < age)"],
	[
		"age > 5,opted_in",
		'unexpected-words: Write "and" or "or" instead of ",".',
		"  Change to and → age > 5 and opted_in",
		"  Change to or → age > 5 or opted_in",
	],
];

/** A fix writes the number as it stands, and only one that the language has. */
const numbersAsText: Cases = [
	[
		"age = 9007199254740993",
		'number-too-large: "9007199254740993" is too large: beyond 9007199254740991 numbers are no longer exact. If it is an id, write it as text: "9007199254740993".',
		'  Change to text → age = "9007199254740993"',
	],
	['age = "9007199254740993"', 'wrong-type: "age" is a number, but "9007199254740993" is text. Write a number, for example 18.'],
	['age = "0x10"', 'wrong-type: "age" is a number, but "0x10" is text. Write a number, for example 18.'],
	['age = "1_000"', 'wrong-type: "age" is a number, but "1_000" is text. Write 1_000.', "  Write 1_000 → age = 1_000"],
	['age = "1,5"', 'wrong-type: "age" is a number, but "1,5" is text. Write 1.5.', "  Write 1.5 → age = 1.5"],
	['age = "007"', 'wrong-type: "age" is a number, but "007" is text. Write 7.', "  Write 7 → age = 7"],
	['age + "0x10" > 3', 'wrong-type: "0x10" is text, but a number is needed here. Write a number, for example 18.'],
];

/** Dates of other countries and of SQL; calculations stay calculations. */
const dates: Cases = [
	[
		"birthday > 2026/05/01",
		'bad-date: "2026/05/01" is not written as a date. Write year-month-day: 2026-05-01.',
		"  Change to 2026-05-01 → birthday > 2026-05-01",
	],
	[
		"birthday > 2026.05.01",
		'bad-date: "2026.05.01" is not written as a date. Write year-month-day: 2026-05-01.',
		"  Change to 2026-05-01 → birthday > 2026-05-01",
	],
	[
		"birthday >= 13-05-2026",
		'bad-date: "13-05-2026" is not written as a date. Write year-month-day: 2026-05-13.',
		"  Change to 2026-05-13 → birthday >= 2026-05-13",
	],
	[
		"birthday > 1.2.86",
		'bad-date: "1.2.86" is not written as a date. Write year-month-day: 1986-01-02 or 1986-02-01.',
		"  Change to 1986-01-02 → birthday > 1986-01-02",
		"  Change to 1986-02-01 → birthday > 1986-02-01",
	],
	[
		"birthday month-day = 05-01",
		'bad-date: "05-01" is not written as a date. Write --05-01 or --01-05.',
		"  Change to --05-01 → birthday month-day = --05-01",
		"  Change to --01-05 → birthday month-day = --01-05",
	],
	["signed_up > -30d", 'unexpected-words: Write 30 days ago instead of "-30d".', "  Change to 30 days ago → signed_up > 30 days ago"],
	[
		"signed_up > -2 weeks",
		'unexpected-words: Write 2 weeks ago instead of "-2 weeks".',
		"  Change to 2 weeks ago → signed_up > 2 weeks ago",
	],
	[
		'signed_up > "2026-01-01T00:00:00Z"',
		'wrong-type: "signed_up" is a date and time, but "2026-01-01T00:00:00Z" is text. Write 2026-01-01T00:00:00Z.',
		"  Write 2026-01-01T00:00:00Z → signed_up > 2026-01-01T00:00:00Z",
	],
	[
		'signed_up > "2026-05-01 10:00"',
		'wrong-type: "signed_up" is a date and time, but "2026-05-01 10:00" is text. Write 2026-05-01T10:00:00Z.',
		"  Write 2026-05-01T10:00:00Z → signed_up > 2026-05-01T10:00:00Z",
	],
	[
		'birthday > "01/02/2026"',
		'wrong-type: "birthday" is a date, but "01/02/2026" is text. Write 2026-01-02 or 2026-02-01.',
		"  Write 2026-01-02 → birthday > 2026-01-02",
		"  Write 2026-02-01 → birthday > 2026-02-01",
	],
	[
		'birthday > "2026-01-01T00:00:00Z"',
		'wrong-type: "birthday" is a date, but "2026-01-01T00:00:00Z" is text. Write a date, for example 2026-05-01.',
	],
	["age > 10-5-2 and age > 2026/5 and age - 10-5-2000 > 3"],
];

/** Signs as Chinese and Japanese keyboards write them; in texts, names and comments they stay. */
const wideSigns: Cases = [
	['country＝"US"', 'unknown-character: Write "=" instead of "＝".', '  Change to = → country="US"'],
	[
		"age ＞ ５０",
		'unknown-character: Write ">" instead of "＞".',
		"  Change to > → age > ５０",
		'unknown-character: Write "50" instead of "５０".',
		"  Change to 50 → age ＞ 50",
	],
	[
		"（opted_in）",
		'unknown-character: Write "(" instead of "（".',
		"  Change to ( → (opted_in）",
		'unknown-character: Write ")" instead of "）".',
		"  Change to ) → （opted_in)",
	],
	["country = ＂US＂", 'unknown-character: Use straight quotes: "US".', '  Change to straight quotes → country = "US"'],
	[
		"opted_in、age ＜＝ 5",
		'unexpected-words: Write "and" or "or" instead of ",".',
		"  Change to and → opted_in and age ＜＝ 5",
		"  Change to or → opted_in or age ＜＝ 5",
		'unknown-character: Write "<=" instead of "＜＝".',
		"  Change to <= → opted_in、age <= 5",
	],
	['country in ("US"，"CA")', 'unknown-character: Write "," instead of "，".', '  Change to , → country in ("US","CA")'],
	[
		"age × 2 > 3 and age ÷ 2 > 3",
		'unknown-character: Write "*" instead of "×".',
		"  Change to * → age * 2 > 3 and age ÷ 2 > 3",
		'unknown-character: Write "/" instead of "÷".',
		"  Change to / → age × 2 > 3 and age / 2 > 3",
	],
	["！opted_in", 'unknown-character: Write "not" instead of "！".', "  Change to not → not opted_in"],
	['address.city = "（A）×" # （A）×'],
	["größe５ = 1", 'unknown-field: There is no field "größe５". Use a field of the catalogue, or put text in quotes.'],
];

/** One sentence names the operator to write; patterns of other languages are no patterns here, so they have no fix. */
const otherOperators: Cases = [
	['country doesn\'t equal "US"', 'unknown-character: Write "not" instead of "n\'t".', '  Change to not → country does not equal "US"'],
	['country doesn’t contain "U"', 'unknown-character: Write "not" instead of "n’t".', '  Change to not → country does not contain "U"'],
	['country isn\'t "US"', 'unknown-character: Write "not" instead of "n\'t".', '  Change to not → country is not "US"'],
	["phone doesn't exist", 'unknown-character: Write "not" instead of "n\'t".', "  Change to not → phone does not exist"],
	[
		'address.city begins with "a"',
		'unexpected-words: Write "starts with" instead of "begins with".',
		'  Change to starts with → address.city starts with "a"',
	],
	[
		'address.city startswith "a"',
		'unexpected-words: Write "starts with" instead of "startswith".',
		'  Change to starts with → address.city starts with "a"',
	],
	[
		'address.city endswith "a"',
		'unexpected-words: Write "ends with" instead of "endswith".',
		'  Change to ends with → address.city ends with "a"',
	],
	["address.city ilike '%x%'", 'unexpected-words: "ilike" is "like" here, with * for any characters.'],
	['country matches "U.*"', 'unexpected-words: "matches" is "like" here, with * for any characters.'],
	['country not = "US"', 'unexpected-words: Write "!=" instead of "not =".', '  Change to != → country != "US"'],
	[
		"address.city = bob.o-neil+x@acme.com and opted_in",
		'unknown-character: Put the text in quotes: "bob.o-neil+x@acme.com".',
		'  Change to "bob.o-neil+x@acme.com" → address.city = "bob.o-neil+x@acme.com" and opted_in',
	],
	[
		"address.city ends with @acme.com",
		'unknown-character: Put the text in quotes: "@acme.com".',
		'  Change to "@acme.com" → address.city ends with "@acme.com"',
	],
	[
		"matches > 3 and begins and any of (opted_in\nmatches = 3)",
		'unknown-field: There is no field "matches". Use a field of the catalogue, or put text in quotes.',
		'unknown-field: There is no field "begins". Use a field of the catalogue, or put text in quotes.',
		'unknown-field: There is no field "matches". Use a field of the catalogue, or put text in quotes.',
	],
];

const all: Readonly<Record<string, Cases>> = {
	"words close together": closeTogether,
	"other meanings": otherMeanings,
	"other languages": otherLanguages,
	numbers: numbers,
	"numbers in quotes": numbersAsText,
	dates: dates,
	"wide signs": wideSigns,
	"other operators": otherOperators,
};

for (const [name, cases] of Object.entries(all)) {
	describe(name, () => {
		for (const [text, ...expected] of cases) {
			it(text, () => {
				expect(told(text)).to.deep.equal(expected);
			});
		}
	});
}
