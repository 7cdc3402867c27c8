// The seed system's conditions to text and back: all eleven operators, what has no form, and everything wrong at once.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import type { SeedCondition } from "../../src/segments/seed-condition.ts";
import { fromConditions } from "../../src/segments/from-conditions.ts";
import { toConditions } from "../../src/segments/to-conditions.ts";
import { shop } from "../check/shop.ts";
import { compiled } from "../rule/rule-of.ts";

const relative = (value: number, unit: string, direction: string) => ({ type: "relative", value, unit, direction });

/** Conditions whose text says the same and comes back as they were. */
const pairs: readonly (readonly [condition: unknown, text: string])[] = [
	[{ field: "country", operator: "equals", value: "US" }, 'country = "US"'],
	[{ field: "country", operator: "equals", value: ["US", "CA"] }, 'country in ("US", "CA")'],
	[{ field: "country", operator: "not_equals", value: "US" }, 'country != "US"'],
	[{ field: "country", operator: "not_equals", value: ["US", "CA"] }, 'country not in ("US", "CA")'],
	[{ field: "opted_in", operator: "not_equals", value: true }, "opted_in != true"],
	[{ field: "age", operator: "equals", value: 5 }, "age = 5"],
	[{ field: "age", operator: "greater_than", value: 500 }, "age > 500"],
	[{ field: "age", operator: "less_than", value: -1.5 }, "age < -1.5"],
	[{ field: "country", operator: "exists", value: [] }, "country is set"],
	[{ field: "orders", operator: "not_exists", value: [] }, "orders is missing"],
	[{ field: "birthday", operator: "equals_month_day", value: "2000-05-01" }, "birthday month-day = --05-01"],
	[{ field: "birthday", operator: "equals_month_day", value: "2000-02-29" }, "birthday month-day = --02-29"],
	[{ field: "birthday", operator: "equals_month_day", value: relative(0, "days", "before") }, "birthday anniversary today"],
	[{ field: "birthday", operator: "equals_month_day", value: relative(3, "days", "after") }, "birthday anniversary today + 3 days"],
	[{ field: "signed_up", operator: "equals_month_day_year", value: "2026-05-01" }, "signed_up on 2026-05-01"],
	[{ field: "signed_up", operator: "equals_month_day_year", value: ["2026-05-01", "2026-06-01"] }, "signed_up in (2026-05-01, 2026-06-01)"],
	[{ field: "signed_up", operator: "equals_month_day_year", value: relative(2, "weeks", "before") }, "signed_up on today - 2 weeks"],
	[{ field: "signed_up", operator: "greater_than", value: "2026-05-01" }, "signed_up after 2026-05-01"],
	[{ field: "signed_up", operator: "greater_than", value: relative(30, "days", "before") }, "signed_up after today - 30 days"],
	[{ field: "signed_up", operator: "less_than", value: relative(0, "days", "before") }, "signed_up before today"],
	[{ field: "signed_up", operator: "not_equals", value: "2026-05-01" }, "signed_up not on 2026-05-01"],
	[
		{ field: "birthday", operator: "between_month_day", value: { startDate: "2000-12-20", endDate: "2000-01-05" } },
		"birthday month-day between --12-20 and --01-05",
	],
	[
		{
			field: "birthday",
			operator: "between_month_day",
			value: { startDate: relative(3, "days", "before"), endDate: relative(7, "days", "after") },
		},
		"birthday anniversary between today - 3 days and today + 7 days",
	],
	[
		{ field: "signed_up", operator: "between_month_day_year", value: { startDate: "2026-01-01", endDate: "2026-01-31" } },
		"signed_up between 2026-01-01 and 2026-01-31",
	],
	[
		{
			field: "signed_up",
			operator: "between_month_day_year",
			value: { startDate: relative(7, "days", "before"), endDate: relative(0, "days", "before") },
		},
		"signed_up between today - 7 days and today",
	],
	[{ field: "tags", operator: "array_contains", value: "vip" }, 'tags has "vip"'],
	[{ field: "tags", operator: "array_contains", value: ["vip", "new"] }, 'tags has any of ("vip", "new")'],
	[{ field: "scores", operator: "array_contains", value: 5 }, "scores has 5"],
	[{ field: "Loyalty Points", operator: "greater_than", value: 5 }, "`Loyalty Points` > 5"],
];

const textOf = (conditions: unknown): string => {
	const read = fromConditions(conditions, shop);
	if ("problems" in read) throw new Error(read.problems.map((problem) => `${problem.pointer} ${problem.message}`).join("\n"));
	return read.text;
};

