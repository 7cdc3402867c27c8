// Records of hostile profiles: against the oracle's own reading of language.md §2, and counts that add up.
import { expect } from "chai";
import fc from "fast-check";
import { type ProfileRecord, recorder } from "../../src/eval/record.ts";
import { readPath } from "../../src/fields/json-path.ts";
import type { Field } from "../../src/fields/field.ts";
import { partsOf } from "../oracle/local-time.ts";
import { readField, type Typed } from "../oracle/typed-value.ts";
import { catalogueOf } from "./catalogue-of.ts";

const element = [
	{ name: "total", type: "number" },
	{ name: "day", type: "date" },
	{ name: "to.city", type: "text" },
] as const;
const catalogue = catalogueOf(
	{ name: "name", type: "text" },
	{ name: "a.n", type: "number" },
	{ name: "flag", type: "boolean" },
	{ name: "day", type: "date" },
	{ name: "at", type: "datetime" },
	{ name: "tags", type: "list", items: "text" },
	{ name: "scores", type: "list", items: "number", jsonPath: "$.a.scores" },
	{ name: "last", type: "number", jsonPath: "$.a.scores[-1]" },
	{ name: "orders", type: "collection", fields: element },
);

const scalar = fc.oneof(
	fc.constantFrom<unknown[]>(null, true, false, "", "a", "\0", "\ud800", 0, -0, 1.5, 2 ** 53, 2 ** 53 - 1, Number.NaN, Infinity),
	fc.constantFrom(
		"2026-05-01",
		"2026-02-30",
		"2026-05-01T03:00:00Z",
		"1900-01-01T00:00:00Z",
		"2299-12-31T23:59:59.999Z",
		"2026-05-01T10:00:00",
		"2026-05-01T10:00:00.0001Z",
	),
	fc.double(),
	fc.string({ unit: "binary", maxLength: 4 }),
	fc.integer({ min: -2_208_988_800_001, max: 10_413_792_000_000 }),
);
const key = fc.constantFrom(
	"name",
	"a",
	"n",
	"flag",
	"day",
	"at",
	"tags",
	"scores",
	"orders",
	"total",
	"to",
	"city",
	"__proto__",
	"constructor",
);
const { value } = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 4, depthSize: "small" }, scalar, tie("list"), tie("object")),
	list: fc.array(tie("value"), { maxLength: 4 }),
	// Own properties of any name, as JSON.parse makes them.
	object: fc.array(fc.tuple(key, tie("value")), { maxLength: 8 }).map((entries) => Object.fromEntries(entries)),
}));
const topKeys = ["name", "a", "flag", "day", "at", "tags", "orders"];
const profile = fc.oneof(
	{
		weight: 9,
		arbitrary: fc
			.tuple(...topKeys.map(() => value))
			.map((values) => Object.fromEntries(topKeys.map((name, index) => [name, values[index]]))),
	},
	{ weight: 1, arbitrary: value },
);

/** The oracle's value as a record holds it. */
function asInRecord(typed: Typed | undefined, field: Field, zone: string): unknown {
	if (typed?.type === "date") {
		const { year, month, day } = partsOf(typed.value);
		return year * 10_000 + month * 100 + day;
	}
	if (typed?.type === "list") return typed.value.map((item) => item.value);
	if (typed?.type !== "collection" || field.type !== "collection") return typed?.value;
	return typed.value.map((item) => expectedRecord(field.fields, item, zone));
}

function expectedRecord(fields: readonly Field[], raw: object, zone: string): object {
	return fields.map((field) => [field.name, asInRecord(readField(field, raw, zone), field, zone)]);
}

function foundRecord(fields: readonly Field[], record: ProfileRecord): object {
	return fields.map((field) => {
		const found = readPath(record, field.name.split("."));
		return [field.name, field.type === "collection" && Array.isArray(found) ? found.map((item) => foundRecord(field.fields, item)) : found];
	});
}

// Deep equality would tell -0 from 0.
const withoutSigns = (data: object): string => JSON.stringify(data, (_, item) => (item === undefined ? "(missing)" : item));

describe("record properties", () => {
	it("are what the oracle reads", () => {
		fc.assert(
			fc.property(profile, fc.constantFrom("UTC", "America/New_York", "Asia/Tokyo", "Pacific/Apia"), (raw, timeZone) => {
				const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
				const record = recorder(catalogue, { timeZone }).toRecord(raw);
				const expected = expectedRecord(catalogue.fields, isObject ? (raw as object) : {}, timeZone);
				expect(withoutSigns(foundRecord(catalogue.fields, record))).to.equal(withoutSigns(expected));
			}),
			{ numRuns: 500 },
		);
	});

	it("have counts that add up", () => {
		fc.assert(
			fc.property(fc.array(profile, { maxLength: 8 }), (profiles) => {
				const records = recorder(catalogue, { timeZone: "UTC" });
				const made = profiles.map((raw) => records.toRecord(raw));
				const { quality } = records;
				expect(quality.profiles).to.equal(profiles.length);
				for (const counts of quality.fields.filter(({ field }) => catalogue.field(field))) {
					expect(counts.seen).to.equal(quality.profiles - quality.notObjects);
					const present = made.filter((record) => readPath(record, counts.field.split(".")) !== undefined);
					expect(counts.seen - counts.missing - counts.wrongType).to.equal(present.length);
				}
				const elements = made.reduce((sum, record) => sum + ((record.orders as readonly unknown[] | undefined)?.length ?? 0), 0);
				for (const counts of quality.fields.filter(({ field }) => field.startsWith("orders."))) expect(counts.seen).to.equal(elements);
			}),
			{ numRuns: 100 },
		);
	});

	it("do not change the profile", () => {
		fc.assert(
			fc.property(profile, (raw) => {
				const before = withoutSigns([raw]);
				recorder(catalogue, { timeZone: "UTC" }).toRecord(raw);
				expect(withoutSigns([raw])).to.equal(before);
			}),
			{ numRuns: 100 },
		);
	});
});
