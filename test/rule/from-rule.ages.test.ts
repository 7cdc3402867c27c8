// Ages, parts of dates and computed numbers that are set, back from their rules: in the same words on the same day, on another day by the
// dates themselves. Each text answers what its rule answers, for dates around every birthday that it asks for.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { compileTest } from "../../src/eval/compile-rule.ts";
import { recorder } from "../../src/eval/record.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import { addDays, formatDate } from "../../src/values/civil-date.ts";

const made = catalogue({
	fields: [
		{ name: "visits", type: "number" },
		{ name: "birthday", type: "date" },
		{ name: "seen", type: "datetime" },
		{ name: "scores", type: "list", items: "number" },
		{
			name: "trips",
			type: "collection",
			fields: [
				{ name: "day", type: "date" },
				{ name: "cost", type: "number" },
			],
		},
	],
});
if (!("catalogue" in made)) throw new Error("It must be a catalogue.");
const fields = made.catalogue;

const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);
const bound = { catalogue: fields, timeZone: "UTC" } as const;

const days: readonly string[] = [1900, 1909, 1926, 2000, 2005, 2006, 2007, 2008, 2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
	[228, 301, 510].flatMap((at) => [-1, 0, 1].map((by) => formatDate(addDays(year * 10_000 + at, by)))),
);
const profiles: readonly unknown[] = [
	{},
	{ visits: 18, scores: [3] },
	...days.map((date, index) => ({
		visits: [undefined, 2, 18][index % 3],
		birthday: date,
		seen: `${date}T12:00:00Z`,
		scores: [index],
		trips: [{ day: date, cost: 1 }, {}, { cost: index }, { day: "1950-01-01" }],
	})),
	{ birthday: "2027-01-01", trips: [{ day: "2027-01-01", cost: 1 }], visits: 1 },
];

/** What the text's rule, made on one day, is read as on another; or why it cannot be. */
function back(text: string, on: string, now: string | undefined): readonly string[] {
	const before = compile(text, { ...bound, now: day(on) });
	if (!before.ok) throw new Error(`${text} does not compile.`);
	const read = fromRule(before.segment.rule, fields, { timeZone: "UTC", ...(now !== undefined && { now: day(now) }) });
	if (!read.ok) return ["refused", ...read.problems.map(({ pointer, message }) => `${pointer}: ${message}`)];
	const after = compile(read.text, { ...bound, now: day(now ?? on) });
	if (!after.ok) throw new Error(`${read.text} does not compile.`);
	const requires = [...new Set([...before.segment.requires, ...after.segment.requires])];
	const records = recorder(fields, { timeZone: "UTC", requires });
	const [rule, again] = [compileTest(before.segment.rule), compileTest(after.segment.rule)];
	for (const record of profiles.map((profile) => records.toRecord(profile))) {
		if (rule(record) !== again(record)) throw new Error(`${text} and ${read.text} part on ${JSON.stringify(record)}`);
	}
	return [read.text.replace(/\s+/g, " "), ...read.notes.map(({ message }) => message)];
}

describe("fromRule: on the same day", () => {
	const same: readonly (readonly [text: string, as?: string])[] = [
		["age(birthday) >= 18"],
		["age(birthday) in (18, 21)"],
		["age(birthday) is set", "birthday on or before 2026-05-10"],
		["age(birthday) is missing", "not birthday on or before 2026-05-10"],
		["age(birthday) + visits is set"],
		["visits + age(birthday) is set"],
		["age(birthday) * 2 - month(birthday) is set"],
		["month(birthday) is set", "birthday is set"],
		["min(trips.cost) + max(scores) is set"],
		["min(trips.cost) is set"],
		["min(trips.cost) is missing"],
		["age(max(trips.day)) is set", "max(trips.day) on or before 2026-05-10"],
		["age(max(trips.day)) >= 2"],
		["month(max(trips.day)) = 5"],
		["age(max(trips.day)) + age(birthday) is set"],
		["month(max(trips.day)) + age(birthday) is set"],
		["month(max(trips.day)) + visits is set"],
		["any trips (age(day) >= 2)"],
		["any trips (age(day) is set)", "any trips (day on or before 2026-05-10)"],
		["any trips (age(day) + cost is set)"],
		["any trips (age(profile.birthday) + cost is set)"],
		["any trips (cost is set and age(profile.birthday) is set)", "any trips (cost is set and profile.birthday on or before 2026-05-10)"],
		["avg(trips.cost) / 2 > 1"],
		["avg(scores) + visits is set"],
		["avg(trips.cost where cost > 1) > 2"],
		["sum(scores) / count(scores) > 2"],
		["(birthday + 3 days) month-day = --05-01"],
		["max(trips.day) month-day between --01-01 and --05-01"],
		["age(birthday + 1 day) > 5"],
		["age(birthday + 1 day) is set", "birthday + 1 day on or before 2026-05-10"],
		["age(seen) is set"],
		["age(seen) >= 2"],
		["visits * 2 is set"],
		["count distinct(trips.day) > 2"],
		["max(trips.day where cost > 1) after 2026-05-01"],
	];
	for (const [text, as = text] of same) {
		it(text, () => expect(back(text, "2026-05-10", "2026-05-10")).to.deep.equal([as]));
	}
});

