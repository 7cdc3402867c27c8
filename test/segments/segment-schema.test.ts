// The published JSON Schema says the same as the reader: what the one takes the other takes, for documents of every kind.
import { Validator } from "@cfworker/json-schema";
import { expect } from "chai";
import fc from "fast-check";
import { fromConditions } from "../../src/segments/from-conditions.ts";
import { seedOperators } from "../../src/segments/seed-condition.ts";
import { readSegmentDocument, segmentDocumentSchema } from "../../src/segments/segment-document.ts";
import { shop } from "../check/shop.ts";

const validator = new Validator(segmentDocumentSchema as unknown as ConstructorParameters<typeof Validator>[0], "7");
const isValid = (document: unknown): boolean => validator.validate(document).valid;

const scalars = fc.constantFrom<unknown>("US", "2026-05-01", 5, true, null, "");
const relatives = fc.record({
	type: fc.constant("relative"),
	value: fc.constantFrom<unknown>(0, 3, -1, "3"),
	unit: fc.constantFrom("days", "months", "hours"),
	direction: fc.constantFrom("before", "after", "ago"),
});
const values = fc.oneof(
	scalars,
	relatives,
	fc.array(fc.oneof(scalars, relatives), { maxLength: 2 }),
	fc.record({ startDate: fc.oneof(scalars, relatives), endDate: fc.oneof(scalars, relatives) }),
	fc.constant({}),
);
const conditions = fc.record(
	{
		field: fc.constantFrom<unknown>("country", "age", "birthday", "tags", "opted_in", 5),
		operator: fc.constantFrom<unknown>(...seedOperators, "like"),
		value: values,
		type: fc.constantFrom("property", "event"),
	},
	{ requiredKeys: ["field", "operator"] },
);
/** Conditions of the right form for their field, whose values may still be wrong. */
const likely = fc.oneof(
	fc.record({
		field: fc.constant("country"),
		operator: fc.constantFrom("equals", "not_equals", "exists"),
		value: fc.constantFrom<unknown>("US", ["US", "CA"], [], null),
	}),
	fc.record({
		field: fc.constant("age"),
		operator: fc.constantFrom("equals", "greater_than", "not_exists"),
		value: fc.constantFrom<unknown>(5, [5], [], "5"),
	}),
	fc.record({
		field: fc.constant("birthday"),
		operator: fc.constantFrom("equals", "equals_month_day", "less_than"),
		value: fc.oneof(relatives, fc.constant("2026-05-01")),
	}),
	fc.record({
		field: fc.constant("birthday"),
		operator: fc.constantFrom("between_month_day", "between_month_day_year"),
		value: fc.record({
			startDate: fc.oneof(relatives, fc.constant("2026-05-01")),
			endDate: fc.oneof(relatives, fc.constant("2026-05-09")),
		}),
	}),
	fc.record({
		field: fc.constant("tags"),
		operator: fc.constant("array_contains"),
		value: fc.constantFrom<unknown>("vip", ["vip", "new"]),
	}),
);
const documents = fc.record(
	{
		business_id: fc.constantFrom<unknown>("acme", "acme", "acme", "", 5),
		businessId: fc.constantFrom<unknown>("acme", "", 5),
		name: fc.constantFrom<unknown>("VIPs", "Regulars", "VIPs", "", null),
		status: fc.constantFrom<unknown>("active", "deactivated", "on"),
		conditions: fc.oneof(
			{ arbitrary: fc.array(likely, { minLength: 1, maxLength: 2 }), weight: 3 },
			fc.array(conditions, { maxLength: 2 }),
			fc.constant({}),
		),
		more: fc.constant(1),
	},
	{ requiredKeys: [] },
);

describe("the schema of segment documents", () => {
	it("takes every document that the reader and its conditions take", () => {
		let taken = 0;
		fc.assert(
			fc.property(documents, (document) => {
				const read = readSegmentDocument(document);
				if ("problems" in read || "problems" in fromConditions(read.document.conditions, shop)) return;
				taken++;
				expect(isValid(document), JSON.stringify(document)).to.equal(true);
			}),
			{ numRuns: 2_000 },
		);
		expect(taken).to.be.greaterThan(10);
	});

	it("refuses what the reader refuses in the document itself", () => {
		fc.assert(
			fc.property(documents, (document) => {
				if ("problems" in readSegmentDocument(document)) expect(isValid(document), JSON.stringify(document)).to.equal(false);
			}),
			{ numRuns: 1_000 },
		);
	});

	it("refuses conditions of another form", () => {
		const document = (condition: unknown) => ({ business_id: "acme", name: "VIPs", conditions: [condition] });
		expect(isValid(document({ field: "age", operator: "equals", value: 5, note: "kept" }))).to.equal(true);
		for (const condition of [
			5,
			{ operator: "exists" },
			{ field: "age", operator: "like" },
			{ field: "age", operator: "equals", type: "event" },
			{ field: "age", operator: "equals", value: { startDate: "2026-01-01" } },
		]) {
			expect(isValid(document(condition)), JSON.stringify(condition)).to.equal(false);
		}
	});
});
