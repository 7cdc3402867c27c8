// What people write who come from SQL, spreadsheets, search fields and other tools for segments: one sentence says how it is written here, whatever else
// the grammar finds in that condition, and its fix keeps the author's words.
import { expect } from "chai";
import { told } from "./diagnostics-of.ts";

type Cases = readonly (readonly [text: string, ...expected: string[]])[];

const cases: Cases = [
	[
		"SELECT * FROM users WHERE country = 'US'",
		'unexpected-words: Remove "SELECT * FROM users WHERE".',
		"  Remove \"SELECT * FROM users WHERE\" →  country = 'US'",
	],
	[
		"select count(*) from users where age > 5",
		'unexpected-words: Remove "select count(*) from users where".',
		'  Remove "select count(*) from users where" →  age > 5',
	],
	[
		"address.city = 'O'Brien'",
		"unexpected-words: Write \"O'Brien\" instead of \"'O'Brien'\".",
		'  Change to "O\'Brien" → address.city = "O\'Brien"',
	],
	[
		"address.city = 'O''Brien'",
		"unexpected-words: Write \"O'Brien\" instead of \"'O''Brien'\".",
		'  Change to "O\'Brien" → address.city = "O\'Brien"',
	],
	[
		"opted_in and 3 orders (total > 5)",
		'unexpected-words: Write at least 3 orders (total > 5) or exactly 3 orders (total > 5) instead of "3 orders (total > 5)".',
		"  Change to at least 3 orders (total > 5) → opted_in and at least 3 orders (total > 5)",
		"  Change to exactly 3 orders (total > 5) → opted_in and exactly 3 orders (total > 5)",
	],
	["signed_up > now()", 'unexpected-words: Write now instead of "now()".', "  Change to now → signed_up > now"],
	[
		"birthday < today() and age > 5",
		'unexpected-words: Write today instead of "today()".',
		"  Change to today → birthday < today and age > 5",
	],
	[
		"exists(country)",
		'unexpected-words: Write country is set instead of "exists(country)".',
		"  Change to country is set → country is set",
	],
	[
		"not exists(country)",
		'unexpected-words: Write country is set instead of "exists(country)".',
		"  Change to country is set → not country is set",
	],
	[
		'AND(country="US", age>5)',
		'unexpected-words: Write all of (country="US", age>5) instead of "AND(country="US", age>5)".',
		'  Change to all of (country="US", age>5) → all of (country="US", age>5)',
	],
	[
		'OR(country = "US", opted_in)',
		'unexpected-words: Write any of (country = "US", opted_in) instead of "OR(country = "US", opted_in)".',
		'  Change to any of (country = "US", opted_in) → any of (country = "US", opted_in)',
	],
	["country:US", 'unexpected-words: Write country = "US" instead of "country:US".', '  Change to country = "US" → country = "US"'],
	['country:"US"', 'unexpected-words: Write country = "US" instead of "country:"US"".', '  Change to country = "US" → country = "US"'],
	["age:5", 'unexpected-words: Write age = 5 instead of "age:5".', "  Change to age = 5 → age = 5"],
	[
		"any orders (status:paid)",
		'unexpected-words: Write status = "paid" instead of "status:paid".',
		'  Change to status = "paid" → any orders (status = "paid")',
	],
	[
		"orders MATCHES (total > 50)",
		'unexpected-words: Write any orders (total > 50) instead of "orders MATCHES (total > 50)".',
		"  Change to any orders (total > 50) → any orders (total > 50)",
	],
	[
		"orders not matches (total > 50)",
		'unexpected-words: Write no orders (total > 50) instead of "orders not matches (total > 50)".',
		"  Change to no orders (total > 50) → no orders (total > 50)",
	],
	[
		'person is in segment "vip"',
		'unexpected-words: Write in segment instead of "person is in segment".',
		'  Change to in segment → in segment "vip"',
	],
	[
		'opted_in and customer is not in list "vip"',
		'unexpected-words: Write not in segment instead of "customer is not in list".',
		'  Change to not in segment → opted_in and not in segment "vip"',
	],
	[
		"country in 'US', 'CA'",
		"unexpected-words: Write in ('US', 'CA') instead of \"in 'US', 'CA'\".",
		"  Change to in ('US', 'CA') → country in ('US', 'CA')",
	],
	[
		'country is any of "US", "CA"',
		'unexpected-words: Write any of ("US", "CA") instead of "any of "US", "CA"".',
		'  Change to any of ("US", "CA") → country is any of ("US", "CA")',
	],
	[
		"age is greater than or equal to 5",
		'unexpected-words: Write ">=" instead of "greater than or equal to".',
		"  Change to >= → age is >= 5",
	],
	["age less than or equal 5", 'unexpected-words: Write "<=" instead of "less than or equal".', "  Change to <= → age <= 5"],
	["age is over 5", 'unexpected-words: Write ">" instead of "is over".', "  Change to > → age > 5"],
	["age under 5", 'unexpected-words: Write "<" instead of "under".', "  Change to < → age < 5"],
	["age 5 or more", 'unexpected-words: Write >= 5 instead of "5 or more".', "  Change to >= 5 → age >= 5"],
	[
		"signed_up since 2026-01-01",
		'unexpected-words: Write "on or after" instead of "since".',
		"  Change to on or after → signed_up on or after 2026-01-01",
	],
	[
		"signed_up within 30 days",
		'unexpected-words: Write "in last" or "in next" instead of "within".',
		"  Change to in last → signed_up in last 30 days",
		"  Change to in next → signed_up in next 30 days",
	],
	[
		"signed_up is within 2 weeks",
		'unexpected-words: Write "in last" or "in next" instead of "within".',
		"  Change to in last → signed_up is in last 2 weeks",
		"  Change to in next → signed_up is in next 2 weeks",
	],
	[
		'opted_in unless country = "US"',
		'unexpected-words: Write "and not" instead of "unless".',
		'  Change to and not → opted_in and not country = "US"',
	],
	[
		'country = "US" except in segment "vip"',
		'unexpected-words: Write "and not" instead of "except".',
		'  Change to and not → country = "US" and not in segment "vip"',
	],
	["age > 5 but not opted_in", 'unexpected-words: Write "and not" instead of "but not".', "  Change to and not → age > 5 and not opted_in"],
	['age > 5 but country = "US"', 'unexpected-words: Write "and" instead of "but".', '  Change to and → age > 5 and country = "US"'],
	[
		'lower(country) = "us"',
		'unexpected-words: Write country = "us" ignoring case instead of "lower(country) = "us"".',
		'  Change to country = "us" ignoring case → country = "us" ignoring case',
	],
	[
		"datediff(signed_up, birthday) < 30 and opted_in",
		'unexpected-words: "datediff(signed_up, birthday)" is no calculation here. There are age, month, weekday, hour, count, sum, avg, min and max.',
	],
	["any orders (placed_at > now())", 'unexpected-words: Write now instead of "now()".', "  Change to now → any orders (placed_at > now)"],
	['"gold": age over 5 # here', 'unexpected-words: Write ">" instead of "over".', '  Change to > → "gold": age > 5 # here'],
	[
		"address.city = 'O'Brien' and country = 'US'",
		"unexpected-words: Write \"O'Brien\" instead of \"'O'Brien'\".",
		"  Change to \"O'Brien\" → address.city = \"O'Brien\" and country = 'US'",
	],
	[
		"signed_up > 5/1/26",
		'wrong-type: "5/1/26" is a number, but a date is needed here. Write 2026-05-01 or 2026-01-05.',
		"  Change to 2026-05-01 → signed_up > 2026-05-01",
		"  Change to 2026-01-05 → signed_up > 2026-01-05",
	],
	['country = "US" ORDER BY age DESC', 'unexpected-words: Remove "ORDER BY age DESC".', '  Remove "ORDER BY age DESC" → country = "US" '],
	["age > 5 LIMIT 10", 'unexpected-words: Remove "LIMIT 10".', '  Remove "LIMIT 10" → age > 5 '],
	[
		"EXISTS (SELECT 1 FROM orders WHERE total > 50)",
		'unexpected-words: Write any orders (total > 50) instead of "EXISTS (SELECT 1 FROM orders WHERE tota…".',
		"  Change to any orders (total > 50) → any orders (total > 50)",
	],
	[
		"ISBLANK(country)",
		'unexpected-words: Write country is missing instead of "ISBLANK(country)".',
		"  Change to country is missing → country is missing",
	],
	[
		"signed_up > NOW() - INTERVAL '30 days'",
		"unexpected-words: Write NOW - 30 days instead of \"NOW() - INTERVAL '30 days'\".",
		"  Change to NOW - 30 days → signed_up > NOW - 30 days",
	],
	[
		"signed_up > TODAY()-30",
		'unexpected-words: Write TODAY - 30 days instead of "TODAY()-30".',
		"  Change to TODAY - 30 days → signed_up > TODAY - 30 days",
	],
	[
		"birthday > DATE '2026-01-01'",
		"unexpected-words: Write 2026-01-01 instead of \"DATE '2026-01-01'\".",
		"  Change to 2026-01-01 → birthday > 2026-01-01",
	],
	[
		'address.city.startsWith("a")',
		'unexpected-words: Write address.city starts with "a" instead of "address.city.startsWith("a")".',
		'  Change to address.city starts with "a" → address.city starts with "a"',
	],
	[
		'country.includes("U")',
		'unexpected-words: Write country contains "U" instead of "country.includes("U")".',
		'  Change to country contains "U" → country contains "U"',
	],
	[
		'country = ("US", "CA")',
		'unexpected-words: Write in ("US", "CA") instead of "= ("US", "CA")".',
		'  Change to in ("US", "CA") → country in ("US", "CA")',
	],
	["age:>5", 'unexpected-words: Write age > 5 instead of "age:>5".', "  Change to age > 5 → age > 5"],
	[
		"orders at least 3 times",
		'unexpected-words: Write at least 3 orders instead of "orders at least 3 times".',
		"  Change to at least 3 orders → at least 3 orders",
	],
	[
		'country is not any of "US"',
		'unexpected-words: Write any of ("US") instead of "any of "US"".',
		'  Change to any of ("US") → country is not any of ("US")',
	],
	["age gt 5", 'unexpected-words: Write ">" instead of "gt".', "  Change to > → age > 5"],
	[
		'age lte 5 and country ne "US"',
		'unexpected-words: Write "<=" instead of "lte".',
		'  Change to <= → age <= 5 and country ne "US"',
		'unexpected-words: Write "!=" instead of "ne".',
		'  Change to != → age lte 5 and country != "US"',
	],
	["age 5 or less", 'unexpected-words: Write <= 5 instead of "5 or less".', "  Change to <= 5 → age <= 5"],
	["age from 5 to 10", 'unexpected-words: Write between 5 and instead of "from 5 to".', "  Change to between 5 and → age between 5 and 10"],
	["signed_up > a month ago", 'unexpected-words: Write 1 month instead of "a month".', "  Change to 1 month → signed_up > 1 month ago"],
	[
		"signed_up until 2026-01-01",
		'unexpected-words: Write "before" or "on or before" instead of "until".',
		"  Change to before → signed_up before 2026-01-01",
		"  Change to on or before → signed_up on or before 2026-01-01",
	],
	[
		"signed_up older than 30 days",
		'unexpected-words: Write before 30 days ago instead of "older than 30 days".',
		"  Change to before 30 days ago → signed_up before 30 days ago",
	],
	[
		"signed_up newer than 30 days",
		'unexpected-words: Write after 30 days ago instead of "newer than 30 days".',
		"  Change to after 30 days ago → signed_up after 30 days ago",
	],
	['is in segment "vip"', 'unexpected-words: Write in segment instead of "is in segment".', '  Change to in segment → in segment "vip"'],
	[
		'if (country = "US")',
		'unexpected-words: Write country = "US" instead of "if (country = "US")".',
		'  Change to country = "US" → country = "US"',
	],
	["If opted_in", 'unexpected-words: Remove "If".', '  Remove "If" →  opted_in'],
	['=country = "US"', 'unexpected-words: Remove "=".', '  Remove "=" → country = "US"'],
	["signed_up > -2w", 'unexpected-words: Write 2 weeks ago instead of "-2w".', "  Change to 2 weeks ago → signed_up > 2 weeks ago"],
];

