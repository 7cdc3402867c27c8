import { expect } from "chai";
import { type RecorderOptions, recorder, toRecord } from "../../src/eval/record.ts";
import type { Catalogue, FieldInput } from "../../src/fields/catalogue.ts";
import { catalogueOf } from "./catalogue-of.ts";

const utc = { timeZone: "UTC" };

/** The record of the profile `{ x: value }` whose only interesting field is x. */
function read(field: Partial<FieldInput>, value: unknown, timeZone = "UTC"): unknown {
	return toRecord({ x: value }, catalogueOf({ name: "x", ...field } as FieldInput), { timeZone }).x;
}

describe("record: values", () => {
	it("keeps usable text as it is, the empty text included", () => {
		for (const text of ["Ann", "", " ", "😀", "İ", "\u{10ffff}", "\r\n\u2028", "__proto__"])
			expect(read({ type: "text" }, text)).to.equal(text);
	});

	it("takes text with NUL or half a character for missing, and every other type", () => {
		for (const wrong of ["a\0", "\0", "\ud83d", "a\udc00b", "\udc00\ud800", 5, true, [], ["a"], {}, null, undefined]) {
			expect(read({ type: "text" }, wrong)).to.equal(undefined);
		}
	});

	it("keeps numbers up to 2^53 - 1 in magnitude", () => {
		for (const number of [0, 1.5, -3, 5e-324, 9007199254740991, -9007199254740991])
			expect(read({ type: "number" }, number)).to.equal(number);
	});

	it("takes other numbers for missing, and texts of digits", () => {
		for (const wrong of [Number.NaN, Infinity, -Infinity, 9007199254740992, -9007199254740992, 1e300, "5", "", true, [5], {}, 5n]) {
			expect(read({ type: "number" }, wrong)).to.equal(undefined);
		}
	});

	it("makes 0 of -0", () => {
		expect(Object.is(read({ type: "number" }, JSON.parse("-0")), 0)).to.equal(true);
		expect(Object.is(read({ type: "datetime" }, -0), 0)).to.equal(true);
		expect(Object.is((read({ type: "list", items: "number" }, [-0]) as number[])[0], 0)).to.equal(true);
	});

	it("keeps true and false and nothing that looks like them", () => {
		expect(read({ type: "boolean" }, true)).to.equal(true);
		expect(read({ type: "boolean" }, false)).to.equal(false);
		for (const wrong of ["true", "false", 0, 1, "", [], {}]) expect(read({ type: "boolean" }, wrong)).to.equal(undefined);
	});

	it("reads days as yyyymmdd, from 1900 to 2299", () => {
		expect(read({ type: "date" }, "2026-05-01")).to.equal(20260501);
		expect(read({ type: "date" }, "2024-02-29")).to.equal(20240229);
		expect(read({ type: "date" }, "1900-01-01")).to.equal(19000101);
		expect(read({ type: "date" }, "2299-12-31")).to.equal(22991231);
		for (const wrong of [
			"2026-02-29",
			"1899-12-31",
			"2300-01-01",
			"2026-5-1",
			" 2026-05-01",
			"01.05.2026",
			"2026-05-01T10:00",
			"",
			20260501,
			0,
			true,
			[],
		]) {
			expect(read({ type: "date" }, wrong)).to.equal(undefined);
		}
	});

	it("reads an instant in a date field as its local day", () => {
		expect(read({ type: "date" }, "2026-05-01T02:00:00Z", "America/New_York")).to.equal(20260430);
		expect(read({ type: "date" }, "2026-05-01T02:00:00Z", "Asia/Tokyo")).to.equal(20260501);
		expect(read({ type: "date" }, "2026-04-30T22:30:00-04:00", "UTC")).to.equal(20260501);
	});

	it("takes a local day beyond 1900 to 2299 for missing, although the instant is within", () => {
		expect(read({ type: "date" }, "1900-01-01T00:30:00Z", "UTC")).to.equal(19000101);
		expect(read({ type: "date" }, "1900-01-01T00:30:00Z", "America/New_York")).to.equal(undefined);
		expect(read({ type: "date" }, "2299-12-31T23:30:00Z", "UTC")).to.equal(22991231);
		expect(read({ type: "date" }, "2299-12-31T23:30:00Z", "Asia/Tokyo")).to.equal(undefined);
	});

	it("reads moments with a zone, and epoch milliseconds", () => {
		const moment = Date.UTC(2026, 4, 1, 10);
		for (const same of ["2026-05-01T10:00:00Z", "2026-05-01T12:00:00+02:00", "2026-05-01t10:00:00.000000z", moment]) {
			expect(read({ type: "datetime" }, same)).to.equal(moment);
		}
		expect(read({ type: "datetime" }, 0)).to.equal(0);
		expect(read({ type: "datetime" }, -2208988800000)).to.equal(-2208988800000);
		expect(read({ type: "datetime" }, 10413791999999)).to.equal(10413791999999);
	});

	it("takes moments without a zone, finer than a millisecond, or out of range for missing", () => {
		const wrong = [
			"2026-05-01",
			"2026-05-01T10:00:00",
			"2026-05-01T10:00:00.0001Z",
			"2026-05-01T23:59:60Z",
			"1899-12-31T23:59:59Z",
			"2300-01-01T00:00:00Z",
		];
		for (const value of [...wrong, -2208988800001, 10413792000000, 0.5, Number.NaN, "0", "1777629600000", true, {}]) {
			expect(read({ type: "datetime" }, value)).to.equal(undefined);
		}
	});

	it("drops items of a list that are of the wrong type, null included", () => {
		expect(read({ type: "list", items: "text" }, ["a", 1, null, "", "\0", ["b"], { c: "c" }, "a"])).to.deep.equal(["a", "", "a"]);
		expect(read({ type: "list", items: "number" }, [1, "2", Number.NaN, 2 ** 53, 1.5, true])).to.deep.equal([1, 1.5]);
		expect(read({ type: "list", items: "text" }, [])).to.deep.equal([]);
		expect(read({ type: "list", items: "text" }, [1, 2])).to.deep.equal([]);
	});

	it("takes what is no list for missing", () => {
		for (const wrong of ["a", 1, true, { 0: "a", length: 1 }, null])
			expect(read({ type: "list", items: "text" }, wrong)).to.equal(undefined);
	});
});

