// Every fix that the parser offers: what it is called, and the text after taking it.
import { expect } from "chai";
import { hasErrors } from "../../src/diagnostic/report.ts";
import { parse } from "../../src/syntax/parse.ts";
import { applyEdits } from "../../src/text/edit.ts";

/** For each diagnostic, its fixes: title → text after it. */
const fixesOf = (text: string): [string, string][] =>
	parse(text).diagnostics.flatMap(({ fixes }) => fixes.map(({ title, edits }): [string, string] => [title, applyEdits(text, edits)]));

const cases: readonly (readonly [text: string, ...fixes: [string, string][]])[] = [
	["a and b or c", ['Add parentheses around "and"', "(a and b) or c"]],
	["a and b or c and d", ['Add parentheses around "and"', "(a and b) or (c and d)"]],
	["(a", ['Add ")"', "(a)"]],
	['c in ("US", "CA" and d', ['Add ")"', 'c in ("US", "CA") and d']],
	["a) and b", ['Remove ")"', "a and b"]],
	["a = 1 && b", ["Change to and", "a = 1 and b"]],
	["a||b", ["Change to or", "a or b"]],
	["!a", ["Change to not", "not a"]],
	["a => 1", ["Change to >=", "a >= 1"]],
	['c in ["US")', ["Change to (", 'c in ("US")']],
	["plan = “pro”", ["Change to straight quotes", 'plan = "pro"']],
	['plan = "pro ', ['Add "', 'plan = "pro" ']],
	["plan = 'pro", ["Add '", "plan = 'pro'"]],
	["`Loyalty", ["Add `", "`Loyalty`"]],
	['a = "\\q"', ["Double the backslash", 'a = "\\\\q"']],
	["a is null", ["Change to is missing", "a is missing"]],
	["a is not null", ["Change to is set", "a is set"]],
	['country "US"', ['Add "="', 'country = "US"']],
	["country US", ['Change to = "US"', 'country = "US"']],
	["a = 1 b = 2", ["Add and", "a = 1 and b = 2"], ["Add or", "a = 1 or b = 2"]],
	["a, b", ["Change to and", "a and b"], ["Change to or", "a or b"]],
	["a and", ['Remove "and"', "a "]],
	["and a", ['Remove "and"', " a"]],
	["a or", ['Remove "or"', "a "]],
	["orders (paid)", ["Change to any orders (paid)", "any orders (paid)"], ["Change to no orders (paid)", "no orders (paid)"]],
	["any orders where total > 5", ["Add parentheses", "any orders where (total > 5)"]],
	['c in "US"', ["Add parentheses", 'c in ("US")']],
	['c in ("US" or "CA")', ["Change to a comma", 'c in ("US", "CA")']],
	['c in ("US" "CA")', ["Add a comma", 'c in ("US", "CA")']],
	['c in ("US",, "CA")', ['Remove ","', 'c in ("US", "CA")']],
	["any of (a,, b)", ['Remove ","', "any of (a, b)"]],
	["a in (007)", ["Change to 7", "a in (7)"], ["Change to text", 'a in ("007")']],
	["a = .5", ["Change to 0.5", "a = 0.5"]],
	["a = 1.", ["Change to 1", "a = 1"]],
	["a = 12abc", ["Change to text", 'a = "12abc"']],
	["id = 9007199254740992", ["Change to text", 'id = "9007199254740992"']],
	["d on 2026-5-1", ["Change to 2026-05-01", "d on 2026-05-01"]],
	["d on 05/01/2026", ["Change to 2026-05-01", "d on 2026-05-01"], ["Change to 2026-01-05", "d on 2026-01-05"]],
	["d after 2026-05-01 10:00", ["Change to 2026-05-01T10:00:00Z", "d after 2026-05-01T10:00:00Z"]],
	["d after 2026-05-01T10:00:00.123456Z", ["Change to 2026-05-01T10:00:00.123Z", "d after 2026-05-01T10:00:00.123Z"]],
	["d month-day = --5-1", ["Change to --05-01", "d month-day = --05-01"]],
	["d after 30 days", ["Add ago", "d after 30 days ago"], ["Add from now", "d after 30 days from now"]],
	["d after 1.5 days ago", ["Change to 2", "d after 2 days ago"]],
	["d in this 3 weeks", ["Change to this week", "d in this week"]],
	["-a > 3", ["Change to 0 - a", "0 - a > 3"]],
	['a does contain "x"', ["Add not", 'a does not contain "x"']],
	['a starts "x"', ["Add with", 'a starts with "x"']],
	["a at 5", ["Add least", "a at least 5"]],
	["a is greater 5", ["Add than", "a is greater than 5"]],
	["d on or 2026", ["Add before", "d on or before 2026"]],
	['a = "x" ignoring', ["Add case", 'a = "x" ignoring case']],
	["in segment vip", ['Change to "vip"', 'in segment "vip"']],
	["in any segment (vip)", ['Change to "vip"', 'in any segment ("vip")']],
	["a $ > 3", ["Remove it", "a  > 3"]],
	// What says something is not removed by a click.
	["a = 1 = 2"],
	["age(d, 5) > 1"],
	["c in (1 = 2)"],
	["a > 10%"],
	["~a"],
	["a;", ["Remove it", "a"]],
	["a > $5", ["Remove it", "a > 5"]],
	['c = any of ("US")', ["Change to in", 'c in ("US")']],
	['c != any of ("US")', ["Change to not in", 'c not in ("US")']],
	['tags has any("a")', ["Add of", 'tags has any of ("a")']],
	["d between 1 to 2", ["Change to and", "d between 1 and 2"]],
	['plan = "a" or "b"', ['Change to plan = "b"', 'plan = "a" or plan = "b"']],
	["a > 1 and < 5", ["Add a", "a > 1 and a < 5"]],
	['user in segment "vip"', ["Change to in segment", 'in segment "vip"']],
	["count orders > 3", ["Change to count(orders)", "count(orders) > 3"]],
	["count(orders (a)) > 3", ["Change to orders where (a)", "count(orders where (a)) > 3"]],
	["d in the last month", ["Change to last month", "d in last month"], ["Change to last 1 month", "d in last 1 month"]],
	["a,b", ["Change to and", "a and b"], ["Change to or", "a or b"]],
	["a>5,b", ["Change to and", "a>5 and b"], ["Change to or", "a>5 or b"]],
	['a = "x"b', ["Add and", 'a = "x" and b'], ["Add or", 'a = "x" or b']],
	['a = "x" or"y"', ['Change to a = "y"', 'a = "x" or a = "y"']],
	["a>1 and<5", ["Add a", "a>1 and a <5"]],
	['country"US"', ['Add "="', 'country = "US"']],
	["count(orders(a)) > 3", ["Change to orders where (a)", "count(orders where (a)) > 3"]],
	["a>007", ["Change to 7", "a>7"], ["Change to text", 'a>"007"']],
	["address.", ['Remove "."', "address"]],
];

describe("fixes", () => {
	for (const [text, ...fixes] of cases) {
		it(text, () => {
			expect(fixesOf(text)).to.deep.equal(fixes);
			for (const [, fixed] of fixes) expect(hasErrors(parse(fixed).diagnostics), fixed).to.equal(false);
		});
	}
});
