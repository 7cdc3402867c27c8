// What is offered where, whole lists in their order.
import { expect } from "chai";
import { completions, labels } from "../editor.ts";

const fields = ["country", "plan", "points", "spent", "opted_in", "birthday", "signed_up", "tags", "`Loyalty Tier`", "user_id", "email"];
const collections = ["any orders (…)", "no orders (…)", "last orders by placed_at (…)", "count(orders)"];
const functions = ["count(…)", "sum(…)", "avg(…)", "min(…)", "max(…)", "count distinct(…)", "age(…)", "month(…)", "weekday(…)"];
const groups = ["any of (…)", "all of (…)", "none of (…)", "at least 2 of (…)"];
const elementFields = ["total", "status", "placed_at"];
const behindProfile = fields.map((name) => `profile.${name}`);
const ofElement = [...elementFields, ...behindProfile, "age(…)", "month(…)", "weekday(…)"];
const presence = ["is set", "is missing", "is empty", "is not empty"];
const windows = ["in last 30 days", "in last 7 days", "in last month", "in this month", "in next 7 days"];

const offers: Readonly<Record<string, readonly (readonly [text: string, ...labels: readonly string[]])[]>> = {
	"at the beginning of a condition": [
		["|", ...fields, ...collections, ...functions, "not", ...groups, "in segment"],
		["points > 5 and |", ...fields, ...collections, ...functions, "not", ...groups, "in segment"],
		['"a": |', ...fields, ...collections, ...functions, "not", ...groups, "in segment"],
		["not |", ...fields, ...collections, ...functions, ...groups, "in segment"],
		["(|", ...fields, ...collections, ...functions, "not", ...groups, "in segment"],
		["any of (opted_in, |", ...fields, ...collections, ...functions, "not", ...groups, "in segment"],
	],
	"in a collection's parentheses, the element's fields first": [
		["any orders (|", ...ofElement, "not", ...groups],
		["any orders where (|", ...ofElement, "not", ...groups],
		["last orders by placed_at (not |", ...ofElement, ...groups],
		["count(orders where |", ...ofElement, "not", ...groups],
		["sum(orders.total where total > 5 or |", ...ofElement, "not", ...groups],
		["any orders (total > profile.|", "profile.points", "profile.spent"],
		["any visits (|"],
	],
	"of operators those that the type can have": [
		[
			"country |",
			...["=", "!=", "in (…)", "not in (…)", "contains", "does not contain", "starts with", "does not start with", "ends with"],
			...["does not end with", "like", "not like", ...presence],
		],
		["points |", "=", "!=", "<", "<=", ">", ">=", "between", "in (…)", "not in (…)", ...presence],
		["points * 2 |", "=", "!=", "<", "<=", ">", ">=", "between", "in (…)", "not in (…)", ...presence],
		["opted_in |", "and", "or", "=", "!=", "in (…)", "not in (…)", ...presence],
		[
			"birthday |",
			...[...windows, "before", "after", "on", "on or before", "on or after", "between", "=", "in (…)", "is set", "is missing", "is empty"],
			...["anniversary today", "anniversary in next 7 days"],
		],
		[
			"max(orders.placed_at) |",
			...[...windows, "before", "after", "on", "on or before", "on or after", "between", "=", "in (…)", "is set", "is missing", "is empty"],
		],
		["birthday month-day |", "=", "!=", "<", "<=", ">", ">=", "between", "in (…)", "not in (…)", ...presence],
		["tags |", "has", "does not have", "has any of (…)", "has none of (…)", "has all of (…)", "does not have all of (…)", ...presence],
		["orders |", ...presence],
		["100 |", "=", "!=", "<", "<=", ">", ">="],
		["contry |"],
	],
	"the rest of an operator that is begun": [
		[
			"country does not |",
			"contain",
			"start with",
			"end with",
			"equal",
			"contain any of (…)",
			"start with any of (…)",
			"end with any of (…)",
			"exist",
		],
		["country not |", "in (…)", "like", "like any of (…)"],
		["country starts |", "with", "with any of (…)"],
		["country contains |", "any of (…)"],
		["country in |", "(…)"],
		["points at |", "most", "least"],
		["points greater |", "than"],
		["signed_up on or |", "before", "after"],
		["tags has |", "any of (…)", "none of (…)", "all of (…)", '"vip"', '"beta"'],
		["tags does not have |", "all of (…)", '"vip"', '"beta"'],
	],
	"other spellings for those who begin to write them": [
		["country eq|", "equals", "is equal to", "does not equal"],
		["points mo|", "more than", "at most"],
		["country exi|", "exists", "does not exist"],
		["country one|", "is one of (…)", "is not one of (…)"],
	],
	"values with the data's first, and fields of the type": [
		["country = |", '"US"', '"New York"', '"CA"', '"MX"', "plan", "`Loyalty Tier`", "user_id", "email"],
		["country != |", '"US"', '"New York"', '"CA"', '"MX"', "plan", "`Loyalty Tier`", "user_id", "email"],
		["country in (|", '"US"', '"New York"', '"CA"', '"MX"'],
		['country in ("US", "MX", |', '"New York"', '"CA"'],
		["tags has any of (|", '"vip"', '"beta"'],
		[
			"any orders (status = |",
			'"paid"',
			'"refunded"',
			"profile.country",
			"profile.plan",
			"profile.`Loyalty Tier`",
			"profile.user_id",
			"profile.email",
		],
		["points = |", "500", "spent", "count(…)", "sum(…)", "avg(…)", "count distinct(…)"],
		["points > |", "spent", "count(…)", "sum(…)", "avg(…)", "count distinct(…)"],
		["points between 1 and |", "spent", "count(…)", "sum(…)", "avg(…)", "count distinct(…)"],
		["points / |", "points", "spent", "count(…)", "sum(…)", "avg(…)", "count distinct(…)"],
		["opted_in = |", "true", "false"],
		["opted_in in (true, |", "false"],
		["100 < |", "points", "spent"],
		['"US" = |', "country", "plan", "`Loyalty Tier`", "user_id", "email"],
		["2026-05-01 < |", "birthday", "signed_up"],
		["3 hours ago < |", "signed_up"],
		["1900-01-02T00:00:00Z < |", "birthday", "signed_up"],
		["1900-01-01T00:00:00Z < |", "signed_up"],
		["month(today) = |"],
		["email = |", "country", "plan", "`Loyalty Tier`", "user_id"],
	],
	"words of time": [
		["signed_up before |", "today", "yesterday", "tomorrow", "now", "30 days ago", "7 days from now", "2026-05-10", "birthday"],
		["birthday before |", "today", "yesterday", "tomorrow", "30 days ago", "7 days from now", "2026-05-10", "signed_up"],
		["birthday between 2026-01-01 and |", "today", "yesterday", "tomorrow", "30 days ago", "7 days from now", "2026-05-10", "signed_up"],
		["birthday in last 14 |", "days", "weeks", "months", "quarters", "years", ...kinds("days weeks months quarters years")],
		["birthday in last 14 full |", "days", "weeks", "months", "quarters", "years"],
		["birthday in the past 14 c|", "calendar days", "calendar weeks", "calendar months", "calendar quarters", "calendar years"],
		["birthday last 1 d|", "day", "full day", "calendar day"],
		["birthday this |", "month", "week", "quarter", "year"],
		["birthday before 30 |", ...either("days weeks months quarters years")],
		["birthday before 2 we|", "weeks ago", "weeks from now"],
		["birthday > today - |", "30 days", "4 weeks", "3 months", "2 quarters", "1 year"],
		["birthday > today - 1 |", "day", "week", "month", "quarter", "year"],
		["signed_up > now - 1 |", "day", "week", "month", "quarter", "year", "hour", "minute"],
		["signed_up > today - 1 |", "day", "week", "month", "quarter", "year"],
		["birthday + |", "30 days", "4 weeks", "3 months", "2 quarters", "1 year"],
		["birthday not in last 24 h|"],
		["signed_up not in last 24 h|", "hours"],
		["signed_up + |", "30 days", "4 weeks", "3 months", "2 quarters", "1 year", "24 hours", "30 minutes"],
		["weekday(signed_up) in (sat, s|", "sun"],
		["month(birthday) = j|", "jan", "jun", "jul"],
		["birthday month-day = |", "--05-10"],
	],
	"names of collections and of what is in them": [
		["any |", "orders (…)", "of (…)"],
		["no |", "orders (…)"],
		["exactly 2 |", "orders (…)"],
		["at least 3 |", "of (…)", "orders (…)"],
		["last |", "orders by placed_at (…)", "orders by total (…)"],
		["last orders by |", "placed_at (…)", "total (…)"],
		["any orders |", "(…)", "and", "or"],
		["every orders |", "(…)"],
		["count(|", "tags", "orders"],
		["count distinct(|", "tags", "orders.total", "orders.status", "orders.placed_at"],
		["sum(|", "orders.total"],
		["max(|", "orders.total", "orders.placed_at"],
		["age(|", "birthday", "signed_up"],
		["hour(|", "signed_up"],
		["sum(orders.total |", "where"],
		["count(tags |"],
		[
			"total|",
			"any orders (total …)",
			"last orders by total (…)",
			"first orders by total (…)",
			..."sum avg min max".split(" ").map((name) => `${name}(orders.total)`),
		],
	],
	"segments that are active": [
		["in |", "segment", "any segment (…)", 'segment "vip"', 'segment "gone"'],
		["in segment |", '"vip"', '"gone"'],
		['in any segment ("vip", |', '"gone"'],
		["not in segment |", '"vip"', '"gone"'],
		["any orders (in segment |"],
		["vi|", 'in segment "vip"'],
	],
	"what can follow a condition": [
		['country = "US" |', "and", "or", "ignoring case"],
		['country in ("US") |', "and", "or", "ignoring case"],
		['(country = "US") |', "and", "or"],
		['country = "US" ignoring |', "case"],
		['country = "US" ignoring case |', "and", "or"],
		["points > 5 |", "and", "or"],
		["any orders (total > 5 |", "and", "or"],
		["sum(orders.total where total > 5 |", "and", "or"],
		["points between 1 |", "and"],
		['in segment "vip" |', "and", "or"],
		["country is set |", "and", "or"],
		[
			"any of (opted_in\n|",
			...fields,
			...collections,
			...functions,
			"not",
			...groups,
			"in segment",
			"and",
			"or",
			"=",
			"!=",
			"in (…)",
			"not in (…)",
			...presence,
		],
	],
	"where nothing of the language stands": [["# coun|"], ["opted_in # coun|"], ['"a nam|'], ['country "U|']],
};