describe("record: shape", () => {
	const address = catalogueOf(
		{ name: "address.city", type: "text" },
		{ name: "address.geo.lat", type: "number" },
		{ name: "plan", type: "text", jsonPath: "$.account['the plan']" },
		{ name: "newest", type: "number", jsonPath: "$.levels[-1]" },
	);

	it("nests dotted names, and leaves out what is missing", () => {
		const profile = { address: { city: "Oslo", geo: { lat: 59.9 } }, account: { "the plan": "pro" }, levels: [1, 2, 3], other: 1 };
		expect(toRecord(profile, address, utc)).to.deep.equal({ address: { city: "Oslo", geo: { lat: 59.9 } }, plan: "pro", newest: 3 });
		expect(toRecord({ address: { geo: {} } }, address, utc)).to.deep.equal({});
	});

	it("reads a path through what is no object as missing", () => {
		for (const odd of ["Oslo", 5, null, ["Oslo"], { city: null }])
			expect(toRecord({ address: odd, levels: odd }, address, utc).address).to.equal(undefined);
		expect(toRecord({ levels: [] }, address, utc)).to.deep.equal({});
		expect(toRecord({ levels: { "-1": 5 } }, address, utc)).to.deep.equal({});
	});

	it("reads own properties only", () => {
		const inheriting = Object.create({ plan: "pro", email: "a@b.example" });
		expect(toRecord(inheriting, catalogueOf({ name: "plan", type: "text" }), utc)).to.deep.equal({});
		const names = catalogueOf(
			{ name: "a", type: "text", jsonPath: "$.constructor.name" },
			{ name: "b", type: "text", jsonPath: "$.__proto__.b" },
		);
		expect(toRecord({}, names, utc)).to.deep.equal({});
		expect(toRecord(JSON.parse('{"constructor":{"name":"c"},"__proto__":{"b":"d"}}'), names, utc)).to.deep.equal({ a: "c", b: "d" });
	});

	it("is not touched by hostile keys", () => {
		const profile = JSON.parse('{"__proto__":{"email":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"email":"a@b.example"}');
		expect(toRecord(profile, catalogueOf(), utc)).to.deep.equal({ email: "a@b.example" });
		expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
	});

	it("has an element for each object of a collection, in order", () => {
		const orders = catalogueOf({
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "ship.city", type: "text" },
				{ name: "items", type: "collection", fields: [{ name: "sku", type: "text" }] },
			],
		});
		const profile = {
			orders: [
				{ total: 5, ship: { city: "Oslo" }, items: [{ sku: "a" }, 7, { sku: 8 }] },
				null,
				"x",
				[{ total: 1 }],
				{},
				{ total: "5", items: {} },
			],
		};
		expect(toRecord(profile, orders, utc)).to.deep.equal({
			orders: [{ total: 5, ship: { city: "Oslo" }, items: [{ sku: "a" }, {}] }, {}, {}],
		});
		expect(toRecord({ orders: [] }, orders, utc)).to.deep.equal({ orders: [] });
		expect(toRecord({ orders: { total: 5 } }, orders, utc)).to.deep.equal({});
	});

	it("is empty for what is no object", () => {
		for (const profile of [null, undefined, "x", 5, true, [], [{ email: "a@b.example" }]])
			expect(toRecord(profile, catalogueOf(), utc)).to.deep.equal({});
	});

	it("does not share lists with the profile", () => {
		const tags = ["a"];
		const record = toRecord({ tags }, catalogueOf({ name: "tags", type: "list" }), utc);
		tags.push("b");
		expect(record).to.deep.equal({ tags: ["a"] });
	});

	it("reads a very deep profile without descending into it", () => {
		let deep: unknown = "end";
		for (let level = 0; level < 100_000; level++) deep = [{ deep }];
		expect(toRecord({ deep, email: "a@b.example" }, catalogueOf({ name: "deep", type: "text" }), utc)).to.deep.equal({
			email: "a@b.example",
		});
	});
});

