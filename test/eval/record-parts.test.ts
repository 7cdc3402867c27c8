import { expect } from "chai";
import fc from "fast-check";
import { recorder, toRecord } from "../../src/eval/record.ts";
import type { FieldInput } from "../../src/fields/catalogue.ts";
import { catalogueOf } from "./catalogue-of.ts";

/** What the part is for the profile `{ x: value }`; undefined when the record lacks it. */
function part(name: string, field: Partial<FieldInput>, value: unknown, timeZone = "America/New_York"): unknown {
	const catalogue = catalogueOf({ name: "x", ...field } as FieldInput);
	return toRecord({ x: value }, catalogue, { timeZone, fields: ["x"], requires: [`x@${name}`] })[`x@${name}`];
}

function recorderOf(field: FieldInput) {
	const made = recorder(catalogueOf(field), { timeZone: "UTC", fields: ["x"], requires: ["x@scaled"] });
	return { toRecord: made.toRecord, quality: () => made.quality };
}

const text = { type: "text" } as const;
const date = { type: "date" } as const;
const datetime = { type: "datetime" } as const;

describe("record parts: text", () => {
	it("fold as ignoring case compares", () => {
		expect(part("fold", text, "ΣΊΣΥΦΟΣ İstanbul ẞ")).to.equal("σίσυφοσ istanbul ß");
		expect(part("fold", text, "")).to.equal("");
		expect(part("fold", { type: "list", items: "text" }, ["VIP", "vip", 5, "Ä"])).to.deep.equal(["vip", "vip", "ä"]);
	});

	it("chars are code points", () => {
		expect(part("chars", text, "Ab😀")).to.deep.equal(["A", "b", "😀"]);
		expect(part("chars", text, "")).to.deep.equal([]);
		expect(part("fold-chars", text, "Aİ😀")).to.deep.equal(["a", "i", "😀"]);
	});
});

describe("record parts: days and hours", () => {
	it("parts follow one another", () => {
		expect(part("-3month@date", datetime, "2026-05-31T04:00:00Z")).to.equal(20260228);
		expect(part("+172800000ms@date", datetime, "2026-05-01T03:59:59Z")).to.equal(20260502);
		expect(part("+86400000ms@hour", datetime, "2026-03-07T12:00:00Z")).to.equal(8);
		expect(part("+1month@-1day", date, "2026-01-31")).to.equal(20260227);
		expect(part("+1day@weekday", date, "2026-05-10")).to.equal(1);
		expect(part("+1000year@date", datetime, "2026-05-01T00:00:00Z")).to.equal(undefined);
	});

	it("date is the local day of a moment", () => {
		expect(part("date", datetime, "2026-05-01T03:59:59Z")).to.equal(20260430);
		expect(part("date", datetime, "2026-05-01T04:00:00Z")).to.equal(20260501);
		expect(part("date", datetime, "2026-05-01T04:00:00Z", "UTC")).to.equal(20260501);
	});

	it("weekday is ISO 1 to 7, of a day or of a moment's local day", () => {
		expect(part("weekday", date, "2026-05-04")).to.equal(1);
		expect(part("weekday", date, "2026-05-10")).to.equal(7);
		expect(part("weekday", datetime, "2026-05-04T03:00:00Z")).to.equal(7);
		expect(part("weekday", datetime, "2026-05-04T03:00:00Z", "UTC")).to.equal(1);
	});

	it("hour is local, 0 to 23, also across a change of the clock", () => {
		expect(part("hour", datetime, "2026-05-01T04:30:00Z")).to.equal(0);
		expect(part("hour", datetime, "2026-05-01T03:30:00Z")).to.equal(23);
		// New York skips 02:00 to 03:00 on 8 March 2026 and has 01:00 to 02:00 twice on 1 November.
		expect(part("hour", datetime, "2026-03-08T06:59:00Z")).to.equal(1);
		expect(part("hour", datetime, "2026-03-08T07:00:00Z")).to.equal(3);
		expect(part("hour", datetime, "2026-11-01T05:30:00Z")).to.equal(1);
		expect(part("hour", datetime, "2026-11-01T06:30:00Z")).to.equal(1);
		expect(part("hour", datetime, "2026-05-01T04:20:00Z", "Asia/Kathmandu")).to.equal(10);
	});
});

describe("record parts: scaled", () => {
	it("is a whole number of the last decimal", () => {
		expect(part("scaled", { type: "number", decimals: 2 }, 19.99)).to.equal(1999);
		expect(part("scaled", { type: "number", decimals: 2 }, -0.5)).to.equal(-50);
		expect(part("scaled", { type: "number", decimals: 0 }, 1.4)).to.equal(1);
		expect(part("scaled", { type: "number", decimals: 10 }, 0.1)).to.equal(1_000_000_000);
		expect(Object.is(part("scaled", { type: "number", decimals: 2 }, -0.001), 0)).to.equal(true);
	});

	it("a number beyond 2^53 - 1 of the smallest unit is wrong altogether, and counted", () => {
		expect(part("scaled", { type: "number", decimals: 2 }, 90071992547409.5)).to.equal(9007199254740950);
		const { toRecord: read, quality } = recorderOf({ name: "x", type: "number", decimals: 2 });
		expect(read({ x: 90071992547410 })).to.deep.equal({});
		expect(read({ x: 90071992547409 })).to.deep.equal({ x: 90071992547409, "x@scaled": 9007199254740900 });
		expect(quality().fields.find(({ field }) => field === "x")?.wrongType).to.equal(1);
	});
});

