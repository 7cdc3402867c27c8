// Sentences that people read beside their conditions.
import { expect } from "chai";
import { english } from "../../src/service/english.ts";
import { parse } from "../../src/syntax/parse.ts";

const sentences: readonly (readonly [text: string, ...sentences: string[]])[] = [
	[
		'country in ("US", "CA") and loyalty_points >= 500 and no orders (placed_at in last 90 days and total > 50)',
		'Their country is "US" or "CA".',
		"Their loyalty_points is at least 500.",
		"They have no orders where placed_at is in the last 90 days and total is more than 50.",
	],
	["opted_in", "Their opted_in is true."],
	["not opted_in", "It is not so that their opted_in is true."],
	['country != "US"', 'Their country is not "US".'],
	['email not like "*@acme.com"', 'Their email is not like "*@acme.com".'],
	['email contains any of ("a", "b") ignoring case', 'Their email contains "a" or "b" in any mix of upper and lower case.'],
	['tags has all of ("a", "b")', 'Their tags has "a" and "b".'],
	["age between 18 and 65", "Their age is between 18 and 65."],
	["plan is missing", "Their plan is missing."],
	["plan is set", "Their plan is known."],
	["plan is not empty", "Their plan has content."],
	["spent / visits >= 20", "Their spent divided by their visits is at least 20."],
	["(a + b) * 2 > 5", "(their a plus their b) times 2 is more than 5."],
	["signed_up on 2026-05-01", "Their signed_up is on 1 May 2026."],
	["signed_up on 2026-05", "Their signed_up is in May 2026."],
	["signed_up on 2026", "Their signed_up is in 2026."],
	["signed_up > 30 days ago", "Their signed_up is later than 30 days ago."],
	["signed_up < today - 3 months", "Their signed_up is earlier than 3 months before today."],
	["signed_up <= 2026-05-01", "Their signed_up is 1 May 2026 or earlier."],
	["signed_up >= now", "Their signed_up is now or later."],
	["signed_up before 30 days ago", "Their signed_up is before 30 days ago."],
	["signed_up after today - 3 months", "Their signed_up is after 3 months before today."],
	["signed_up in last 3 full months", "Their signed_up is in the last 3 full months."],
	["signed_up in this week", "Their signed_up is in this week."],
	["signed_up in last month", "Their signed_up is in last month."],
	["birthday anniversary in next 7 days", "Their birthday has its anniversary in the next 7 days."],
	["birthday anniversary today", "Their birthday has its anniversary today."],
	["birthday month-day = --05-01", "The day of the year of their birthday is 1 May."],
	["age(birthday) >= 18", "The age in years from their birthday is at least 18."],
	["weekday(signed_up) in (sat, sun)", "The weekday of their signed_up is sat or sun."],
	["any orders", "They have orders."],
	["at least 3 orders (total > 5)", "They have at least 3 orders where total is more than 5."],
	["every orders (total > profile.spent)", "For every one of their orders, total is more than their spent."],
	['last orders by placed_at (status = "refunded")', 'For the last of their orders by placed_at, status is "refunded".'],
	["sum(orders.total where total > 5) > 100", "The sum of their orders.total where total is more than 5 is more than 100."],
	["count distinct(orders.sku) > 2", "The number of different values of their orders.sku is more than 2."],
	['in segment "vip"', 'They are in segment "vip".'],
	['not in segment "vip"', 'They are not in segment "vip".'],
	['in any segment ("a", "b")', 'They are in segment "a" or "b".'],
	["a = 1 or b = 2", "Either their a is 1 or their b is 2."],
	["at least 2 of (a, b, c)", "At least 2 of these hold: their a is true; their b is true; their c is true."],
	['"spends well": spent > 5', "spends well: their spent is more than 5."],
	["all of (a = 1, b = 2)", "Their a is 1.", "Their b is 2."],
	[""],
	["plan =", "Their plan is …."],
];

describe("english", () => {
	for (const [text, ...expected] of sentences) {
		it(text === "" ? "an empty text" : text, () => expect(english(parse(text).segment)).to.deep.equal(expected));
	}
});
