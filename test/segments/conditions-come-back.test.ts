// Any conditions that can be read as a text come back from it meaning the same: fromConditions and toConditions against each other.
import { expect } from "chai";
import fc from "fast-check";
import { difference } from "../../src/check/difference.ts";
import { compile } from "../../src/compile.ts";
import { fromConditions } from "../../src/segments/from-conditions.ts";
import { toConditions } from "../../src/segments/to-conditions.ts";
import { shop } from "../check/shop.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { compileAt, fields } from "../properties/agree.ts";
import { moments } from "../properties/pools.ts";
import { runs } from "../properties/runs.ts";

const several = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const days = fc.constantFrom("2026-05-01", "2024-02-29", "1999-12-31", "2026-01-05");
const relatives = fc.record({
	type: fc.constant("relative"),
	// Years within 1900 to 2299.
	value: fc.integer({ min: 0, max: 100 }),
	unit: fc.constantFrom("days", "weeks", "months", "years"),
	direction: fc.constantFrom("before", "after"),
});
const dates = fc.oneof(days, relatives);
const ranges = fc.oneof(fc.record({ startDate: days, endDate: days }), fc.record({ startDate: relatives, endDate: relatives }));
const condition = (fields: readonly string[], operators: readonly string[], value: fc.Arbitrary<unknown>) =>
	fc.record({ field: fc.constantFrom(...fields), operator: fc.constantFrom(...operators), value });

const dated = ["birthday", "signed_up"];
const conditions = fc.array(
	fc.oneof(
		condition(["country", "address.city"], ["equals", "not_equals"], several(fc.constantFrom("US", "CA", "MX", 'a"b', "ж"))),
		condition(["spent", "visits"], ["equals", "not_equals"], several(fc.constantFrom(0, -1.5, 1e-7, 2 ** 53 - 1, 500))),
		condition(["spent", "Loyalty Points"], ["greater_than", "less_than"], fc.constantFrom(0, 1e15, 0.1)),
		condition(["opted_in"], ["equals", "not_equals"], fc.boolean()),
		condition(["tags"], ["array_contains"], several(fc.constantFrom("vip", "new"))),
		condition(["scores"], ["array_contains"], several(fc.constantFrom(0, 5, -1))),
		condition(["country", "tags", "orders", ...dated], ["exists", "not_exists"], fc.constant([])),
		condition(dated, ["equals", "not_equals", "equals_month_day_year", "equals_month_day"], several(dates)),
		condition(dated, ["greater_than", "less_than"], dates),
		condition(dated, ["between_month_day", "between_month_day_year"], ranges),
	),
	{ minLength: 1, maxLength: 4 },
);

const options = { catalogue: shop, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };

function compiled(from: unknown) {
	const read = fromConditions(from, shop);
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	return compiledText(read.text, options);
}

function compiledText(text: string, at: typeof options) {
	const result = compile(text, at);
	if (!result.ok) throw new Error(`${text}\n${result.diagnostics[0]?.message}`);
	return result.segment;
}

describe("conditions come back", () => {
	it("with the same meaning, whatever could be read", () => {
		fc.assert(
			fc.property(conditions, (given) => {
				const segment = compiled(given);
				const back = toConditions(segment.checked, shop);
				if ("without" in back) {
					// Only several days of the year have no form of their own: a list of them is "any of (…)".
					expect(segment.text).to.include("any of (");
					return;
				}
				expect(compiled(back.conditions).rule, segment.text).to.deep.equal(segment.rule);
			}),
			{ numRuns: runs(500) },
		);
	});

	const unit = fc.constantFrom("days", "weeks", "months", "years");
	const dayFromToday = fc.oneof(
		fc.constantFrom("now", "today", "yesterday", "tomorrow"),
		fc.tuple(fc.nat({ max: 40 }), unit, fc.constantFrom("ago", "from now")).map((words) => words.join(" ")),
		fc.tuple(fc.constantFrom("now", "today"), fc.constantFrom("+", "-"), fc.nat({ max: 40 }), unit).map((words) => words.join(" ")),
	);
	const onDayFromToday = fc.oneof(
		fc
			.tuple(fc.constantFrom("before", "after", "on", "not on", "=", "!=", "<", ">", "anniversary"), dayFromToday)
			.map((words) => words.join(" ")),
		fc
			.tuple(fc.constantFrom("between", "anniversary between"), dayFromToday, dayFromToday)
			.map(([test, low, high]) => `${test} ${low} and ${high}`),
		fc
			.tuple(fc.constantFrom("in", "not in"), fc.array(dayFromToday, { minLength: 2, maxLength: 3 }))
			.map(([test, list]) => `${test} (${list.join(", ")})`),
	);

	it("from every day counted from today that a date is compared with, as the same rule", () => {
		fc.assert(
			fc.property(onDayFromToday, fc.constantFrom(...moments), (words, { now, timezone }) => {
				const at = { catalogue: shop, now: Date.parse(now), timeZone: timezone };
				const text = `birthday ${words}`;
				const segment = compiledText(text, at);
				const made = toConditions(segment.checked, shop);
				if ("without" in made) throw new Error(`${text}: ${made.without[0]?.reason}`);
				const back = fromConditions(made.conditions, shop);
				if ("problems" in back) throw new Error(`${text}\n${JSON.stringify(back.problems)}`);
				expect(compiledText(back.text, at).rule, `${text}\n${back.text}`).to.deep.equal(segment.rule);
			}),
			{ numRuns: runs(500) },
		);
	});

	it("from any text that has such a form at all", () => {
		let found = 0;
		fc.assert(
			fc.property(arbitraryCondition, fc.constantFrom(...moments), (text, at) => {
				const segment = compileAt(text, at);
				const made = toConditions(segment.checked, fields);
				if ("without" in made) {
					expect(made.without.length).to.be.greaterThan(0);
					return;
				}
				found++;
				const back = fromConditions(made.conditions, fields);
				if ("problems" in back) throw new Error(`${text}\n${JSON.stringify(back.problems)}`);
				// `in ("a")` comes back as `= "a"`: the same people by another rule.
				expect(difference(segment.checked, compileAt(back.text, at).checked), `${text}\n${back.text}`).to.equal("equal");
			}),
			{ numRuns: runs(1_500) },
		);
		expect(found).to.be.greaterThan(10);
	});
});