describe("record: which fields", () => {
	const shop = catalogueOf(
		{ name: "plan", type: "text" },
		{ name: "a.b", type: "text" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number", decimals: 2 }] },
		{ name: "orders_2", type: "number" },
	);
	const profile = { email: "A", plan: "B", a: { b: "C" }, orders: [{ total: 1.5 }], orders_2: 2 };
	const fieldsOf = (options: Partial<RecorderOptions>): readonly string[] => Object.keys(toRecord(profile, shop, { ...utc, ...options }));

	it("are all of the catalogue's", () => {
		expect(fieldsOf({})).to.deep.equal(["email", "plan", "a", "orders", "orders_2"]);
	});

	it("can be fewer", () => {
		expect(fieldsOf({ fields: ["orders", "a.b"] })).to.deep.equal(["a", "orders"]);
		expect(fieldsOf({ fields: [] })).to.deep.equal([]);
	});

	it("include those whose parts are asked for", () => {
		expect(fieldsOf({ fields: [], requires: ["plan@fold"] })).to.deep.equal(["plan", "plan@fold"]);
		expect(toRecord(profile, shop, { ...utc, fields: [], requires: ["orders.total@scaled"] })).to.deep.equal({
			orders: [{ total: 1.5, "total@scaled": 150 }],
		});
	});

	it("must be in the catalogue", () => {
		const making = (options: Partial<RecorderOptions>) => () => recorder(shop, { ...utc, ...options });
		expect(making({ fields: ["plan", "plam"] })).to.throw(RangeError, /^The catalogue has no field "plam"\.$/);
		expect(making({ fields: ["orders.total"] })).to.throw(RangeError, /^The catalogue has no field "orders\.total"\.$/);
		expect(making({ requires: ["plam@fold"] })).to.throw(RangeError, /^The catalogue has no field for "plam@fold"\.$/);
		expect(making({ requires: ["orders.totl@scaled"] })).to.throw(RangeError, /^The catalogue has no field for "orders\.totl@scaled"\.$/);
		expect(making({ requires: ["@fold"] })).to.throw(RangeError, /^The catalogue has no field for "@fold"\.$/);
		expect(making({ requires: ["plan"] })).to.throw(RangeError, /^"plan" is no part of a field: write the field, "@" and the part\.$/);
		expect(making({ timeZone: "Mars/Base" })).to.throw(
			RangeError,
			/^There is no time zone "Mars\/Base"\. Use an IANA name, for example "America\/New_York"\.$/,
		);
	});

	it("cannot write through the prototype, also from a catalogue made by hand", () => {
		const field = { name: "__proto__.polluted", type: "text", jsonPath: "$.x", path: ["x"], exposure: [] } as const;
		const byHand: Catalogue = { fields: [field], field: () => field };
		expect(() => recorder(byHand, utc)).to.throw(
			RangeError,
			/^A field cannot be named "__proto__\.polluted": every JavaScript object has "__proto__"\.$/,
		);
	});
});
