import { expect } from "chai";
import fc from "fast-check";
import { catalogue } from "../../src/fields/catalogue.ts";
import { schemaReader } from "../../src/fields/json-schema.ts";

/** What the schema says of `$.x`, given the schema of x, and definitions beside it. */
function fieldOf(x: unknown, definitions: object = {}): unknown {
	return schemaReader({ type: "object", properties: { x }, definitions }, 1000).fieldAt(["x"]);
}

describe("JSON Schema: types", () => {
	it("are those of fields", () => {
		expect(fieldOf({ type: "string" })).to.deep.equal({ type: "text" });
		expect(fieldOf({ type: "number" })).to.deep.equal({ type: "number" });
		expect(fieldOf({ type: "integer" })).to.deep.equal({ type: "number" });
		expect(fieldOf({ type: "boolean" })).to.deep.equal({ type: "boolean" });
		expect(fieldOf({ type: "string", format: "date" })).to.deep.equal({ type: "date" });
		expect(fieldOf({ type: "string", format: "date-time" })).to.deep.equal({ type: "datetime" });
		expect(fieldOf({ type: "string", format: "email" })).to.deep.equal({ type: "text" });
		expect(fieldOf({ type: "string", description: "A plan" })).to.deep.equal({ type: "text", description: "A plan" });
	});

	it("are none where no field has such values", () => {
		for (const x of [
			{},
			{ type: "null" },
			{ type: ["string", "number"] },
			{ type: "object" },
			{ type: 5 },
			true,
			false,
			null,
			"string",
			[],
			undefined,
		]) {
			expect((fieldOf(x) as { type?: unknown } | undefined)?.type, JSON.stringify(x)).to.equal(undefined);
		}
		expect(schemaReader(true, 10).fieldAt(["x"])).to.equal(undefined);
		expect(schemaReader({ properties: { x: { type: "string" } } }, 10).fieldAt(["y"])).to.equal(undefined);
	});

	it("leave null out", () => {
		const text = { type: "text" };
		expect(fieldOf({ type: ["string", "null"] })).to.deep.equal(text);
		expect(fieldOf({ type: ["null", "string"], format: "date" })).to.deep.equal({ type: "date" });
		for (const none of [{ type: "null" }, { const: null }, { enum: [null] }]) {
			expect(fieldOf({ anyOf: [{ type: "string" }, none] })).to.deep.equal(text);
			expect(fieldOf({ oneOf: [none, { type: "string" }] })).to.deep.equal(text);
		}
	});

	it("have the options of an enum that fit, and are seen from them", () => {
		expect(fieldOf({ enum: ["free", "pro", null] })).to.deep.equal({ type: "text", options: ["free", "pro"] });
		expect(fieldOf({ enum: [1, 2] })).to.deep.equal({ type: "number", options: [1, 2] });
		expect(fieldOf({ const: "pro" })).to.deep.equal({ type: "text", options: ["pro"] });
		expect(fieldOf({ type: "string", enum: ["a", 1, "\0", null] })).to.deep.equal({ type: "text", options: ["a"] });
		expect(fieldOf({ type: "number", enum: ["a"] })).to.deep.equal({ type: "number" });
		expect(fieldOf({ enum: ["a", 1] })).to.deep.equal({});
	});

	it("of lists are those of their items", () => {
		expect(fieldOf({ type: "array", items: { type: "string" } })).to.deep.equal({ type: "list", items: "text" });
		expect(fieldOf({ type: "array", items: { type: "integer" } })).to.deep.equal({ type: "list", items: "number" });
		expect(fieldOf({ type: "array", items: { enum: ["a", "b"] } })).to.deep.equal({ type: "list", items: "text", options: ["a", "b"] });
		expect(fieldOf({ type: "array", items: { type: "string", format: "date" } })).to.deep.equal({ type: "list", items: "text" });
		for (const items of [undefined, true, {}, { type: "boolean" }, { type: "array", items: { type: "string" } }, [{ type: "string" }]]) {
			expect(fieldOf({ type: "array", items })).to.deep.equal({});
		}
	});

	it("of lists of objects are collections, nested objects as dotted names", () => {
		const items = {
			type: "object",
			properties: {
				total: { type: "number" },
				ship: { properties: { city: { type: "string" }, "zip.code": { type: "string" } } },
				lines: { type: "array", items: { properties: { sku: { type: "string" } } } },
				anything: {},
			},
		};
		expect(fieldOf({ type: "array", items })).to.deep.equal({
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "ship.city", type: "text" },
				{ name: "ship.zip_code", type: "text", jsonPath: '$.ship["zip.code"]' },
				{ name: "lines", type: "collection", fields: [{ name: "sku", type: "text" }] },
			],
		});
	});

	it("of collections leave out what cannot be a field", () => {
		const properties = {
			"@id": { type: "string" },
			constructor: { type: "string" },
			"": { type: "string" },
			"a.b": { type: "string" },
			a_b: { type: "number" },
			total: { type: "number" },
		};
		expect(fieldOf({ type: "array", items: { properties } })).to.deep.equal({
			type: "collection",
			fields: [
				{ name: "a_b", jsonPath: '$["a.b"]', type: "text" },
				{ name: "total", type: "number" },
			],
		});
	});
});

