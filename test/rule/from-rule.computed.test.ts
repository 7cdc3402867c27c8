// What toRule computes, an aggregate or a part of a date, where foreign logic does something else with it: compares it with what is missing
// counted, negates it, adds to it.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { readAs } from "./read-shop.ts";

const x = (path: string): Rule => ({ var: path });
const [accumulator, birthday, visits] = [x("accumulator"), x("birthday"), x("visits")];
const over = (field: string): Rule => ({ filter: [x("orders"), { "!==": [x(field), null] }] });
const extreme = (operator: string): Rule => ({
	reduce: [
		over("placed_at"),
		{
			if: [
				{ or: [{ "===": [accumulator, null] }, { [operator]: [x("current.placed_at"), accumulator] }] },
				x("current.placed_at"),
				accumulator,
			],
		},
		null,
	],
});
const first = extreme("<");
const last = extreme(">");
const sum: Rule = { reduce: [x("scores"), { "+": [accumulator, x("current")] }, 0] };
const count: Rule = { reduce: [x("scores"), { "+": [accumulator, 1] }, 0] };
const average: Rule = { "/": [sum, count] };
const monthDay: Rule = { "%": [birthday, 10_000] };
const month: Rule = { "/": [{ "-": [monthDay, { "%": [monthDay, 100] }] }, 100] };