describe("fromRule: on another day", () => {
	const noteOn = (date: string): string =>
		`The age is that of ${date}, the day this rule was made for, so the text compares the date itself.`;
	const others: readonly (readonly [on: string, text: string, as: string])[] = [
		["2026-05-10", "age(birthday) in (18, 21)", "birthday between 2007-05-11 and 2008-05-10 or birthday between 2004-05-11 and 2005-05-10"],
		["2026-05-10", "age(birthday) in (18.5, 2)", "birthday between 2023-05-11 and 2024-05-10"],
		["2026-05-10", "age(birthday) = 18", "birthday between 2007-05-11 and 2008-05-10"],
		["2026-05-10", "age(birthday) >= 0", "birthday on or before 2026-05-10"],
		["2026-05-10", "age(birthday) <= 0", "birthday between 2025-05-11 and 2026-05-10"],
		["2026-05-10", "age(birthday) > 0", "birthday on or before 2025-05-10"],
		["2026-05-10", "age(birthday) >= 17.5", "birthday on or before 2008-05-10"],
		["2026-05-10", "age(birthday) < 17.5", "birthday between 2008-05-11 and 2026-05-10"],
		["2026-05-10", "age(birthday) > 125", "birthday on or before 1900-05-10"],
		["2026-05-10", "age(birthday) < 300", "birthday between 1900-01-01 and 2026-05-10"],
		["2026-05-10", "age(birthday) <= 126", "birthday between 1900-01-01 and 2026-05-10"],
		["2026-05-10", "age(birthday) between 17.5 and 18.5", "birthday between 2007-05-11 and 2008-05-10"],
		["2026-05-10", "age(birthday) between 17 and 18", "birthday between 2007-05-11 and 2009-05-10"],
		["2026-05-10", "age(birthday) = 126", "birthday between 1900-01-01 and 1900-05-10"],
		["2026-05-10", "age(birthday) not in (18)", "birthday not between 2007-05-11 and 2008-05-10"],
		["2026-05-10", "age(birthday) != 5", "birthday not between 2020-05-11 and 2021-05-10"],
		["2026-05-10", "not age(birthday) > 5", "not birthday on or before 2020-05-10"],
		["2026-05-10", "age(max(trips.day)) > 5", "max(trips.day) on or before 2020-05-10"],
		["2026-05-10", "age(birthday + 1 day) > 5", "birthday + 1 day on or before 2020-05-10"],
		["2026-05-10", "any trips (age(day) >= 2)", "any trips (day on or before 2024-05-10)"],
		["2026-05-10", "any trips (age(profile.birthday) >= 2)", "any trips (profile.birthday on or before 2024-05-10)"],
		["2026-02-28", "age(birthday) >= 18", "birthday on or before 2008-02-29"],
		["2026-02-28", "age(birthday) = 2", "birthday between 2023-03-01 and 2024-02-29"],
		["2026-02-28", "age(birthday) < 1", "birthday between 2025-03-01 and 2026-02-28"],
		["2024-02-28", "age(birthday) >= 18", "birthday on or before 2006-02-28"],
		["2024-02-28", "age(birthday) = 2", "birthday between 2021-03-01 and 2022-02-28"],
		["2024-02-28", "age(birthday) < 1", "birthday between 2023-03-01 and 2024-02-28"],
		["2024-02-29", "age(birthday) >= 18", "birthday on or before 2006-02-28"],
		["2024-02-29", "age(birthday) = 2", "birthday between 2021-03-01 and 2022-02-28"],
		["2024-02-29", "age(birthday) < 1", "birthday between 2023-03-01 and 2024-02-29"],
		["2026-03-01", "age(birthday) >= 18", "birthday on or before 2008-03-01"],
		["2026-03-01", "age(birthday) = 2", "birthday between 2023-03-02 and 2024-03-01"],
		["2026-03-01", "age(birthday) < 1", "birthday between 2025-03-02 and 2026-03-01"],
	];
	for (const [on, text, as] of others) {
		it(`${text}, made on ${on}`, () => {
			for (const now of [undefined, "2026-05-11"]) expect(back(text, on, now)).to.deep.equal([as, noteOn(on)]);
		});
	}

	it("is nobody's where nobody has that age", () => {
		for (const test of ["= 18.5", "< 0", "> 126", "> 300", "between 18 and 17", "= 127", "in (0.5, 127)"]) {
			expect(back(`age(birthday) ${test}`, "2026-05-10", "2026-05-11"), test).to.deep.equal([
				"count(scores) is missing",
				noteOn("2026-05-10"),
				"This rule is false for everybody, and the text is a condition that always is.",
			]);
		}
	});

	it("is not asked where nothing but the day itself is", () => {
		for (const [text, as] of [
			["age(birthday) is set", "birthday on or before 2026-05-10"],
			["age(birthday) is missing", "not birthday on or before 2026-05-10"],
			["age(birthday) + 1 is set", "birthday on or before 2026-05-10"],
		] as const) {
			expect(back(text, "2026-05-10", "2026-05-11"), text).to.deep.equal([as]);
		}
	});

	it("has no words for an age that is computed with", () => {
		const refusal =
			"This asks for an age on 2026-05-10, and a text asks for it on the day it is compiled. Compile the text with a clock on 2026-05-10.";
		for (const [text, pointer] of [
			["age(birthday) + 1 > 5", ""],
			["visits > age(birthday)", ""],
			["age(birthday) > visits", ""],
			["age(birthday) * visits = 5", ""],
			["5 - age(birthday) > 1", ""],
			["age(seen) > 5", ""],
			["any trips (age(profile.birthday) >= cost)", "/some/0/0/reduce/1/1/or/1"],
		] as const) {
			expect(back(text, "2026-05-10", "2026-05-11"), text).to.deep.equal(["refused", `${pointer}: ${refusal}`]);
		}
	});
});