describe("JSON Schema: references and combinations", () => {
	it("follow local references by pointer", () => {
		const definitions = {
			plan: { enum: ["a"] },
			"a/b~c d": { type: "number" },
			"~1": { type: "boolean" },
			again: { $ref: "#/definitions/plan" },
		};
		expect(fieldOf({ $ref: "#/definitions/plan" }, definitions)).to.deep.equal({ type: "text", options: ["a"] });
		expect(fieldOf({ $ref: "#/definitions/again" }, definitions)).to.deep.equal({ type: "text", options: ["a"] });
		expect(fieldOf({ $ref: "#/definitions/a~1b~0c%20d" }, definitions)).to.deep.equal({ type: "number" });
		expect(fieldOf({ $ref: "#/definitions/~01" }, definitions)).to.deep.equal({ type: "boolean" });
		expect(fieldOf({ $ref: "#/properties/x/not", not: { type: "boolean" } })).to.deep.equal({ type: "boolean" });
	});

	it("know nothing behind references that lead nowhere or away", () => {
		for (const $ref of [
			"#/definitions/none",
			"#/definitions/%zz",
			"https://example.com/schema.json",
			"other.json#/a",
			"#/definitions/constructor",
			"#/__proto__",
			"",
			5,
		]) {
			expect((fieldOf({ $ref }) as { type?: unknown } | undefined)?.type, String($ref)).to.equal(undefined);
		}
	});

	it("put the parts of allOf together, the first word counts", () => {
		const parts = { allOf: [{ type: "string" }, { enum: ["a", "b"] }, { description: "second" }], description: "first" };
		expect(fieldOf(parts)).to.deep.equal({ type: "text", options: ["a", "b"], description: "first" });
		const schema = {
			allOf: [{ properties: { x: { type: "string" } } }, { $ref: "#/definitions/more" }],
			definitions: { more: { properties: { y: { type: "number" } } } },
		};
		expect(schemaReader(schema, 10).fieldAt(["x"])).to.deep.equal({ type: "text" });
		expect(schemaReader(schema, 10).fieldAt(["y"])).to.deep.equal({ type: "number" });
	});

	it("take the type that all alternatives share", () => {
		expect(fieldOf({ oneOf: [{ const: "a" }, { const: "b" }, { const: "a" }] })).to.deep.equal({ type: "text", options: ["a", "b"] });
		expect(fieldOf({ anyOf: [{ type: "integer" }, { type: "number" }] })).to.deep.equal({ type: "number" });
		expect(fieldOf({ anyOf: [{ const: "a" }, { type: "string" }] })).to.deep.equal({ type: "text" });
		expect(fieldOf({ anyOf: [{ type: "string", format: "date" }, { type: "null" }, { type: "string", format: "date" }] })).to.deep.equal({
			type: "date",
		});
		expect(fieldOf({ anyOf: [{ type: "string", format: "date" }, { type: "string" }] })).to.deep.equal({ type: "text" });
		for (const anyOf of [
			[{ type: "string" }, { type: "number" }],
			[{ type: "string" }, { $ref: "#/none" }],
			[{ type: "string" }, {}],
			[{ properties: {} }, { properties: {} }],
			[],
		]) {
			expect((fieldOf({ anyOf }) as { type?: unknown } | undefined)?.type, JSON.stringify(anyOf)).to.equal(undefined);
		}
	});

	it("end where they run in a circle", () => {
		expect(fieldOf({ $ref: "#/properties/x" })).to.equal(undefined);
		expect(fieldOf({ allOf: [{ $ref: "#/properties/x" }, { type: "string" }] })).to.equal(undefined);
		const definitions = {
			node: {
				type: "object",
				properties: {
					value: { type: "number" },
					parent: { $ref: "#/definitions/node" },
					noted: { $ref: "#/definitions/node", description: "another copy" },
					children: { type: "array", items: { $ref: "#/definitions/node" } },
				},
			},
		};
		expect(fieldOf({ type: "array", items: { $ref: "#/definitions/node" } }, definitions)).to.deep.equal({
			type: "collection",
			fields: [{ name: "value", type: "number" }],
		});
	});

	it("read paths by keys and indexes, own properties only", () => {
		const schema = JSON.parse(
			'{"properties":{"__proto__":{"type":"string"},"constructor":{"properties":{"name":{"type":"number"}}},"orders":{"type":"array","items":{"properties":{"total":{"type":"number"}}}}}}',
		);
		const reader = schemaReader(schema, 10);
		expect(reader.fieldAt(["__proto__"])).to.deep.equal({ type: "text" });
		expect(reader.fieldAt(["constructor", "name"])).to.deep.equal({ type: "number" });
		expect(reader.fieldAt(["orders", 0, "total"])).to.deep.equal({ type: "number" });
		expect(reader.fieldAt(["orders", "total"])).to.equal(undefined);
		expect(reader.elementsAt(["orders"]).fieldAt(["total"])).to.deep.equal({ type: "number" });
		expect(reader.fieldAt(["toString"])).to.equal(undefined);
		expect(schemaReader({ properties: {} }, 10).fieldAt(["constructor"])).to.equal(undefined);
	});
});