const table: readonly (readonly [rule: Rule, ...expected: readonly string[]])[] = [
	[
		{ "<": [first, 5] },
		"( min(orders.placed_at) is set and min(orders.placed_at) before 1970-01-01T00:00:00.005Z ) or min(orders.placed_at) is missing",
	],
	[
		{ "<": [last, 1800000000000] },
		"( max(orders.placed_at) is set and max(orders.placed_at) before 2027-01-15T08:00:00Z ) or max(orders.placed_at) is missing",
	],
	[{ ">": [first, 5] }, "min(orders.placed_at) is set and min(orders.placed_at) after 1970-01-01T00:00:00.005Z"],
	[{ "==": [first, null] }, "min(orders.placed_at) is missing"],
	[{ "!=": [first, null] }, "min(orders.placed_at) is set"],
	[{ "!": [first] }, "not ( min(orders.placed_at) is set and min(orders.placed_at) != 1970-01-01T00:00:00Z )"],
	[{ "!!": [last] }, "max(orders.placed_at) is set and max(orders.placed_at) != 1970-01-01T00:00:00Z"],
	[
		{ "<": [first, last] },
		"( min(orders.placed_at) is set and max(orders.placed_at) is set and min(orders.placed_at) before max(orders.placed_at) ) or ( min(orders.placed_at) is set and max(orders.placed_at) is missing and min(orders.placed_at) before 1970-01-01T00:00:00Z ) or ( min(orders.placed_at) is missing and max(orders.placed_at) is set and max(orders.placed_at) after 1970-01-01T00:00:00Z )",
	],
	[
		{ "<": [last, x("signed_up")] },
		"(max(orders.placed_at) is set and max(orders.placed_at) before signed_up) or ( max(orders.placed_at) is set and signed_up is missing and max(orders.placed_at) before 1970-01-01T00:00:00Z ) or (max(orders.placed_at) is missing and signed_up after 1970-01-01T00:00:00Z)",
		': A missing "signed_up" can make this true too, so the text says so.',
	],
	[
		{ if: [x("opted_in"), { "<": [first, 5] }, { "<": [last, 5] }] },
		"( opted_in and ( ( min(orders.placed_at) is set and min(orders.placed_at) before 1970-01-01T00:00:00.005Z ) or min(orders.placed_at) is missing ) ) or ( not opted_in and ( ( max(orders.placed_at) is set and max(orders.placed_at) before 1970-01-01T00:00:00.005Z ) or max(orders.placed_at) is missing ) )",
	],
	[
		{ "<": [{ if: [x("opted_in"), first, last] }, 5] },
		"( opted_in and min(orders.placed_at) is set and min(orders.placed_at) before 1970-01-01T00:00:00.005Z ) or (opted_in and min(orders.placed_at) is missing) or ( not opted_in and max(orders.placed_at) is set and max(orders.placed_at) before 1970-01-01T00:00:00.005Z ) or (not opted_in and max(orders.placed_at) is missing)",
	],
	[{ "<": [average, 7] }, "avg(scores) < 7"],
	[{ ">=": [average, 7] }, "avg(scores) >= 7"],
	[{ "!": [average] }, "not (avg(scores) is set and avg(scores) != 0)"],
	[{ "==": [average, null] }, "count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."],
	[{ "<": [{ "-": [average, 1] }, 5] }, "avg(scores) - 1 < 5"],
	[{ "<": [{ "+": [average, visits] }, 9] }, "avg(scores) is set and avg(scores) + visits < 9"],
	[{ "<": [sum, 7] }, "sum(scores) < 7"],
	[{ "!": [sum] }, "sum(scores) = 0"],
	[{ "!": [count] }, "count(scores) = 0"],
	[{ "==": [sum, null] }, "count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."],
	[{ "<": [{ "*": [sum, count] }, 9] }, "sum(scores) * count(scores) < 9"],
	[{ "<": [month, 3] }, "month(birthday) < 3 or birthday is missing", ': A missing "birthday" makes this true too, so the text says so.'],
	[{ ">": [month, 1] }, "month(birthday) > 1"],
	[{ "==": [month, 2] }, "month(birthday) = 2"],
	[{ "!": [month] }, "month(birthday) = 0 or birthday is missing"],
	[{ "==": [month, null] }, "count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."],
	[{ and: [{ "!=": [birthday, null] }, { "<": [month, 3] }] }, "month(birthday) < 3"],
	[
		{ "<": [{ "+": [month, 1] }, 4] },
		"month(birthday) + 1 < 4 or birthday is missing",
		': A missing "birthday" makes this true too, so the text says so.',
	],
	[
		{ "<": [monthDay, 301] },
		"birthday month-day < --03-01 or birthday is missing",
		': A missing "birthday" makes this true too, so the text says so.',
	],
	[{ "==": [monthDay, 228] }, "birthday month-day = --02-28"],
	[{ "==": [monthDay, 230] }, "refused", ": 230 is no day of the year. Days of the year in rules are written like 501."],
	[{ "==": [monthDay, 599] }, "refused", ": 599 is no day of the year. Days of the year in rules are written like 501."],
	[{ "==": [monthDay, 1301] }, "refused", ": 1301 is no day of the year. Days of the year in rules are written like 501."],
	[{ "==": [monthDay, 100] }, "refused", ": 100 is no day of the year. Days of the year in rules are written like 501."],
	[{ "==": [monthDay, 228.5] }, "refused", ": 228.5 is no day of the year. Days of the year in rules are written like 501."],
	[{ "==": [monthDay, 229] }, "birthday month-day = --02-29"],
	[{ "===": [monthDay, "228"] }, "refused", ': With "===", a number never equals "228", which is of another type.'],
	[{ "<=": [201, monthDay, 301] }, "birthday month-day between --02-01 and --03-01"],
	[{ "<=": [301, monthDay, 201] }, "birthday month-day >= --03-01 and birthday month-day <= --02-01"],
	[{ in: [monthDay, [228, 301]] }, "birthday month-day in (--02-28, --03-01)"],
	[{ in: [monthDay, [228, 9901]] }, "refused", ": 9901 is no day of the year. Days of the year in rules are written like 501."],
	[{ "!": [monthDay] }, "birthday is missing"],
	[{ "<": [monthDay, month] }, "refused", ": A day of the year and a number cannot be compared: a condition compares values of one type."],
	[{ "<": [{ "+": [monthDay, 1] }, 4] }, "refused", "/</0: Arithmetic is for numbers, and this is none."],
	[{ "%": [birthday, 1000] }, "refused", ": Arithmetic on a date as a number has no meaning in conditions. Compare the date."],
	[
		{ ">": [{ "%": [x("signed_up"), 10_000] }, 5] },
		"refused",
		"/>/0: Only a date has a remainder that a condition can ask for: the day of the year.",
	],
	[
		{ "==": [{ missing_some: [1, ["visits"]] }, null] },
		"refused",
		'/==/0: There is no condition for {"missing_some": …}. It can only be asked whether too much is missing: use "!" or "if" around it.',
	],
	[{ ">": [{ map: [x("orders"), 1, 2] }, 5] }, "refused", '/>/0/map/2: "map" looks at two operands, and this is one more. Remove it.'],
	[{ "==": [{ filter: [x("tags"), true] }, 5] }, "refused", '/==/0: "filter" goes through a collection of the profile only.'],
	[{ "==": [x("tags"), x("orders")] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
	[{ "==": [5, { filter: [x("orders"), true] }] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
	[
		{ "<": [{ "-": [first, 86_400_000] }, 5] },
		"( min(orders.placed_at) is set and min(orders.placed_at) - 1 day before 1970-01-01T00:00:00.005Z ) or min(orders.placed_at) is missing",
	],
];

describe("fromRule: what toRule computes, in foreign logic", () => {
	for (const [index, [rule, ...expected]] of table.entries()) {
		it(`${index}: ${expected[0] === "refused" ? expected[1] : expected[0]}`, () => expect(readAs(rule)).to.deep.equal(expected));
	}
});
