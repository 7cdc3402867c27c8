import { expect } from "chai";
import fc from "fast-check";
import { recorder } from "../../src/eval/record.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { type InferenceOptions, type InferredCatalogue, inference } from "../../src/fields/infer.ts";

function infer(profiles: readonly unknown[], options?: InferenceOptions): InferredCatalogue {
	const seen = inference(options);
	for (const profile of profiles) seen.add(profile);
	return seen.result();
}

const fields = (profiles: readonly unknown[], options?: InferenceOptions): unknown => infer(profiles, options).fields;
const skipped = (profiles: readonly unknown[], options?: InferenceOptions): unknown =>
	infer(profiles, options).skipped.map(({ path, reason }) => [path, reason]);

/** `common` values of one kind and `rare` of another, under one key. */
const mixed = (common: unknown, count: number, rare: unknown, rareCount: number): readonly unknown[] => [
	...Array.from({ length: count }, () => ({ x: common })),
	...Array.from({ length: rareCount }, () => ({ x: rare })),
];

describe("inference: types", () => {
	it("of single values", () => {
		expect(
			fields([
				{ text: "a", number: 1, boolean: true, date: "2026-05-01", datetime: "2026-05-01T10:00:00Z", epoch: 1_777_629_600_000, empty: "" },
			]),
		).to.deep.equal([
			{ name: "text", type: "text" },
			{ name: "number", type: "number" },
			{ name: "boolean", type: "boolean" },
			{ name: "date", type: "date" },
			{ name: "datetime", type: "datetime" },
			{ name: "epoch", type: "number" },
			{ name: "empty", type: "text" },
		]);
	});

	it("of lists, collections and nested objects", () => {
		expect(
			fields([
				{
					tags: ["a", "2026-05-01"],
					scores: [1, 2.5],
					address: { city: "Oslo", geo: { lat: 59.9 } },
					orders: [{ total: 1.25, lines: [{ sku: "x" }], ship: { to: "y" } }, { total: 3 }],
				},
			]),
		).to.deep.equal([
			{ name: "tags", type: "list", items: "text" },
			{ name: "scores", type: "list", items: "number" },
			{ name: "address.city", type: "text" },
			{ name: "address.geo.lat", type: "number", decimals: 1 },
			{
				name: "orders",
				type: "collection",
				fields: [
					{ name: "total", type: "number", decimals: 2 },
					{ name: "lines", type: "collection", fields: [{ name: "sku", type: "text" }] },
					{ name: "ship.to", type: "text" },
				],
			},
		]);
	});

	it("a text of days and other words is text; days among instants are dates, which read both", () => {
		const type = (...values: readonly unknown[]): unknown => fields(values.map((x) => ({ x })));
		expect(type("2026-05-01", "soon")).to.deep.equal([{ name: "x", type: "text" }]);
		expect(type("2026-05-01", "2026-02-30")).to.deep.equal([{ name: "x", type: "text" }]);
		expect(type("2026-05-01", "2026-05-01T10:00:00Z")).to.deep.equal([{ name: "x", type: "date" }]);
		expect(type("2026-05-01T10:00:00Z", "2026-05-01T10:00:00")).to.deep.equal([{ name: "x", type: "text" }]);
		expect(type("1", "2")).to.deep.equal([{ name: "x", type: "text" }]);
	});

	it("says that instants with microseconds are text", () => {
		const found = infer([{ x: "2026-05-01T10:00:00.123456Z" }, { x: "2026-05-01T10:00:00Z" }]);
		expect(found.fields).to.deep.equal([{ name: "x", type: "text" }]);
		expect(found.evidence[0]?.reason).to.equal(
			"text: 2 of 2 have a value, 1 of them are instants finer than a millisecond, which no date can be.",
		);
	});

	it("decimals are the most digits after the point, up to four", () => {
		const decimals = (...values: readonly number[]): unknown => fields(values.map((x) => ({ x })));
		expect(decimals(1, 2)).to.deep.equal([{ name: "x", type: "number" }]);
		expect(decimals(1, 2.5, 3.25)).to.deep.equal([{ name: "x", type: "number", decimals: 2 }]);
		expect(decimals(0.1234)).to.deep.equal([{ name: "x", type: "number", decimals: 4 }]);
		expect(decimals(0.12345)).to.deep.equal([{ name: "x", type: "number" }]);
		// A number too large to be added exactly with decimals would be wrong altogether.
		expect(decimals(0.5, 900_719_925_474_099)).to.deep.equal([{ name: "x", type: "number", decimals: 1 }]);
		expect(decimals(0.5, 900_719_925_474_100)).to.deep.equal([{ name: "x", type: "number" }]);
		expect(decimals(0.5, 1e-7)).to.deep.equal([{ name: "x", type: "number" }]);
	});

	it("null and absent values speak for nothing", () => {
		expect(fields([{ x: null, y: 1 }, { x: 2 }, { y: null }])).to.deep.equal([
			{ name: "x", type: "number" },
			{ name: "y", type: "number" },
		]);
		expect(skipped([{ x: null }])).to.deep.equal([["$.x", "It never has a value."]]);
	});

	it("profiles that are no objects are passed over", () => {
		expect(infer([null, 1, "x", ["y"], undefined])).to.deep.equal({ fields: [], evidence: [], skipped: [] });
	});
});