describe("JSON Schema: personal data", () => {
	const pii = (x: unknown): unknown => (fieldOf(x, { text: { type: "string" } }) as { pii?: unknown }).pii;

	it("is marked on the value, its items, beside a reference, or on one alternative", () => {
		expect(pii({ type: "string", "x-pii-type": "EMAIL" })).to.equal("EMAIL");
		expect(pii({ type: "array", items: { type: "string", "x-pii-type": "EMAIL" } })).to.equal("EMAIL");
		expect(pii({ $ref: "#/definitions/text", "x-pii-type": "NAME" })).to.equal("NAME");
		expect(pii({ anyOf: [{ type: "string", "x-pii-type": "PHONE" }, { type: "null" }] })).to.equal("PHONE");
		expect(pii({ anyOf: [{ type: "string" }, { type: "number", "x-pii-type": "PHONE" }] })).to.equal("PHONE");
		expect(pii({ allOf: [{ type: "string" }, { "x-pii-type": "PHONE" }] })).to.equal("PHONE");
		expect(pii({ type: "string", "x-pii-type": 5 })).to.equal(undefined);
	});

	it("holds for what lies inside", () => {
		const person = { "x-pii-type": "NAME", properties: { first: { type: "string" }, mail: { type: "string", "x-pii-type": "EMAIL" } } };
		const reader = schemaReader({ properties: { person, people: { type: "array", items: person } } }, 100);
		expect(reader.fieldAt(["person", "first"])).to.deep.equal({ type: "text", pii: "NAME" });
		expect(reader.fieldAt(["person", "mail"])).to.deep.equal({ type: "text", pii: "EMAIL" });
		expect(reader.fieldAt(["people", 0, "first"])).to.deep.equal({ type: "text", pii: "NAME" });
		expect(reader.elementsAt(["people"]).fieldAt(["first"])).to.deep.equal({ type: "text", pii: "NAME" });
		expect(reader.fieldAt(["people"])).to.deep.equal({
			type: "collection",
			pii: "NAME",
			fields: [
				{ name: "first", type: "text", pii: "NAME" },
				{ name: "mail", type: "text", pii: "EMAIL" },
			],
		});
	});

	it("stays marked when the author gives the type", () => {
		const schema = { properties: { x: { anyOf: [{ type: "string" }, { type: "number" }], "x-pii-type": "EXTERNAL_ID" } } };
		const made = catalogue({ fields: [{ name: "x", type: "text" }], schema });
		expect("catalogue" in made && made.catalogue.field("x")?.pii).to.equal("EXTERNAL_ID");
	});
});

