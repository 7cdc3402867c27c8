import { expect } from "chai";
import fc from "fast-check";
import { catalogue, type Catalogue, type CatalogueInput, type FieldInput } from "../../src/fields/catalogue.ts";
import { toCatalogueFile } from "../../src/fields/catalogue-file.ts";

function made(input: CatalogueInput): Catalogue {
	const result = catalogue(input);
	if (!("catalogue" in result)) throw new Error(result.problems.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n"));
	return result.catalogue;
}

/** All of a catalogue but its function. */
const data = ({ fields, businessId, timeZone }: Catalogue): object => ({ fields, businessId, timeZone });

const name = fc.constantFrom("a", "b.c", "Loyalty Points", "email", "user_id", "last_name", "and", "日本", "x_1", "b.d.e");
const common = fc.record(
	{
		jsonPath: fc.constantFrom("$.a", "$['a']", "$.email", "$['x.y'][-1]"),
		description: fc.string({ maxLength: 3 }),
		exposure: fc.constantFrom<FieldInput["exposure"]>(
			["segments"],
			["merge_fields"],
			["merge_fields", "segments"],
			[],
			["segments", "segments"],
		),
		pii: fc.constantFrom("EMAIL", "NAME", "EXTERNAL_ID"),
	},
	{ requiredKeys: [] },
);
const leaf = fc.oneof(
	fc.record({ type: fc.constant("text"), options: fc.constantFrom(["a", "b"], []) }, { requiredKeys: ["type"] }),
	fc.record(
		{ type: fc.constant("number"), options: fc.constantFrom([1, -2.5]), decimals: fc.constantFrom(0, 2, 10) },
		{ requiredKeys: ["type"] },
	),
	fc.record({ type: fc.constantFrom("boolean", "date", "datetime") }),
	fc.record({ type: fc.constant("list"), items: fc.constantFrom("text", "number") }, { requiredKeys: ["type"] }),
);
const field = (shape: fc.Arbitrary<object>): fc.Arbitrary<FieldInput> =>
	fc.tuple(name, common, shape).map(([named, marks, rest]) => ({ name: named, ...marks, ...rest }) as FieldInput);
const fields = (shape: fc.Arbitrary<object>, minLength: number): fc.Arbitrary<FieldInput[]> =>
	fc.uniqueArray(field(shape), { minLength, maxLength: 8, selector: (one) => one.name });
const nested = fields(leaf, 1).map((inner) => ({ type: "collection", fields: inner }));
const file: fc.Arbitrary<CatalogueInput> = fc.record(
	{ business_id: fc.string(), timezone: fc.constantFrom("UTC", "Asia/Tokyo"), fields: fields(fc.oneof(leaf, nested), 0) },
	{ requiredKeys: ["fields"] },
);

describe("catalogue files", () => {
	it("read back to an equal catalogue", () => {
		fc.assert(
			fc.property(file, (input) => {
				const first = made(input);
				const printed = toCatalogueFile(first);
				expect(data(made(printed))).to.deep.equal(data(first));
				// Also as text, in which undefined and -0 would get lost.
				expect(data(made(JSON.parse(JSON.stringify(printed))))).to.deep.equal(data(first));
				expect(toCatalogueFile(made(printed))).to.deep.equal(printed);
			}),
			{ numRuns: 200 },
		);
	});

	it("leave out built-in fields only where they would come back in the same place", () => {
		const email: FieldInput = { name: "email", type: "text", pii: "EMAIL" };
		const plan: FieldInput = { name: "plan", type: "text" };
		expect(toCatalogueFile(made({ fields: [email, plan] })).fields).to.deep.equal([email, plan]);
		expect(toCatalogueFile(made({ fields: [plan, email] })).fields).to.deep.equal([plan, email]);
		expect(toCatalogueFile(made({ fields: [{ name: "last_name" }, plan] })).fields).to.deep.equal([plan]);
	});

	it("need no schema and no inference any more", () => {
		const schema = {
			properties: { plan: { enum: ["free", "pro"] }, orders: { type: "array", items: { properties: { "a.b": { type: "number" } } } } },
		};
		expect(toCatalogueFile(made({ fields: [{ name: "plan" }, { name: "orders" }], schema }))).to.deep.equal({
			fields: [
				{ name: "plan", type: "text", options: ["free", "pro"] },
				{ name: "orders", type: "collection", fields: [{ name: "a_b", type: "number", jsonPath: '$["a.b"]' }] },
			],
		});
	});
});
