import { expect } from "chai";
import { type FieldQuality, type QualityReport, recorder } from "../../src/eval/record.ts";
import type { FieldInput } from "../../src/fields/catalogue.ts";
import { catalogueOf } from "./catalogue-of.ts";

/** The report over these profiles, for the listed fields only. */
function qualityOf(fields: readonly FieldInput[], profiles: readonly unknown[]): QualityReport {
	const records = recorder(catalogueOf(...fields), { timeZone: "UTC", fields: fields.map((field) => field.name) });
	for (const profile of profiles) records.toRecord(profile);
	return records.quality;
}

const x: FieldInput = { name: "x", type: "number" };
const exampleOf = (value: unknown, field: FieldInput = x): string | undefined => qualityOf([field], [{ x: value }]).fields[0]?.example;

describe("record quality", () => {
	it("counts values seen, missing and of the wrong type, and shows the first wrong one", () => {
		expect(qualityOf([x], [{ x: 1 }, { x: null }, {}, { x: "7" }, { x: [] }, { x: Number.NaN }])).to.deep.equal({
			profiles: 6,
			notObjects: 0,
			fields: [{ field: "x", seen: 6, missing: 2, wrongType: 3, droppedItems: 0, example: '"7"' }],
		});
	});

	it("counts profiles that are no objects, apart from the fields", () => {
		expect(qualityOf([x], [null, [], "x", { x: 1 }])).to.deep.equal({
			profiles: 4,
			notObjects: 3,
			fields: [{ field: "x", seen: 1, missing: 0, wrongType: 0, droppedItems: 0 }],
		});
	});

	it("counts dropped items of lists and elements of collections, and the fields of elements by element", () => {
		const tags: FieldInput = { name: "tags", type: "list", items: "text" };
		const orders: FieldInput = { name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] };
		const profile = { tags: ["a", 1, null], orders: [{ total: 1 }, { total: "1" }, {}, 5, null] };
		expect(qualityOf([tags, orders], [profile, {}])).to.deep.equal({
			profiles: 2,
			notObjects: 0,
			fields: [
				{ field: "tags", seen: 2, missing: 1, wrongType: 0, droppedItems: 2, example: "1" },
				{ field: "orders", seen: 2, missing: 1, wrongType: 0, droppedItems: 2, example: "5" },
				{ field: "orders.total", seen: 3, missing: 1, wrongType: 1, droppedItems: 0, example: '"1"' },
			],
		});
	});

	it("is a new report each time", () => {
		const records = recorder(catalogueOf(), { timeZone: "UTC", fields: ["email"] });
		const before = records.quality;
		records.toRecord({ email: 5 });
		expect(before.profiles).to.equal(0);
		expect((records.quality.fields[0] as FieldQuality).wrongType).to.equal(1);
	});

	it("shows wrong values short, whatever they are", () => {
		expect(exampleOf("a".repeat(1_000_000))).to.equal(`"${"a".repeat(59)}…`);
		expect(exampleOf('a\n"b"\u0000')).to.equal('"a\\n\\"b\\"\\u0000"');
		expect(exampleOf("\ud83d")).to.equal('"\\ud83d"');
		expect(exampleOf(Number.NaN)).to.equal("NaN");
		expect(exampleOf(-Infinity)).to.equal("-Infinity");
		expect(exampleOf(2 ** 53)).to.equal("9007199254740992");
		expect(exampleOf(false)).to.equal("false");
		expect(exampleOf([1, 2, 3])).to.equal("list of 3");
		expect(exampleOf({ secret: 1 })).to.equal("object");
	});

	it("never shows personal data", () => {
		expect(exampleOf("ann@example.com", { ...x, pii: "EMAIL" })).to.equal(undefined);
		expect(qualityOf([{ name: "email", type: "text" }], [{ email: 5 }]).fields[0]).to.deep.equal({
			field: "email",
			seen: 1,
			missing: 0,
			wrongType: 1,
			droppedItems: 0,
		});
		const contacts: FieldInput = { name: "x", type: "collection", fields: [{ name: "mail", type: "text", pii: "EMAIL" }] };
		expect(exampleOf(["ann@example.com"], contacts)).to.equal(undefined);
		const accounts: FieldInput = { name: "x", type: "collection", fields: [contacts] };
		expect(exampleOf("ann@example.com", accounts)).to.equal(undefined);
	});
});