describe("inference: mixed types", () => {
	it("one value in a hundred may be of another kind, and is counted", () => {
		const found = infer(mixed(1, 99, "a", 1));
		expect(found.fields).to.deep.equal([{ name: "x", type: "number" }]);
		expect(found.evidence).to.deep.equal([
			{
				field: "x",
				type: "number",
				present: 100,
				total: 100,
				others: 1,
				values: [1],
				reason: "number: 100 of 100 have a value, 1 of another kind.",
			},
		]);
	});

	it("with more, it is left out with the reason", () => {
		expect(infer(mixed(1, 98, "a", 2))).to.deep.equal({
			fields: [],
			evidence: [],
			skipped: [{ path: "$.x", reason: "Its values are of different types, none of them in 99 of 100." }],
		});
		expect(skipped(mixed("a", 98, { y: 1 }, 2))).to.deep.equal([
			["$.x", "It is sometimes an object or a list and sometimes a single value."],
		]);
		expect(skipped(mixed(["a"], 98, [1], 2))).to.deep.equal([["$.x", "Its items are of different types, none of them in 99 of 100."]]);
		expect(skipped([{ x: 2 ** 60 }])).to.deep.equal([["$.x", "Its values are of different types, none of them in 99 of 100."]]);
	});

	it("also among objects, lists and items", () => {
		const objects = infer(mixed({ y: 1 }, 99, "a", 1));
		expect(objects.fields).to.deep.equal([{ name: "x.y", type: "number" }]);
		expect(objects.skipped).to.deep.equal([{ path: "$.x", reason: "1 of 100 values are no object." }]);
		expect(infer(mixed(["a"], 99, "a", 1)).evidence[0]).to.deep.include({ type: "list of text", others: 1 });
		expect(infer([{ x: [...Array.from({ length: 99 }, () => ({ y: 1 })), null, 7] }]).evidence).to.deep.equal([
			{ field: "x", type: "collection", present: 1, total: 1, others: 1, reason: "collection: 1 of 1 have a value, 1 of another kind." },
			{ field: "x.y", type: "number", present: 99, total: 99, others: 0, reason: "number: 99 of 99 have a value." },
		]);
	});

	it("what can be no field is left out with the reason", () => {
		expect(skipped([{ a: [], b: [true], c: [{}], d: [[1]], e: {} }])).to.deep.equal([
			["$.a", "Its lists are always empty."],
			["$.b", "It is a list of true and false, which cannot be a field."],
			["$.c", "Its elements have no usable field."],
			["$.d", "Its items are of different types, none of them in 99 of 100."],
			["$.e", "Its objects are always empty."],
		]);
	});
});

describe("inference: evidence", () => {
	it("counts profiles, and elements inside collections", () => {
		const found = infer([{ a: { b: 1 }, c: [{ d: "x" }, {}, {}] }, {}, { a: {} }]);
		expect(found.evidence.map(({ field, present, total }) => [field, present, total])).to.deep.equal([
			["a.b", 1, 3],
			["c", 1, 3],
			["c.d", 1, 3],
		]);
		expect(found.evidence[0]?.reason).to.equal("number: 1 of 3 have a value.");
		expect(infer([{ x: 0.5 }]).evidence[0]?.type).to.equal("number with 1 decimal");
		expect(infer([{ x: 0.25 }]).evidence[0]?.type).to.equal("number with 2 decimals");
	});

	it("lists the values where a hundred have at most twenty different ones, and never makes them options", () => {
		const values = (profiles: readonly unknown[]): unknown => infer(profiles).evidence.map((evidence) => evidence.values);
		const many = (count: number, different: number): readonly unknown[] =>
			Array.from({ length: count }, (_, index) => ({ x: `v${index % different}`, n: index % different, tags: [`t${index % different}`] }));
		expect(values(many(100, 2))).to.deep.equal([
			["v0", "v1"],
			[0, 1],
			["t0", "t1"],
		]);
		expect(values(many(99, 2))).to.deep.equal([undefined, undefined, undefined]);
		expect((values(many(100, 20)) as readonly unknown[][])[0]).to.have.lengthOf(20);
		expect(values(many(100, 21))).to.deep.equal([undefined, undefined, undefined]);
		expect(values(mixed("a".repeat(61), 100, "b", 0))).to.deep.equal([undefined]);
		expect(values(mixed(true, 100, true, 0))).to.deep.equal([undefined]);
		expect(infer(many(100, 2)).fields).to.deep.equal([
			{ name: "x", type: "text" },
			{ name: "n", type: "number" },
			{ name: "tags", type: "list", items: "text" },
		]);
	});

	it("lists no values of personal data", () => {
		const found = infer(Array.from({ length: 100 }, () => ({ first_name: "Ada", plan: "pro" })));
		expect(found.evidence.map(({ field, values }) => [field, values])).to.deep.equal([
			["first_name", undefined],
			["plan", ["pro"]],
		]);
	});
});