describe("seed conditions", () => {
	for (const [condition, text] of pairs) {
		it(text, () => {
			expect(textOf([condition])).to.equal(text);
			expect(toConditions(compiled(text).checked, shop)).to.deep.equal({ conditions: [condition] });
		});
	}

	it("say a day before or after today in one way, however the text says it", () => {
		const said: readonly (readonly [text: string, again: string])[] = [
			["birthday before 30 days ago", "birthday before today - 30 days"],
			["birthday between 30 days ago and 7 days ago", "birthday between today - 30 days and today - 7 days"],
			["birthday not on 2 weeks from now", "birthday not on today + 2 weeks"],
			["birthday in (3 months ago, now)", "birthday in (today - 3 months, today)"],
			["birthday after now - 1 year", "birthday after today - 1 years"],
			["birthday anniversary 3 days ago", "birthday anniversary today - 3 days"],
			["signed_up anniversary between 3 days ago and now", "signed_up anniversary between today - 3 days and today"],
		];
		for (const [text, again] of said) {
			const segment = compiled(text);
			const made = toConditions(segment.checked, shop);
			if ("without" in made) throw new Error(`${text}: ${made.without[0]?.reason}`);
			expect(textOf(made.conditions)).to.equal(again);
			expect(compiled(again).rule, text).to.deep.equal(segment.rule);
		}
	});

	it("are joined by and, one a line", () => {
		const conditions: readonly SeedCondition[] = [
			{ field: "country", operator: "equals", value: "US" },
			{ field: "age", operator: "greater_than", value: 18 },
		];
		const text = textOf(conditions);
		expect(text).to.equal('country = "US"\nand age > 18');
		expect(toConditions(compiled(text).checked, shop)).to.deep.equal({ conditions });
	});

	it("names built-in fields either way, and writes the seed system's way when asked", () => {
		const camel = ["userId", "firstName", "lastName", "email"].map((field) => ({ field, operator: "equals", value: "x" }));
		const text = 'user_id = "x"\nand first_name = "x"\nand last_name = "x"\nand email = "x"';
		expect(textOf(camel)).to.equal(text);
		expect(toConditions(compiled(text).checked, shop, "camelCase")).to.deep.equal({ conditions: camel });
		const snake = ["user_id", "first_name", "last_name", "email"].map((field) => ({ field, operator: "equals", value: "x" }));
		expect(textOf(snake)).to.equal(text);
		expect(toConditions(compiled(text).checked, shop)).to.deep.equal({ conditions: snake });
	});

	it("keep a field of the catalogue's own that is spelt like a built-in one", () => {
		const made = catalogue({ fields: [{ name: "firstName", type: "text" }] });
		if ("problems" in made) throw new Error(made.problems[0]?.message);
		const own = made.catalogue;
		const read = fromConditions([{ field: "firstName", operator: "exists", value: [] }], own);
		expect(read).to.deep.equal({ text: "firstName is set" });
		const segment = compile("firstName is set and first_name is set", { catalogue: own, now: 0, timeZone: "UTC" });
		if (!segment.ok) throw new Error(segment.diagnostics[0]?.message);
		const found = toConditions(segment.segment.checked, own, "camelCase");
		expect("conditions" in found && found.conditions.map(({ field }) => field)).to.deep.equal(["firstName", "first_name"]);
	});

	it("quotes in values are data", () => {
		const value = 'a" or country is set or country = "';
		expect(toConditions(compiled(textOf([{ field: "country", operator: "equals", value }])).checked, shop)).to.deep.equal({
			conditions: [{ field: "country", operator: "equals", value }],
		});
	});

	it("a day stays that day east and west of Greenwich", () => {
		const profile = { birthday: "2026-05-01" };
		for (const timeZone of ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"]) {
			const segment = compiled(textOf([{ field: "birthday", operator: "equals_month_day_year", value: "2026-05-01" }]), { timeZone });
			expect(segment.test(profile), timeZone).to.equal(true);
		}
	});
});