describe("JSON Schema: in a catalogue", () => {
	const fieldsOf = (fields: readonly object[], schema: object): unknown => {
		const made = catalogue({ fields, schema });
		return "catalogue" in made ? made.catalogue.fields.slice(5) : made.problems;
	};
	const place = (jsonPath: string, ...path: readonly string[]): object => ({ jsonPath, path, exposure: ["segments", "merge_fields"] });

	it("gives types and options at the paths of the fields", () => {
		const schema = { properties: { account: { properties: { plan: { enum: ["free", "pro"] } } } } };
		expect(fieldsOf([{ name: "plan", json_path: "$.account.plan" }], schema)).to.deep.equal([
			{ name: "plan", ...place("$.account.plan", "account", "plan"), type: "text", options: ["free", "pro"] },
		]);
	});

	it("gives way to the type that the author writes, and then to nothing that this type cannot have", () => {
		const schema = { properties: { x: { type: "array", items: { enum: ["a", "b"] } }, y: { type: "array", items: { enum: [1] } } } };
		const fields = [
			{ name: "x", type: "list", items: "number" },
			{ name: "y", type: "list" },
		];
		expect(fieldsOf(fields, schema)).to.deep.equal([
			{ name: "x", ...place("$.x", "x"), type: "list", items: "number" },
			{ name: "y", ...place("$.y", "y"), type: "list", items: "number", options: [1] },
		]);
	});

	it("is told at the field when its own collections lie too deep", () => {
		const nested = (levels: number): object =>
			levels === 0 ? { type: "string" } : { type: "array", items: { properties: { a: nested(levels - 1) } } };
		expect(fieldsOf([{ name: "x" }], { properties: { x: nested(4) } })).to.have.length(1);
		expect(fieldsOf([{ name: "x" }], { properties: { x: nested(5) } })).to.deep.equal([
			{ pointer: "/fields/0", message: 'Collections can lie 4 deep inside one another. Move "a" out.' },
		]);
	});
});