describe("inference: names", () => {
	it("a dot inside a key becomes _ and the field has a path", () => {
		expect(fields([{ "a.b": 1, c: { "d.e": 2 }, "f g": 3 }])).to.deep.equal([
			{ name: "a_b", jsonPath: '$["a.b"]', type: "number" },
			{ name: "c.d_e", jsonPath: '$.c["d.e"]', type: "number" },
			{ name: "f g", type: "number" },
		]);
	});

	it("names that cannot be are left out with the reason", () => {
		const profile = JSON.parse('{"__proto__":1,"constructor":{"x":1},"a@b":1,"":1,"n\\u0000":1,"ok":1,"o":[{"toString":1,"y":1}]}');
		expect(infer([profile]).fields).to.deep.equal([
			{ name: "ok", type: "number" },
			{ name: "o", type: "collection", fields: [{ name: "y", type: "number" }] },
		]);
		expect(skipped([profile])).to.deep.equal([
			["$.__proto__", 'The field name "__proto__" holds "__proto__", which every JavaScript object has. Choose another name.'],
			["$.constructor.x", 'The field name "constructor.x" holds "constructor", which every JavaScript object has. Choose another name.'],
			['$["a@b"]', 'The field name "a@b" holds "@", which marks derived values. Choose another name.'],
			['$[""]', "A field needs a name."],
			['$["n\\u0000"]', 'The field name "n\\u0000" holds a character that cannot be stored. Remove it.'],
			["o: $.toString", 'The field name "toString" holds "toString", which every JavaScript object has. Choose another name.'],
		]);
	});

	it("two keys that would have one name, or names inside one another, keep the first", () => {
		expect(skipped([{ a_b: 1, "a.b": 2 }])).to.deep.equal([['$["a.b"]', 'Another field is called "a_b".']]);
		expect(skipped([{ "x.y": 1, x_y: { z: 2 } }])).to.deep.equal([["$.x_y.z", 'Another field is called "x_y".']]);
		expect(skipped([{ x_y: { z: 2 }, "x.y": 1 }])).to.deep.equal([['$["x.y"]', 'Other fields lie inside "x_y".']]);
	});

	it("nothing nests in a built-in field, which is always there", () => {
		const found = infer([{ email: { address: "a@b.c", "is.ok": true }, orders: [{ email: { x: 1 } }] }]);
		expect(found.fields).to.deep.equal([
			{ name: "email_address", jsonPath: "$.email.address", type: "text" },
			{ name: "email_is_ok", jsonPath: '$.email["is.ok"]', type: "boolean" },
			{ name: "orders", type: "collection", fields: [{ name: "email.x", type: "number" }] },
		]);
		expect(catalogue({ fields: found.fields })).to.have.property("catalogue");
	});
});

