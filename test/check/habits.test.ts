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
	["no orders in last 90 days", "unexpected-words: Put the date in parentheses: write no orders (… in last 90 days)."],
	["any orders (total > 5) > 2", "unexpected-words: To compare how many there are, write count(orders where …) > 2."],
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

const commentSaid = 'unknown-character: Comments begin with "#", and end with the line.';

/** How SQL and JavaScript begin, and comment. */
const otherLanguages: Cases = [
	[
		'WHERE country = "US"',
		'unexpected-words: Remove "WHERE": a segment is nothing but its condition.',
		'  Remove "WHERE" →  country = "US"',
	],
	['// lapsed\ncountry = "US" and opted_in', commentSaid, '  Change to # → # lapsed\ncountry = "US" and opted_in'],
	['country = "US" // not "CA', commentSaid, '  Change to # → country = "US" # not "CA'],
	['country = "US" -- at home\nand opted_in', commentSaid, '  Change to # → country = "US" # at home\nand opted_in'],
	['-- home\ncountry = "US"', commentSaid, '  Change to # → # home\ncountry = "US"'],
	['/* home */ country = "US"', commentSaid, '  Change to # → # home\ncountry = "US"'],
	['country = "US" /* home */ \nand opted_in', commentSaid, '  Change to # → country = "US" # home \nand opted_in'],
	// Within a line a comment of ours would take the rest of it along.
	['country = "US" /* home */ and opted_in', commentSaid],
	["age - -5 > 3 and age -- 5 > 3 and age --5 > 3 and birthday month-day = --05-01"],
	['country = "//" and country != "-- x /* y */" # // -- x', ...['"//"', '"-- x /* y */"'].map(unknownValue)],
];

function unknownValue(value: string): string {
	return `unknown-value: ${value} is not among the values of "country", which are "US", "CA", "MX".`;
}

const all: Readonly<Record<string, Cases>> = {
	"words close together": closeTogether,
	"other meanings": otherMeanings,
	"other languages": otherLanguages,
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