describe("JSON Schema: limits", () => {
	const list = (items: unknown): object => ({ properties: { x: { type: "array", items } } });
	const objects = (levels: number): object => (levels === 0 ? { type: "string" } : { properties: { a: objects(levels - 1) } });

	it("the depth of objects in a collection", () => {
		const fields = (levels: number): unknown => (schemaReader(list(objects(levels)), 1000).fieldAt(["x"]) as { fields: unknown[] }).fields;
		expect(fields(32)).to.have.length(1);
		expect(fields(33)).to.have.length(0);
	});

	it("the parts that a schema unfolds to", () => {
		const twice = (levels: number): object =>
			levels === 0 ? { type: "string" } : { properties: { a: twice(levels - 1), b: twice(levels - 1) } };
		// 2 + 4 + 8 parts.
		const exact = schemaReader(list(twice(3)), 14);
		exact.fieldAt(["x"]);
		expect(exact.isTooLarge).to.equal(false);
		const over = schemaReader(list(twice(3)), 13);
		over.fieldAt(["x"]);
		expect(over.isTooLarge).to.equal(true);
		const made = catalogue({ fields: [{ name: "x" }], schema: list(twice(3)) }, { limits: { maxSchemaParts: 13 } });
		expect(made).to.deep.equal({
			problems: [{ pointer: "/schema", message: "The schema unfolds to more than 13 parts. Give the fields of its lists yourself." }],
		});
	});

	it("a few lines that unfold to millions of parts are no work", () => {
		const definitions: Record<string, object> = { end: { type: "string" } };
		for (let level = 0; level < 40; level++) {
			const $ref = level === 0 ? "#/definitions/end" : `#/definitions/level${level - 1}`;
			definitions[`level${level}`] = { allOf: [{ properties: { a: { $ref }, b: { $ref } } }, { properties: { c: { $ref } } }] };
		}
		const reader = schemaReader({ ...list({ $ref: "#/definitions/level39" }), definitions }, 1000);
		reader.fieldAt(["x"]);
		expect(reader.isTooLarge).to.equal(true);
	});

	it("a part that is named again and again is read once", () => {
		const definitions: Record<string, object> = { level0: { type: "string" } };
		for (let level = 1; level <= 30; level++) {
			const $ref = `#/definitions/level${level - 1}`;
			definitions[`level${level}`] = { allOf: [{ $ref }, { $ref }] };
		}
		expect(fieldOf({ $ref: "#/definitions/level30" }, definitions)).to.deep.equal({ type: "text" });
	});

	it("no depth runs out of stack", () => {
		let [deepObjects, deepLists, deepParts, deepCollections]: unknown[] = [
			{ type: "string" },
			{ type: "string" },
			{ type: "string" },
			{ type: "string" },
		];
		for (let level = 0; level < 20_000; level++) {
			deepObjects = { properties: { a: deepObjects } };
			deepLists = { type: "array", items: deepLists };
			deepParts = { allOf: [deepParts] };
			deepCollections = { type: "array", items: { properties: { a: deepCollections } } };
		}
		for (const deep of [deepObjects, deepLists, deepParts, deepCollections]) {
			for (const schema of [{ properties: { x: deep } }, list(deep)]) {
				expect(catalogue({ fields: [{ name: "x" }], schema })).to.have.property("problems");
			}
		}
	});

	it("any JSON gives an answer", () => {
		const keyword = fc.constantFrom(
			"type",
			"properties",
			"items",
			"anyOf",
			"oneOf",
			"allOf",
			"$ref",
			"enum",
			"const",
			"x",
			"y",
			"__proto__",
		);
		const word = fc.constantFrom<unknown[]>(
			"string",
			"object",
			"array",
			"null",
			"#",
			"#/properties/x",
			"#/items",
			"#/properties/x/items",
			1,
			true,
			null,
		);
		const { schema } = fc.letrec((tie) => ({
			schema: fc.oneof({ maxDepth: 5, depthSize: "small" }, word, tie("object"), fc.array(tie("schema"), { maxLength: 3 })),
			object: fc.array(fc.tuple(keyword, tie("schema")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
		}));
		fc.assert(
			fc.property(fc.array(schema, { minLength: 1, maxLength: 3 }), ([x, y, rest]) => {
				const made = catalogue({ fields: [{ name: "x" }, { name: "y" }], schema: { properties: { x, y }, items: rest, allOf: [{}] } });
				expect(Object.keys(made)).to.have.length(1);
			}),
			{ numRuns: 500 },
		);
	});
});
