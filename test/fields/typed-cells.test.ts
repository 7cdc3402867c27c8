import { expect } from "chai";
import { catalogue, type CatalogueInput } from "../../src/fields/catalogue.ts";
import type { Field } from "../../src/fields/field.ts";
import { typedCells } from "../../src/fields/typed-cells.ts";

function fieldsOf(fields: NonNullable<CatalogueInput["fields"]>): readonly Field[] {
	const read = catalogue({ fields });
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	return fields.flatMap(({ name }) => read.catalogue.field(name) ?? []);
}

describe("cells of CSV", () => {
	it("get the types of their fields, in their place", () => {
		const type = typedCells(
			fieldsOf([
				{ name: "points", type: "number", jsonPath: "$.loyalty.points" },
				{ name: "vip", type: "boolean" },
				{ name: "zip", type: "text" },
				{ name: "tags", type: "list", items: "text" },
				{ name: "absent", type: "number" },
			]),
		);
		const profile = { loyalty: { points: "12.5" }, vip: "TRUE", zip: "01234", tags: '["a"]', other: "7" };
		type(profile);
		expect(profile).to.deep.equal({ loyalty: { points: 12.5 }, vip: true, zip: "01234", tags: ["a"], other: "7" });
	});

	it("stay text where they do not fit, and are missing where they are empty", () => {
		const type = typedCells(fieldsOf([{ name: "points", type: "number" }]));
		const profiles = [{ points: "many" }, { points: "" }];
		for (const profile of profiles) type(profile);
		expect(profiles).to.deep.equal([{ points: "many" }, { points: undefined }]);
	});

	it("are never looked for among inherited properties", () => {
		const type = typedCells(fieldsOf([{ name: "x", type: "number", jsonPath: "$.__proto__.x" }]));
		const profile = { a: "1" };
		type(profile);
		expect(profile).to.deep.equal({ a: "1" });
		expect(Object.hasOwn(Object.prototype, "x")).to.equal(false);
	});
});