function kinds(units: string): readonly string[] {
	return units.split(" ").flatMap((unit) => [`full ${unit}`, `calendar ${unit}`]);
}

function either(units: string): readonly string[] {
	return units.split(" ").flatMap((unit) => [`${unit} ago`, `${unit} from now`]);
}

describe("completion offers", () => {
	for (const [what, tables] of Object.entries(offers)) {
		it(what, () => {
			for (const [text, ...wanted] of tables) expect(labels(text), text).to.deep.equal(wanted);
		});
	}

	it("what each item is, beside its label", () => {
		const shown = (text: string): readonly (readonly [string, string, string | undefined])[] =>
			completions(text).map(({ label, kind, detail }) => [label, kind, detail]);
		expect(shown("coun|")).to.deep.equal([
			["country", "field", "text"],
			["count(orders)", "function", "how many there are"],
			["count(…)", "function", "how many there are"],
			["count distinct(…)", "function", "how many different values there are"],
		]);
		expect(shown("country = |").slice(0, 3)).to.deep.equal([
			['"US"', "value", "12,031 profiles"],
			['"New York"', "value", "1 profile"],
			['"CA"', "value", undefined],
		]);
		expect(shown("in segment |")).to.deep.equal([
			['"vip"', "segment", "points > 500"],
			['"gone"', "segment", "not opted_in"],
		]);
		expect(shown("signed_up in last 2 |").slice(0, 3)).to.deep.equal([
			["days", "date", "2026-05-08 08:00 to 2026-05-10 08:00"],
			["weeks", "date", "2026-04-26 08:00 to 2026-05-10 08:00"],
			["months", "date", "2026-03-10 08:00 to 2026-05-10 08:00"],
		]);
		expect(completions("coun|")[0]?.description).to.equal("Where they <b>live</b>");
		expect(completions("country = |")[0]?.count).to.equal(12_031);
	});

	it("no points in time beyond all dates", () => {
		expect(labels("birthday before 2026 d|")).to.deep.equal(["days ago", "days from now"]);
		expect(labels("birthday before 2026 m|")).to.deep.equal(["months from now"]);
	});
});