const problems: readonly (readonly [title: string, conditions: unknown, ...problems: (readonly [pointer: string, message: string])[]])[] = [
	["no list", {}, ["/conditions", '"conditions" must be a list.']],
	["no condition", [], ["/conditions", "There is no condition. Add one: a segment without conditions would be everyone."]],
	["no object", [5], ["/conditions/0", 'A condition is an object with "field", "operator" and "value".']],
	[
		"an unknown operator",
		[{ field: "age", operator: "like", value: 1 }],
		[
			"/conditions/0/operator",
			'The operator "like" is not known. Use one of equals, not_equals, greater_than, less_than, exists, not_exists, equals_month_day, equals_month_day_year, between_month_day, between_month_day_year, array_contains.',
		],
	],
	[
		"an unknown field",
		[{ field: "agee", operator: "equals", value: 1 }],
		["/conditions/0/field", 'There is no field "agee" in the catalogue. Add it or use another.'],
	],
	[
		"a field that is only for merge fields",
		[{ field: "greeting", operator: "exists", value: [] }],
		["/conditions/0/field", '"greeting" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.'],
	],
	[
		"a value of another type",
		[{ field: "age", operator: "equals", value: "5" }],
		["/conditions/0/value", '"5" does not fit "age", which is a number.'],
	],
	[
		"one value of another type",
		[{ field: "age", operator: "equals", value: [5, "6"] }],
		["/conditions/0/value/1", '"6" does not fit "age", which is a number.'],
	],
	["an empty list", [{ field: "age", operator: "equals", value: [] }], ["/conditions/0/value", "The list of values is empty. Add one."]],
	["no value", [{ field: "age", operator: "equals" }], ["/conditions/0/value", 'There is no "value" in this condition. Add it.']],
	["no field", [{ operator: "equals", value: 1 }], ["/conditions/0/field", 'There is no "field" in this condition. Add it.']],
	["no operator", [{ field: "age" }], ["/conditions/0/operator", 'There is no "operator" in this condition. Add it.']],
	[
		"an object for a field",
		[{ field: {}, operator: "exists" }],
		["/conditions/0/field", "The field must be text, not an object. Write its name."],
	],
	["no day", [{ field: "birthday", operator: "equals" }], ["/conditions/0/value", 'There is no "value" in this condition. Add it.']],
	[
		"no end of a range",
		[{ field: "birthday", operator: "between_month_day", value: { startDate: "2000-12-20" } }],
		["/conditions/0/value/endDate", 'There is no "endDate" in this range. Add it.'],
	],
	[
		"no unit",
		[{ field: "birthday", operator: "equals", value: { type: "relative", value: 3, direction: "before" } }],
		["/conditions/0/value/unit", 'There is no "unit" in this relative date. Add it.'],
	],
	[
		"an object for a value",
		[{ field: "age", operator: "equals", value: { a: 1 } }],
		["/conditions/0/value", 'An object does not fit "age", which is a number.'],
	],
	[
		"a list in a list",
		[{ field: "birthday", operator: "equals", value: [["2026-05-01"]] }],
		["/conditions/0/value/0", "A list is not a date. Write YYYY-MM-DD or a relative date."],
	],
	[
		"a value where none belongs",
		[{ field: "age", operator: "exists", value: 5 }],
		["/conditions/0/value", '"exists" takes no value. Write [].'],
	],
	[
		"two thresholds",
		[{ field: "age", operator: "greater_than", value: [1, 2] }],
		["/conditions/0/value", '"greater_than" takes one value.'],
	],
	[
		"an order of text",
		[{ field: "country", operator: "greater_than", value: "US" }],
		["/conditions/0/operator", '"greater_than" needs a number or a date, but "country" is text.'],
	],
	[
		"a date operator on text",
		[{ field: "country", operator: "equals_month_day", value: "2026-05-01" }],
		["/conditions/0/operator", '"equals_month_day" needs a date, but "country" is text.'],
	],
	[
		"contains on text",
		[{ field: "country", operator: "array_contains", value: "US" }],
		["/conditions/0/operator", '"array_contains" needs a list, but "country" is not one.'],
	],
	[
		"equals on a list",
		[{ field: "tags", operator: "equals", value: "vip" }],
		["/conditions/0/operator", '"equals" cannot test "tags", which is a list. Use array_contains, exists or not_exists.'],
	],
	[
		"no date",
		[{ field: "birthday", operator: "equals", value: "May" }],
		["/conditions/0/value", '"May" is not a date. Write YYYY-MM-DD or a relative date.'],
	],
	[
		"an impossible date",
		[{ field: "birthday", operator: "equals", value: "2026-02-30" }],
		["/conditions/0/value", '"2026-02-30" is not a date. Write YYYY-MM-DD or a relative date.'],
	],
	[
		"a mixed range",
		[{ field: "birthday", operator: "between_month_day_year", value: { startDate: "2026-01-01", endDate: relative(1, "days", "after") } }],
		["/conditions/0/value", "Both ends of a range must be dates, or both relative. Change one."],
	],
	[
		"no range",
		[{ field: "birthday", operator: "between_month_day", value: "2026-01-01" }],
		["/conditions/0/value", 'A range is { "startDate": …, "endDate": … }.'],
	],
	[
		"half a day",
		[{ field: "birthday", operator: "equals", value: relative(0.5, "days", "after") }],
		["/conditions/0/value/value", "0.5 cannot count days. Write a whole number, 0 or more."],
	],
	[
		"an unknown unit",
		[{ field: "birthday", operator: "equals", value: relative(1, "hours", "after") }],
		["/conditions/0/value/unit", 'The unit "hours" is not known. Use days, weeks, months, years.'],
	],
	[
		"an unknown direction",
		[{ field: "birthday", operator: "equals", value: relative(1, "days", "ago") }],
		["/conditions/0/value/direction", 'The direction "ago" is not known. Use "before" or "after".'],
	],
	[
		"an unknown type",
		[{ field: "age", operator: "equals", value: 1, type: "event" }],
		["/conditions/0/type", 'The type "event" is not known. Use "property" or leave it out.'],
	],
	[
		"two mistakes",
		[
			{ field: "agee", operator: "equals", value: 1 },
			{ field: "age", operator: "equals", value: "x" },
		],
		["/conditions/0/field", 'There is no field "agee" in the catalogue. Add it or use another.'],
		["/conditions/1/value", '"x" does not fit "age", which is a number.'],
	],
];

