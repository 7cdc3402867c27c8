import { expect } from "chai";
import fc from "fast-check";
import { recorder } from "../../src/eval/record.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import type { Field } from "../../src/fields/field.ts";
import { typedFromText } from "../../src/fields/parse-untyped.ts";

const made = catalogue({
	fields: [
		{ name: "text", type: "text" },
		{ name: "number", type: "number" },
		{ name: "boolean", type: "boolean" },
		{ name: "date", type: "date" },
		{ name: "datetime", type: "datetime" },
		{ name: "list", type: "list" },
		{ name: "collection", type: "collection", fields: [{ name: "x", type: "number" }] },
	],
});
if ("problems" in made) throw new Error("The catalogue of this test is wrong.");
const known = made.catalogue;
const parsed = (name: string, cell: string): unknown => typedFromText(known.field(name) as Field, cell);

describe("cells by declared type", () => {
	it("an empty cell is missing, for every type", () => {
		for (const { name } of known.fields) expect(parsed(name, ""), name).to.equal(undefined);
	});

	it("text and dates are what is written", () => {
		for (const cell of ["a", " ", "007", "null", "true"]) expect(parsed("text", cell)).to.equal(cell);
		for (const cell of ["2026-05-01", "soon", "20260501"]) expect(parsed("date", cell)).to.equal(cell);
	});

	it("numbers are JSON's", () => {
		for (const [cell, value] of [
			["0", 0],
			["-1.5", -1.5],
			["1e3", 1000],
			["1E-2", 0.01],
			[" 7 ", 7],
		] as const) {
			expect(parsed("number", cell), cell).to.equal(value);
		}
		for (const cell of ["007", "+1", ".5", "5.", "1,000", "0x10", "Infinity", "NaN", "1 000", "ten", " "]) {
			expect(parsed("number", cell), cell).to.equal(cell);
		}
	});

	it("booleans are true and false in any case", () => {
		expect(["true", "TRUE", " True "].map((cell) => parsed("boolean", cell))).to.deep.equal([true, true, true]);
		expect(["false", "False"].map((cell) => parsed("boolean", cell))).to.deep.equal([false, false]);
		for (const cell of ["yes", "1", "0", "t"]) expect(parsed("boolean", cell)).to.equal(cell);
	});

	it("datetimes are RFC 3339, or whole epoch milliseconds", () => {
		expect(parsed("datetime", "2026-05-01T10:00:00Z")).to.equal("2026-05-01T10:00:00Z");
		expect(parsed("datetime", "1777629600000")).to.equal(1_777_629_600_000);
		expect(parsed("datetime", "-1777629600000")).to.equal(-1_777_629_600_000);
		expect(parsed("datetime", "2026")).to.equal("2026");
	});

	it("lists and collections are JSON", () => {
		expect(parsed("list", '["a","b"]')).to.deep.equal(["a", "b"]);
		expect(parsed("list", "[]")).to.deep.equal([]);
		expect(parsed("list", "a;b")).to.equal("a;b");
		expect(parsed("collection", '[{"x":1}]')).to.deep.equal([{ x: 1 }]);
		expect(parsed("collection", "[".repeat(200_000))).to.equal("[".repeat(200_000));
	});

	it("what does not fit stays text, and the record counts it as wrong", () => {
		const records = recorder(known, { timeZone: "UTC", fields: ["number", "boolean", "date", "datetime", "list", "collection"] });
		const cells = { number: "ten", boolean: "yes", date: "soon", datetime: "later", list: "a;b", collection: "{}" };
		const profile = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, parsed(name, cell)]));
		expect(records.toRecord(profile)).to.deep.equal({});
		expect(
			records.quality.fields.filter(({ field }) => field !== "collection.x").map(({ field, wrongType }) => [field, wrongType]),
		).to.deep.equal([
			["number", 1],
			["boolean", 1],
			["date", 1],
			["datetime", 1],
			["list", 1],
			["collection", 1],
		]);
	});

	it("what JSON writes is read back", () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.array(fc.string()), (number, flag, list) => {
				expect(parsed("number", JSON.stringify(number))).to.equal(JSON.parse(JSON.stringify(number)));
				expect(parsed("boolean", JSON.stringify(flag))).to.equal(flag);
				expect(parsed("list", JSON.stringify(list))).to.deep.equal(list);
			}),
		);
	});

	it("answers for any cell", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (cell) => {
				for (const { name } of known.fields) parsed(name, cell);
			}),
		);
	});
});