/** Names and words of a text without such a mistake stay what they are, whatever is wrong elsewhere. */
const others: Cases = [
	[
		"over > 5 and age 5",
		'missing-operator: Write an operator between "age" and "5", for example age = 5.',
		'  Add "=" → over > 5 and age = 5',
		'unknown-field: There is no field "over". Use a field of the catalogue, or put text in quotes.',
	],
	[
		"within = 3 and since = 2 and age 5 or opted_in",
		'missing-operator: Write an operator between "age" and "5", for example age = 5.',
		'  Add "=" → within = 3 and since = 2 and age = 5 or opted_in',
		'unknown-field: There is no field "within". Use a field of the catalogue, or put text in quotes.',
		'unknown-field: There is no field "since". Use a field of the catalogue, or put text in quotes.',
	],
	[
		'any of (age over 5, country = "XX")',
		'unexpected-words: Write ">" instead of "over".',
		'  Change to > → any of (age > 5, country = "XX")',
		'unknown-value: "XX" is not among the values of "country", which are "US", "CA", "MX". Did you mean "MX"?',
		'  Change to "MX" → any of (age over 5, country = "MX")',
	],
	[
		"opted_in and age over 5 and country = US",
		'unexpected-words: Write ">" instead of "over".',
		"  Change to > → opted_in and age > 5 and country = US",
		'unknown-field: There is no field "US". Use a field of the catalogue, or put text in quotes.',
		'  Write "US" → opted_in and age over 5 and country = "US"',
	],
	[
		"age > 5 # over 5\nand age 5",
		'missing-operator: Write an operator between "age" and "5", for example age = 5.',
		'  Add "=" → age > 5 # over 5\nand age = 5',
	],
	["größe:5", 'unexpected-words: Write größe = 5 instead of "größe:5".', "  Change to größe = 5 → größe = 5"],
	[
		"any of (opted_in, now() > signed_up\nage under 5)",
		'unexpected-words: Write now instead of "now()".',
		"  Change to now → any of (opted_in, now > signed_up\nage under 5)",
		'unexpected-words: Write "<" instead of "under".',
		"  Change to < → any of (opted_in, now() > signed_up\nage < 5)",
	],
	[
		"select > 5 and where = 5",
		'missing-condition: Write a condition after "and".',
		'  Remove "and" → select > 5  where = 5',
		'unexpected-words: Remove "where = 5", or write "and" or "or" and a field before it.',
		'unknown-field: There is no field "select". Use a field of the catalogue, or put text in quotes.',
	],
];

for (const [name, all] of Object.entries({ "habits from other tools": cases, "what is near a habit": others })) {
	describe(name, () => {
		for (const [text, ...expected] of all) {
			it(text, () => {
				expect(told(text)).to.deep.equal(expected);
			});
		}
	});
}
