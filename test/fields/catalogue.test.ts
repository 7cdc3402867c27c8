import { expect } from "chai";
import fc from "fast-check";
import { type Catalogue, type CatalogueOptions, catalogue } from "../../src/fields/catalogue.ts";
import { toCatalogueFile } from "../../src/fields/catalogue-file.ts";

function made(input: unknown, options?: CatalogueOptions): Catalogue {
	const result = catalogue(input, options);
	if ("problems" in result) throw new Error(JSON.stringify(result.problems));
	return result.catalogue;
}

function problems(input: unknown, options?: CatalogueOptions): readonly (readonly [string, string])[] {
	const result = catalogue(input, options);
	return "problems" in result ? result.problems.map(({ pointer, message }) => [pointer, message] as const) : [];
}

const problemsOf = (field: unknown, options?: CatalogueOptions): readonly (readonly [string, string])[] =>
	problems({ fields: [field] }, options);

const names = (input: unknown): readonly string[] => made(input).fields.map((field) => field.name);

describe("catalogue: what it takes", () => {
	it("has the built-in fields, marked as personal data", () => {
		const base = { type: "text", exposure: ["segments", "merge_fields"] };
		expect(made({}).fields).to.deep.equal([
			{ ...base, name: "user_id", jsonPath: "$.user_id", path: ["user_id"], pii: "EXTERNAL_ID" },
			{ ...base, name: "email", jsonPath: "$.email", path: ["email"], pii: "EMAIL" },
			{ ...base, name: "phone", jsonPath: "$.phone", path: ["phone"], pii: "PHONE" },
			{ ...base, name: "first_name", jsonPath: "$.first_name", path: ["first_name"], pii: "FIRST_NAME" },
			{ ...base, name: "last_name", jsonPath: "$.last_name", path: ["last_name"], pii: "LAST_NAME" },
		]);
	});

	it("moves a built-in field that is listed, which stays what it is otherwise", () => {
		const moved = made({ fields: [{ name: "email", jsonPath: "$.contact.mail" }] });
		expect(moved.fields.map((field) => field.name)).to.deep.equal(["user_id", "phone", "first_name", "last_name", "email"]);
		expect(moved.field("email")).to.deep.equal({
			name: "email",
			type: "text",
			jsonPath: "$.contact.mail",
			path: ["contact", "mail"],
			exposure: ["segments", "merge_fields"],
			pii: "EMAIL",
		});
		expect(made({ fields: [{ name: "user_id", type: "number" }] }).field("user_id")).to.deep.include({
			type: "number",
			pii: "EXTERNAL_ID",
		});
	});

	it("reads every type with what belongs to it", () => {
		const read = made({
			business_id: "acme",
			timezone: "America/New_York",
			fields: [
				{ name: "points", type: "number", jsonPath: "$.loyalty.points", exposure: ["segments"], description: "What is left" },
				{ name: "plan", type: "text", json_path: "$['account'].plan", options: ["free", "pro"] },
				{ name: "level", type: "number", options: [1, 2], decimals: 0 },
				{ name: "address.city", type: "text" },
				{ name: "tags", type: "list" },
				{ name: "scores", type: "list", items: "number", options: [1] },
				{ name: "last_total", type: "number", jsonPath: "$.orders[-1].total" },
				{
					name: "orders",
					type: "collection",
					fields: [
						{ name: "total", type: "number", decimals: 2 },
						{ name: "email", type: "text" },
						{ name: "lines", type: "collection", fields: [{ name: "sku", type: "text" }] },
					],
				},
			],
		});
		expect([read.businessId, read.timeZone]).to.deep.equal(["acme", "America/New_York"]);
		const both = ["segments", "merge_fields"];
		expect(read.fields.slice(5)).to.deep.equal([
			{
				name: "points",
				type: "number",
				jsonPath: "$.loyalty.points",
				path: ["loyalty", "points"],
				exposure: ["segments"],
				description: "What is left",
			},
			{
				name: "plan",
				type: "text",
				jsonPath: "$['account'].plan",
				path: ["account", "plan"],
				exposure: both,
				options: ["free", "pro"],
			},
			{ name: "level", type: "number", jsonPath: "$.level", path: ["level"], exposure: both, options: [1, 2], decimals: 0 },
			{ name: "address.city", type: "text", jsonPath: "$.address.city", path: ["address", "city"], exposure: both },
			{ name: "tags", type: "list", items: "text", jsonPath: "$.tags", path: ["tags"], exposure: both },
			{ name: "scores", type: "list", items: "number", options: [1], jsonPath: "$.scores", path: ["scores"], exposure: both },
			{ name: "last_total", type: "number", jsonPath: "$.orders[-1].total", path: ["orders", -1, "total"], exposure: both },
			{
				name: "orders",
				type: "collection",
				jsonPath: "$.orders",
				path: ["orders"],
				exposure: both,
				fields: [
					{ name: "total", type: "number", decimals: 2, jsonPath: "$.total", path: ["total"], exposure: both },
					{ name: "email", type: "text", jsonPath: "$.email", path: ["email"], exposure: both },
					{
						name: "lines",
						type: "collection",
						jsonPath: "$.lines",
						path: ["lines"],
						exposure: both,
						fields: [{ name: "sku", type: "text", jsonPath: "$.sku", path: ["sku"], exposure: both }],
					},
				],
			},
		]);
		expect(read.field("nobody")).to.equal(undefined);
		expect(read.field("constructor")).to.equal(undefined);
	});

	it("takes the list under its three names, and any name that a path can have", () => {
		const list = [{ name: "Loyalty Points", type: "number" }];
		for (const key of ["fields", "fields_to_expose", "fieldsToExpose"]) expect(names({ [key]: list }).at(-1)).to.equal("Loyalty Points");
		expect(made({ fields: list }).field("Loyalty Points")?.jsonPath).to.equal('$["Loyalty Points"]');
		expect(
			names({
				fields: [
					{ name: "日本", type: "text" },
					{ name: "and", type: "text" },
				],
			}).slice(-2),
		).to.deep.equal(["日本", "and"]);
	});

	it("reads null as what is not there", () => {
		expect(
			made({
				business_id: null,
				timezone: null,
				schema: null,
				fields: [{ name: "a", type: "text", jsonPath: null, options: null, exposure: null, description: null }],
			}).field("a"),
		).to.deep.equal({ name: "a", type: "text", jsonPath: "$.a", path: ["a"], exposure: ["segments", "merge_fields"] });
	});

	it("takes types from inference by path, whatever the field is called", () => {
		const inferred = [
			{ name: "loyalty.points", type: "number", decimals: 1 },
			{ name: "a_b", type: "boolean", jsonPath: '$["a.b"]' },
			{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
		] as const;
		const read = made(
			{
				fields: [
					{ name: "points", jsonPath: "$.loyalty.points" },
					{ name: "flag", jsonPath: "$['a.b']" },
					{ name: "orders", type: "collection", fields: [{ name: "amount", jsonPath: "$.total" }] },
				],
			},
			{ inferred },
		);
		expect(read.field("points")).to.deep.include({ type: "number", decimals: 1, jsonPath: "$.loyalty.points" });
		expect(read.field("flag")).to.deep.include({ type: "boolean", jsonPath: "$['a.b']" });
		expect(read.field("orders")).to.have.nested.property("fields[0].type", "number");
		expect(made({ fields: [{ name: "orders" }] }, { inferred }).field("orders")).to.have.nested.property("fields[0].name", "total");
	});

	it("prints back to a file that reads the same", () => {
		const file = {
			business_id: "acme",
			timezone: "Asia/Tokyo",
			fields: [
				{ name: "phone", type: "text", pii: "PHONE", jsonPath: "$.contact.phone" },
				{ name: "points", type: "number", jsonPath: "$.loyalty.points", exposure: ["segments"], description: "What is left", decimals: 2 },
				{ name: "address.city", type: "text", options: ["Oslo"] },
				{ name: "tags", type: "list", items: "text" },
				{ name: "orders", type: "collection", fields: [{ name: "a b", type: "date", jsonPath: "$['x.y']" }] },
			],
		};
		expect(toCatalogueFile(made(file))).to.deep.equal(file);
		expect(toCatalogueFile(made({}))).to.deep.equal({ fields: [] });
	});
});

describe("catalogue: what is wrong with it", () => {
	it("is no object", () => {
		for (const input of [undefined, null, [], "fields", 1]) {
			expect(problems(input)).to.deep.equal([["", 'A catalogue is a JSON object with "fields". Write { "fields": [ … ] }.']]);
		}
	});

	it("a list that is none, or is given twice", () => {
		expect(problems({ fields: "all" })).to.deep.equal([["/fields", '"fields" must be a list of fields, not "all".']]);
		expect(problems({ fields_to_expose: {} })).to.deep.equal([
			["/fields_to_expose", '"fields_to_expose" must be a list of fields, not an object.'],
		]);
		expect(problems({ fields: [], fieldsToExpose: [] })).to.deep.equal([
			["/fieldsToExpose", '"fields" and "fieldsToExpose" are the same list. Put all fields into one of them.'],
		]);
	});

	it("an unknown time zone, a business id or schema of another type", () => {
		expect(problems({ timezone: "Mars/Olympus" })).to.deep.equal([
			["/timezone", '"Mars/Olympus" is not a time zone. Write one such as "America/New_York".'],
		]);
		expect(problems({ timeZone: 2 })).to.deep.equal([["/timeZone", '2 is not a time zone. Write one such as "America/New_York".']]);
		expect(problems({ business_id: 7 })).to.deep.equal([["/business_id", '"business_id" must be text, not 7.']]);
		expect(problems({ schema: true })).to.deep.equal([["/schema", '"schema" must be a JSON Schema, not true.']]);
	});

	it("a field that is no object, or has no name", () => {
		for (const field of [null, "email", [], {}, { name: 1 }, { type: "text" }]) {
			expect(problemsOf(field)).to.deep.equal([["/fields/0", 'A field is an object with a "name".']]);
		}
	});

	it("names that cannot be", () => {
		const problem = (name: string): unknown => problemsOf({ name, type: "text" });
		expect(problem("")).to.deep.equal([["/fields/0/name", "A field needs a name."]]);
		expect(problem("a\0b")).to.deep.equal([
			["/fields/0/name", 'The field name "a\\u0000b" holds a character that cannot be stored. Remove it.'],
		]);
		expect(problem("a\uD800")).to.deep.equal([
			["/fields/0/name", 'The field name "a\\ud800" holds a character that cannot be stored. Remove it.'],
		]);
		expect(problem("email@fold")).to.deep.equal([
			["/fields/0/name", 'The field name "email@fold" holds "@", which marks derived values. Choose another name.'],
		]);
		for (const name of [".", "a.", ".a", "a..b"]) {
			expect(problem(name)).to.deep.equal([
				["/fields/0/name", `The field name "${name}" has an empty part. Write names between the dots.`],
			]);
		}
		for (const part of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"]) {
			for (const name of [part, `${part}.x`, `x.${part}`, `x.${part}.y`]) {
				expect(problem(name)).to.deep.equal([
					["/fields/0/name", `The field name "${name}" holds "${part}", which every JavaScript object has. Choose another name.`],
				]);
			}
		}
		expect(problemsOf({ name: "orders", type: "collection", fields: [{ name: "__proto__", type: "text" }] })).to.deep.equal([
			["/fields/0/fields/0/name", 'The field name "__proto__" holds "__proto__", which every JavaScript object has. Choose another name.'],
		]);
	});

	it("two names that clash, in the profile or in one collection", () => {
		const text = (name: string): object => ({ name, type: "text" });
		expect(problems({ fields: [text("a"), text("b"), text("a")] })).to.deep.equal([
			["/fields/2/name", 'There are two fields named "a". Remove one.'],
		]);
		const inside = '"a" and "a.b.c" cannot both be fields, because one lies inside the other. Rename one.';
		expect(problems({ fields: [text("a"), text("a.b.c")] })).to.deep.equal([["/fields/1/name", inside]]);
		expect(problems({ fields: [text("a.b.c"), text("a")] })).to.deep.equal([["/fields/0/name", inside]]);
		expect(problems({ fields: [text("ab"), text("a.b"), text("a.c")] })).to.deep.equal([]);
		expect(problems({ fields: [text("email.domain")] })).to.deep.equal([
			["/fields/0/name", '"email" and "email.domain" cannot both be fields, because one lies inside the other. Rename one.'],
		]);
		expect(problems({ fields: [{ name: "orders", type: "collection", fields: [text("x"), text(""), text("x")] }] })).to.deep.equal([
			["/fields/0/fields/1/name", "A field needs a name."],
			["/fields/0/fields/2/name", 'There are two fields named "x". Remove one.'],
		]);
		expect(problems({ fields: [{ name: "orders", type: "collection", fields: [text("user_id.x")] }] })).to.deep.equal([]);
	});

	it("a type that is none, or missing", () => {
		expect(problemsOf({ name: "a", type: "string" })).to.deep.equal([
			["/fields/0/type", '"string" is not a type. Use text, number, boolean, date, datetime, list, collection.'],
		]);
		expect(problemsOf({ name: "a", type: ["text"] })).to.deep.equal([
			["/fields/0/type", "a list is not a type. Use text, number, boolean, date, datetime, list, collection."],
		]);
		expect(problemsOf({ name: "a" })).to.deep.equal([
			["/fields/0", 'The field "a" has no type. Add "type", a schema, or profiles to infer it from.'],
		]);
		expect(problemsOf({ name: "orders", type: "collection", fields: [{ name: "email" }] })).to.deep.equal([
			["/fields/0/fields/0", 'The field "email" has no type. Add "type", a schema, or profiles to infer it from.'],
		]);
	});

	it("paths that are none, or can name several values", () => {
		const several = "can name several values. Write a path of names and single indexes, such as $.orders[0].total.";
		for (const path of ["$.a[*]", "$.*", "$..a", "$.a[0:2]", "$.a[?@.b]", "$['a','b']", "$[0,1]", "$.a[?@.b == 1].c"]) {
			expect(problemsOf({ name: "x", type: "text", jsonPath: path })).to.deep.equal([["/fields/0/jsonPath", `"${path}" ${several}`]]);
		}
		for (const path of ["", "a.b", "$.", "$.a b", "$[", "$.a[01]", "@.a", "$[9007199254740993]"]) {
			expect(problemsOf({ name: "x", type: "text", json_path: path })).to.deep.equal([
				["/fields/0/json_path", `"${path}" is not a JSON path. Write one such as $.account.plan.`],
			]);
		}
		expect(problemsOf({ name: "x", type: "text", jsonPath: 1 })).to.deep.equal([
			["/fields/0/jsonPath", "A JSON path is text such as $.account.plan."],
		]);
	});

	it("an exposure that nobody knows", () => {
		for (const exposure of ["segments", ["segments", "emails"], [1]]) {
			expect(problemsOf({ name: "x", type: "text", exposure })).to.deep.equal([
				["/fields/0/exposure", 'The exposure of "x" is a list of "segments" and "merge_fields".'],
			]);
		}
	});

	it("options of another type", () => {
		expect(problemsOf({ name: "x", type: "text", options: ["a", 1] })).to.deep.equal([
			["/fields/0/options", 'The options of "x" must be a list of texts, without 1.'],
		]);
		expect(problemsOf({ name: "x", type: "text", options: ["a", "\uDC00"] })).to.deep.equal([
			["/fields/0/options", 'The options of "x" must be a list of texts, without "\\udc00".'],
		]);
		expect(problemsOf({ name: "x", type: "number", options: [1, 1e16] })).to.deep.equal([
			["/fields/0/options", 'The options of "x" must be a list of numbers, without 10000000000000000.'],
		]);
		expect(problemsOf({ name: "x", type: "list", items: "number", options: "1" })).to.deep.equal([
			["/fields/0/options", 'The options of "x" must be a list of numbers, without "1".'],
		]);
	});

	it("what only another type can have", () => {
		expect(problemsOf({ name: "x", type: "boolean", options: ["yes"], decimals: 2, items: "text", fields: [] })).to.deep.equal([
			["/fields/0/options", 'Only a text, a number or a list can have "options", but "x" is of type boolean.'],
			["/fields/0/decimals", 'Only a number can have "decimals", but "x" is of type boolean.'],
			["/fields/0/items", 'Only a list can have "items", but "x" is of type boolean.'],
			["/fields/0/fields", 'Only a collection can have "fields", but "x" is of type boolean.'],
		]);
	});

	it("a misspelt key, in the list or in a field", () => {
		for (const [key, meant] of [
			["feilds", "fields"],
			["field", "fields"],
			["Fields", "fields"],
			["fields-to-expose", "fields_to_expose"],
			["businessID", "business_id"],
			["time_zone", "timezone"],
			["shcema", "schema"],
		] as const) {
			expect(problems({ [key]: [] })).to.deep.equal([[`/${key}`, `There is no key "${key}". Write "${meant}".`]]);
		}
		for (const [key, meant] of [
			["jsonpath", "jsonPath"],
			["json-path", "jsonPath"],
			["jsnoPath", "jsonPath"],
			["Description", "description"],
			["opitons", "options"],
			["option", "options"],
			["optionss", "options"],
			["ptions", "options"],
			["optians", "options"],
			["PII", "pii"],
		] as const) {
			expect(problemsOf({ name: "x", type: "number", [key]: 1 })).to.deep.equal([
				[`/fields/0/${key}`, `There is no key "${key}". Write "${meant}".`],
			]);
		}
		expect(problemsOf({ name: "x", type: "collection", fields: [{ name: "y", type: "text", jsonpath: "$.z" }] })).to.deep.equal([
			["/fields/0/fields/0/jsonpath", 'There is no key "jsonpath". Write "jsonPath".'],
		]);
	});

	it("is no key of the host's own", () => {
		const own = {
			$schema: "x",
			id: 1,
			path: ["x"],
			label: "X",
			time: 1,
			business: "x",
			json: 1,
			names: { de: "X" },
			// Near to "fields" of a catalogue, which are given.
			field: "X",
			actions: 1,
			"": 1,
		};
		const long = { [`fields${"-".repeat(1_000_000)}`]: 1 };
		expect(problems({ ...own, ...long, fields: [{ ...own, name: "x", type: "text", jsonPath: "$.x", jsonpath: null }] })).to.deep.equal([]);
	});

	it("decimals, items and elements that cannot be", () => {
		for (const decimals of [-1, 11, 1.5, "2"]) {
			expect(problemsOf({ name: "x", type: "number", decimals })).to.deep.equal([
				["/fields/0/decimals", `The decimals of "x" must be a whole number from 0 to 10, not ${JSON.stringify(decimals)}.`],
			]);
		}
		for (const decimals of [0, 10]) expect(problemsOf({ name: "x", type: "number", decimals })).to.deep.equal([]);
		expect(problemsOf({ name: "x", type: "list", items: "boolean" })).to.deep.equal([
			["/fields/0/items", 'The list "x" can hold "text" or "number", not "boolean".'],
		]);
		for (const fields of [undefined, [], {}]) {
			expect(problemsOf({ name: "x", type: "collection", fields })).to.deep.equal([
				["/fields/0/fields", 'The collection "x" needs "fields": what each of its elements has.'],
			]);
		}
	});

	it("all of it is told at once", () => {
		expect(
			problems({
				timezone: "x",
				fields: [
					{ name: "a", type: "text", jsonPath: "$..a", exposure: 1 },
					{ name: "b" },
					{ name: "c", type: "number", options: 1, decimals: 99 },
				],
			}).map(([pointer]) => pointer),
		).to.deep.equal(["/timezone", "/fields/0/jsonPath", "/fields/0/exposure", "/fields/1", "/fields/2/options", "/fields/2/decimals"]);
	});

	it("long values are shown short", () => {
		expect(problemsOf({ name: "x", type: "y".repeat(100_000) })).to.deep.equal([
			["/fields/0/type", `"${"y".repeat(60)}…" is not a type. Use text, number, boolean, date, datetime, list, collection.`],
		]);
	});
});

describe("catalogue: limits", () => {
	const text = (name: string): object => ({ name, type: "text" });

	it("fields altogether", () => {
		const fields = [text("a"), { name: "b", type: "collection", fields: [text("c")] }];
		expect(problems({ fields }, { limits: { maxFields: 3 } })).to.deep.equal([]);
		expect(problems({ fields: [...fields, text("d"), text("e")] }, { limits: { maxFields: 3 } })).to.deep.equal([
			["/fields/2", "A catalogue can have 3 fields. Remove some."],
		]);
	});

	it("collections inside collections", () => {
		const nested = (depth: number): object =>
			depth === 0 ? text("leaf") : { name: `level${depth}`, type: "collection", fields: [nested(depth - 1)] };
		expect(problemsOf(nested(4))).to.deep.equal([]);
		expect(problemsOf(nested(5))).to.deep.equal([
			["/fields/0/fields/0/fields/0/fields/0/fields/0", 'Collections can lie 4 deep inside one another. Move "level1" out.'],
		]);
		expect(problemsOf(nested(2), { limits: { maxNesting: 2 } })).to.deep.equal([]);
		expect(problemsOf(nested(3), { limits: { maxNesting: 2 } })).to.have.lengthOf(1);
		expect(problemsOf(nested(2000))).to.have.lengthOf(1);
	});

	it("the length of a name and of a path", () => {
		expect(problemsOf(text("a".repeat(200)))).to.deep.equal([]);
		expect(problemsOf(text("a".repeat(201)))).to.deep.equal([
			["/fields/0/name", `The field name "${"a".repeat(60)}…" is longer than 200 characters. Shorten it.`],
		]);
		expect(problemsOf(text("abc"), { limits: { maxNameLength: 2 } })).to.have.lengthOf(1);
		expect(problemsOf({ ...text("x"), jsonPath: `$.${"a".repeat(998)}` })).to.deep.equal([]);
		expect(problemsOf({ ...text("x"), jsonPath: `$.${"a".repeat(999)}` })).to.deep.equal([
			["/fields/0/jsonPath", `The JSON path "$.${"a".repeat(58)}…" is longer than 1000 characters. Shorten it.`],
		]);
		expect(problemsOf({ ...text("x"), jsonPath: "$".repeat(1_000_000) })).to.have.lengthOf(1);
		expect(problemsOf({ ...text("x"), jsonPath: `$[?${"(".repeat(990)}` })).to.have.lengthOf(1);
	});

	it("a name of very many parts, or very many names, are no work", () => {
		expect(problemsOf(text("a.".repeat(500_000)))).to.have.lengthOf(1);
		const many = Array.from({ length: 10_000 }, (_, index) => text(`a${index}.b.c.d`));
		expect(problems({ fields: many })).to.deep.equal([]);
	});
});

describe("catalogue: any JSON", () => {
	it("gives fields or problems, and never throws", () => {
		const field = fc.record(
			{
				name: fc.oneof(fc.string(), fc.constantFrom("a", "b", "a.b", "email", "__proto__")),
				type: fc.oneof(fc.constantFrom("text", "number", "list", "collection", "date"), fc.jsonValue()),
				jsonPath: fc.oneof(fc.string(), fc.constantFrom("$.a", "$..b"), fc.jsonValue()),
				options: fc.jsonValue(),
				items: fc.jsonValue(),
				decimals: fc.jsonValue(),
				exposure: fc.jsonValue(),
				fields: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		);
		const input = fc.oneof(
			fc.jsonValue(),
			fc.record(
				{ fields: fc.array(fc.oneof(field, fc.jsonValue())), timezone: fc.jsonValue(), schema: fc.jsonValue() },
				{ requiredKeys: [] },
			),
		);
		fc.assert(
			fc.property(input, (value) => {
				const result = catalogue(value);
				if ("problems" in result) {
					expect(result.problems).to.not.deep.equal([]);
					for (const { message } of result.problems)
						expect(message)
							.to.match(/^.+\.$/s)
							.and.to.have.length.below(400);
				} else {
					expect(made(toCatalogueFile(result.catalogue)).fields.map(({ name }) => name)).to.have.members(
						result.catalogue.fields.map(({ name }) => name),
					);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