describe("record parts: shifts", () => {
	it("move a day by the calendar and clamp to the month's end", () => {
		expect(part("+3day", date, "2026-02-27")).to.equal(20260302);
		expect(part("-3day", date, "2026-03-01")).to.equal(20260226);
		expect(part("-1month", date, "2026-03-31")).to.equal(20260228);
		expect(part("+1year", date, "2024-02-29")).to.equal(20250228);
		expect(part("+0day", date, "2026-03-01")).to.equal(20260301);
	});

	it("are missing outside 1900 to 2299", () => {
		expect(part("-1day", date, "1900-01-02")).to.equal(19000101);
		expect(part("-1day", date, "1900-01-01")).to.equal(undefined);
		expect(part("+1year", date, "2298-12-31")).to.equal(22991231);
		expect(part("+1month", date, "2299-12-01")).to.equal(undefined);
		expect(part("-999999999year", date, "2026-01-01")).to.equal(undefined);
		expect(part("+999999999month", datetime, "2026-01-01T00:00:00Z")).to.equal(undefined);
		expect(part("+1day", datetime, "2299-12-30T23:30:00Z", "Asia/Tokyo")).to.equal(undefined);
		expect(part("-1day", datetime, "1900-01-01T12:00:00Z", "UTC")).to.equal(undefined);
		// The local day is the last of 2299, the moment is in 2300.
		expect(part("+1day", datetime, "2299-12-31T04:30:00Z")).to.equal(undefined);
	});

	it("keep the local time of a moment, across a change of the clock", () => {
		// 7 March 2026 12:00 in New York is 17:00 UTC; a day later noon is at 16:00 UTC.
		expect(part("+1day", datetime, "2026-03-07T17:00:00Z")).to.equal(Date.UTC(2026, 2, 8, 16));
		expect(part("-1month", datetime, "2026-03-31T16:00:00.123Z")).to.equal(Date.UTC(2026, 1, 28, 17, 0, 0, 123));
		// 02:30 does not exist on 8 March: an hour is added. It exists twice on 1 November: the first one counts.
		expect(part("+1day", datetime, "2026-03-07T07:30:00Z")).to.equal(Date.UTC(2026, 2, 8, 7, 30));
		expect(part("+1day", datetime, "2026-10-31T05:30:00Z")).to.equal(Date.UTC(2026, 10, 1, 5, 30));
	});

	it("by a day there and back are the same day", () => {
		const day = fc
			.date({ min: new Date("1901-01-01"), max: new Date("2298-12-31"), noInvalidDate: true })
			.map((moment) => moment.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 300 }), (from, days) => {
				const there = part(`+${days}day`, date, from) as number;
				const digits = String(there);
				expect(part(`-${days}day`, date, `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)).to.equal(
					Number(from.replaceAll("-", "")),
				);
			}),
			{ numRuns: 50 },
		);
	});
});

describe("record parts: where they stand", () => {
	it("beside their field, under the last part of its name", () => {
		const catalogue = catalogueOf(
			{ name: "address.city", type: "text" },
			{
				name: "orders",
				type: "collection",
				fields: [
					{ name: "ship.city", type: "text" },
					{ name: "total", type: "number", decimals: 2 },
				],
			},
		);
		const requires = ["address.city@fold", "orders.ship.city@fold", "orders.total@scaled", "orders.total@scaled"];
		const profile = { address: { city: "Oslo" }, orders: [{ ship: { city: "Rome" }, total: 1.25 }, {}] };
		expect(toRecord(profile, catalogue, { timeZone: "UTC", requires })).to.deep.equal({
			address: { city: "Oslo", "city@fold": "oslo" },
			orders: [{ ship: { city: "Rome", "city@fold": "rome" }, total: 1.25, "total@scaled": 125 }, {}],
		});
	});

	it("nowhere, when the value is missing", () => {
		for (const missing of [null, 5, [], "\0"]) expect(part("fold", text, missing)).to.equal(undefined);
	});
});

describe("record parts: unknown ones", () => {
	const refused: readonly (readonly [string, Partial<FieldInput>])[] = [
		["fold", { type: "number" }],
		["fold", { type: "list", items: "number" }],
		["chars", { type: "list", items: "text" }],
		["fold-chars", { type: "boolean" }],
		["date", { type: "date" }],
		["hour", { type: "date" }],
		["weekday", { type: "text" }],
		["scaled", { type: "number" }],
		["scaled", { type: "text" }],
		["+1day", { type: "text" }],
		["+1day", { type: "number" }],
		["1day", { type: "date" }],
		["+1week", { type: "date" }],
		["+1days", { type: "date" }],
		["+1.5day", { type: "date" }],
		["+1000000000day", { type: "date" }],
		["upper", { type: "text" }],
		["constructor", { type: "text" }],
		["__proto__", { type: "date" }],
		["fold@fold", { type: "text" }],
		["fold@fold", { type: "list", items: "text" }],
		["scaled@scaled", { type: "number", decimals: 2 }],
		["date@hour", { type: "datetime" }],
		["weekday@weekday", { type: "date" }],
		["", { type: "text" }],
	];
	for (const [name, field] of refused) {
		it(`are refused: ${JSON.stringify(name)} of a ${field.items ? `list of ${field.items}` : field.type}`, () => {
			expect(() => part(name, field, "a")).to.throw(RangeError, `"x" has no part "${name}".`);
		});
	}

	it("are refused before any profile is read", () => {
		expect(() => recorder(catalogueOf(), { timeZone: "UTC", requires: ["email@upper"] })).to.throw(
			RangeError,
			'"email" has no part "upper".',
		);
	});
});