describe("inference: cells without types", () => {
	const cells = (...values: readonly string[]): unknown =>
		fields(
			values.map((x) => ({ x })),
			{ untyped: true },
		);

	it("are what they are written as", () => {
		expect(cells("1", "-2.50", "")).to.deep.equal([{ name: "x", type: "number", decimals: 1 }]);
		expect(cells("true", "FALSE")).to.deep.equal([{ name: "x", type: "boolean" }]);
		expect(cells("2026-05-01")).to.deep.equal([{ name: "x", type: "date" }]);
		expect(cells("2026-05-01T10:00:00Z")).to.deep.equal([{ name: "x", type: "datetime" }]);
		expect(cells("yes", "no")).to.deep.equal([{ name: "x", type: "text" }]);
		expect(cells("1e5")).to.deep.equal([{ name: "x", type: "text" }]);
	});

	it("are text as soon as they are not all one kind", () => {
		expect(cells("A1", "12", "true", "2026-05-01")).to.deep.equal([{ name: "x", type: "text" }]);
		expect(cells("12", "2026-05-01")).to.deep.equal([{ name: "x", type: "text" }]);
	});

	it("with a leading 0 are text, however rare", () => {
		const found = cells(...Array.from({ length: 500 }, () => "90210"), "02139");
		expect(found).to.deep.equal([{ name: "x", type: "text" }]);
		expect(cells("0", "0.5")).to.deep.equal([{ name: "x", type: "number", decimals: 1 }]);
	});

	it("of built-in fields are text, whatever they look like", () => {
		expect(fields([{ user_id: "17", phone: "5551234", points: "3" }], { untyped: true })).to.deep.equal([
			{ name: "user_id", type: "text" },
			{ name: "phone", type: "text" },
			{ name: "points", type: "number" },
		]);
	});

	it("that are empty are missing", () => {
		expect(infer([{ x: "" }, { x: "1" }], { untyped: true }).evidence[0]).to.deep.include({ present: 1, total: 2 });
		expect(skipped([{ x: "" }], { untyped: true })).to.deep.equal([["$.x", "It never has a value."]]);
	});

	it("list their values by type", () => {
		const profiles = Array.from({ length: 100 }, (_, index) => ({ n: String(index % 2), t: ["a", "7", "true"][index % 3] }));
		expect(infer(profiles, { untyped: true }).evidence.map(({ values }) => values)).to.deep.equal([
			[0, 1],
			["a", "7", "true"],
		]);
	});
});

describe("inference: limits", () => {
	it("different keys", () => {
		expect(skipped([{ a: 1, b: { c: 2 } }], { maxFields: 3 })).to.deep.equal([]);
		expect(skipped([{ a: 1, b: { c: 2 } }], { maxFields: 2 })).to.deep.equal([["$.b.c", "There are more than 2 different fields."]]);
	});

	it("a source where every profile has new keys fills neither memory nor the list of what was left out", () => {
		const seen = inference({ maxFields: 10 });
		for (let index = 0; index < 10_000; index++) seen.add({ [`key${index}`]: 1 });
		expect(seen.result().fields).to.have.lengthOf(10);
		expect(seen.result().skipped).to.have.lengthOf(10);
	});

	it("depth", () => {
		expect(fields([{ a: { b: { c: 1 } } }], { maxDepth: 3 })).to.deep.equal([{ name: "a.b.c", type: "number" }]);
		expect(skipped([{ a: { b: { c: 1 } } }], { maxDepth: 2 })).to.deep.equal([["$.a.b.c", "It lies more than 2 levels deep."]]);
		expect(skipped([{ a: [{ b: [{ c: 1 }] }] }], { maxDepth: 2 })).to.deep.include(["a.b: $.c", "It lies more than 2 levels deep."]);
		let deep: unknown = 1;
		for (let level = 0; level < 100_000; level++) deep = { a: deep };
		expect(fields([deep])).to.deep.equal([]);
	});

	it("collections inside collections", () => {
		const nested = (depth: number): unknown => (depth === 0 ? { leaf: 1 } : { [`l${depth}`]: [nested(depth - 1)], leaf: 1 });
		const found = infer([nested(5)]);
		expect(found.skipped).to.deep.equal([{ path: "l5.l4.l3.l2: $.l1", reason: "Collections can lie 4 deep inside one another." }]);
		expect(catalogue({ fields: found.fields })).to.have.property("catalogue");
		expect(skipped([nested(2)], { maxNesting: 2 })).to.deep.equal([]);
		expect(skipped([nested(3)], { maxNesting: 2 })).to.have.lengthOf(1);
	});
});

describe("inference: any JSON", () => {
	const key = fc.oneof(fc.constantFrom("a", "b", "a.b", "a_b", "email", "user_id", "__proto__", "constructor", "", "x@y"), fc.string());
	const value = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: "small", withCrossShrink: true },
			fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom("2026-05-01", "2026-05-01T10:00:00Z", "7")),
			fc.array(tie("value"), { maxLength: 4 }),
			fc.dictionary(key, tie("value"), { maxKeys: 4 }),
		),
	})).value;

	it("gives fields that a catalogue takes, and each profile then has a record", () => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 6 }), fc.boolean(), (profiles, untyped) => {
				const found = infer(profiles, { untyped });
				const made = catalogue({ fields: found.fields });
				if ("problems" in made) expect.fail(made.problems.map(({ message }) => message).join("\n"));
				const records = recorder(made.catalogue, { timeZone: "UTC" });
				for (const profile of profiles) records.toRecord(profile);
				if (untyped) return;
				// Typed fields read what they were inferred from, but for the few that evidence counts as another kind.
				for (const evidence of found.evidence) {
					const quality = records.quality.fields.find(({ field }) => field === evidence.field);
					expect(quality?.wrongType, evidence.field).to.be.at.most(evidence.others);
				}
			}),
			{ numRuns: 200 },
		);
	});
});