describe("seed conditions that cannot be read", () => {
	for (const [title, conditions, ...expected] of problems) {
		it(title, () => {
			expect(fromConditions(conditions, shop)).to.deep.equal({ problems: expected.map(([pointer, message]) => ({ pointer, message })) });
		});
	}

	const valid = { field: "birthday", operator: "equals", value: relative(3, "days", "before") };
	const places: readonly (readonly [place: string, condition: (foreign: unknown) => unknown])[] = [
		["type", (type) => ({ ...valid, type })],
		["operator", (operator) => ({ ...valid, operator })],
		["field", (field) => ({ ...valid, field })],
		["number", (value) => ({ field: "age", operator: "equals", value })],
		["date", (value) => ({ ...valid, value })],
		["count", (value) => ({ ...valid, value: { ...valid.value, value } })],
		["unit", (unit) => ({ ...valid, value: { ...valid.value, unit } })],
		["direction", (direction) => ({ ...valid, value: { ...valid.value, direction } })],
	];
	const deep: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`);
	for (const [place, condition] of places) {
		it(`a ${place} of any length or depth has a short message`, () => {
			for (const foreign of ["x".repeat(1_000_000), deep, [deep], 1n]) {
				const read = fromConditions([condition(foreign)], shop);
				if (!("problems" in read)) throw new Error("It cannot be read.");
				expect(read.problems.map(({ message }) => message.length).every((length) => length < 300)).to.equal(true);
			}
		});
	}
});

const without: readonly (readonly [text: string, part: string, reason: string])[] = [
	["age > 5 or opted_in", "age > 5 or opted_in", 'The seed system joins conditions by "and" only.'],
	["age >= 5", "age >= 5", 'The seed system has "greater_than" and "less_than", but not "at least" or "at most".'],
	["opted_in and age between 5 and 9", "age between 5 and 9", "The seed system has ranges of dates only."],
	['country contains "U"', 'country contains "U"', "The seed system has no operator for this."],
	['country = "us" ignoring case', 'country = "us" ignoring case', "The seed system cannot ignore case."],
	["any orders", "any orders", "The seed system has no conditions on the elements of a collection."],
	["spent / visits > 5", "spent / visits", "The seed system tests a field by itself, not a value computed from it."],
	["spent > visits", "spent > visits", "The seed system compares with fixed values only."],
	['"rich": spent > 5', '"rich": spent > 5', "The seed system has no names for conditions."],
	["not age > 5", "not age > 5", 'The seed system has no "not" for this condition.'],
	[
		"signed_up after 3 hours ago",
		"signed_up after 3 hours ago",
		"The seed system counts dates in whole days from today, and this is not one.",
	],
	[
		"signed_up in last 3 days",
		"signed_up in last 3 days",
		"A rolling window of a date and time begins at this hour, which the seed system cannot say.",
	],
	["signed_up on 30 days ago", "signed_up on 30 days ago", "The seed system counts dates in whole days from today, and this is not one."],
	["signed_up before now", "signed_up before now", "The seed system counts dates in whole days from today, and this is not one."],
	["birthday = birthday", "birthday = birthday", "The seed system compares with fixed values only."],
	["signed_up before birthday + 3 days", "signed_up before birthday + 3 days", "The seed system compares with fixed values only."],
	["signed_up between birthday and today", "signed_up between birthday and today", "The seed system compares with fixed values only."],
	["5 < age", "5", "The seed system has the field on the left and the value on the right. Turn this around."],
	["today after birthday", "today", "The seed system has the field on the left and the value on the right. Turn this around."],
	['tags does not have "vip"', 'tags does not have "vip"', 'The seed system has no "not" for this condition.'],
];

describe("texts without a seed form", () => {
	for (const [text, part, reason] of without) {
		it(text, () => {
			const { checked } = compiled(text);
			const result = toConditions(checked, shop);
			expect("without" in result && result.without.map(({ span, reason }) => [text.slice(span.from, span.to), reason])).to.deep.equal([
				[part, reason],
			]);
		});
	}

	it("every part is told at once", () => {
		const result = toConditions(compiled("age >= 5 and opted_in and any orders").checked, shop);
		expect("without" in result && result.without.length).to.equal(2);
	});
});
