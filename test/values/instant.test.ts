import { expect } from "chai";
import fc from "fast-check";
import { formatInstant, isUsableInstant, maxInstant, minInstant, parseInstant } from "../../src/values/instant.ts";
import { timeZone } from "../../src/values/time-zone.ts";

const anyInstant = fc.integer({ min: minInstant, max: maxInstant });

describe("values: instants", () => {
	it("reads RFC 3339 with a zone", () => {
		const at = Date.UTC(2026, 4, 1, 10, 0, 0);
		expect(parseInstant("2026-05-01T10:00:00Z")).to.equal(at);
		expect(parseInstant("2026-05-01t10:00:00z")).to.equal(at);
		expect(parseInstant("2026-05-01T12:00:00+02:00")).to.equal(at);
		expect(parseInstant("2026-05-01T05:30:00-04:30")).to.equal(at);
		expect(parseInstant("2026-05-02T09:59:00+23:59")).to.equal(at);
		expect(parseInstant("2026-05-01T10:00:00-00:00")).to.equal(at);
		expect(parseInstant("2026-05-01T10:00:00.5Z")).to.equal(at + 500);
		expect(parseInstant("2026-05-01T10:00:00.05Z")).to.equal(at + 50);
		expect(parseInstant("2026-05-01T10:00:00.123+00:00")).to.equal(at + 123);
		expect(parseInstant("2026-05-01T23:59:59.999Z")).to.equal(Date.UTC(2026, 4, 2) - 1);
	});

	it("reads the usual form with any one character off as the general form does", () => {
		for (const text of ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.123Z", "2299-12-31T23:59:59.999Z", "1900-01-01T00:00:00Z"]) {
			for (let at = 0; at < text.length; at++) {
				for (const character of "0123456789:-.TZ/; +a") {
					const odd = text.slice(0, at) + character + text.slice(at + 1);
					expect(parseInstant(odd), odd).to.equal(parseInstant(odd.toLowerCase()));
				}
			}
		}
		const minute = Date.UTC(2026, 4, 1, 10);
		expect(parseInstant("2026-05-01T10:00:59Z")).to.equal(minute + 59_000);
		expect(parseInstant("2026-05-01T10:00:00.987Z")).to.equal(minute + 987);
		for (const wrong of ["2026-13-01T10:00:00Z", "2026-05-01T24:00:00Z", "2026-05-01T10:60:00Z", "2026-05-01T10:00:60Z"])
			expect(parseInstant(wrong), wrong).to.equal(undefined);
	});

	it("reads the usual form as it reads the same in small letters, also where something in it is off", () => {
		const usual = anyInstant.map((at) => new Date(at).toISOString());
		const form = fc.oneof(
			usual,
			usual.map((text) => text.replace(/\.\d+Z$/, "Z")),
		);
		const odd = fc
			.tuple(form, fc.nat({ max: 23 }), fc.constantFrom(..."0123456789:-.TZ/; "))
			.map(([text, at, character]) => (at < text.length ? text.slice(0, at) + character + text.slice(at + 1) : text));
		// The general form takes small letters; the usual one does not.
		fc.assert(
			fc.property(fc.oneof(form, odd), (text) => {
				expect(parseInstant(text), text).to.equal(parseInstant(text.toLowerCase()));
			}),
			{ numRuns: 3_000 },
		);
	});

	it("reads further digits only where they are zeros", () => {
		expect(parseInstant("2026-05-01T10:00:00.123000000Z")).to.equal(Date.UTC(2026, 4, 1, 10) + 123);
		expect(parseInstant("2026-05-01T10:00:00.1234Z")).to.equal("too-fine");
		expect(parseInstant("2026-05-01T10:00:00.123000001Z")).to.equal("too-fine");
		expect(parseInstant("2026-05-01T10:00:00.0001+02:00")).to.equal("too-fine");
		expect(parseInstant(`2026-05-01T10:00:00.${"0".repeat(100_000)}Z`)).to.equal(Date.UTC(2026, 4, 1, 10));
		expect(parseInstant("2026-05-01T10:00:00.1234")).to.equal(undefined);
		expect(parseInstant("2026-02-30T10:00:00.1234Z")).to.equal(undefined);
	});

	it("refuses what is no such moment, or not written so", () => {
		for (const text of [
			"",
			"2026-05-01",
			"2026-05-01T10:00:00",
			"2026-05-01T10:00Z",
			"2026-05-01 10:00:00Z",
			"2026-05-01T10:00:00.Z",
			"2026-05-01T10:00:00,5Z",
			"2026-05-01T10:00:00 Z",
			"2026-05-01T10:00:00Z ",
			"2026-05-01T10:00:00ZZ",
			"2026-05-01T10:00:00+0200",
			"2026-05-01T10:00:00+02",
			"2026-05-01T10:00:00+02:000",
			"2026-05-01T10:00:00+02:00Z",
			"2026-05-01T10:00:00+02-00",
			"2026-05-01T10:00:00+2:00",
			"2026-05-01T10:00:00+24:00",
			"2026-05-01T10:00:00+02:60",
			"2026-05-01T10:00:00 02:00",
			"2026-05-01T24:00:00Z",
			"2026-05-01T10:60:00Z",
			"2016-12-31T23:59:60Z",
			"2026-02-29T10:00:00Z",
			"2026-13-01T10:00:00Z",
			"2026-05-01T1:00:00Z",
			"2026-05-01T10-00:00Z",
			"2026-05-01T10:00-00Z",
			"2026-05-01X10:00:00Z",
			"2026-05-01T1a:00:00Z",
			"0000-01-01T00:00:00Z",
			"1777629600000",
		]) {
			expect(parseInstant(text), text).to.equal(undefined);
		}
	});

	it("ends where 1900 begins and 2299 ends, in UTC", () => {
		expect(minInstant).to.equal(Date.UTC(1900, 0, 1));
		expect(maxInstant).to.equal(Date.UTC(2300, 0, 1) - 1);
		expect(parseInstant("1900-01-01T00:00:00Z")).to.equal(minInstant);
		expect(parseInstant("1899-12-31T23:59:59.999Z")).to.equal(undefined);
		expect(parseInstant("1899-12-31T23:00:00-01:00")).to.equal(minInstant);
		expect(parseInstant("2299-12-31T23:59:59.999Z")).to.equal(maxInstant);
		expect(parseInstant("2300-01-01T00:00:00Z")).to.equal(undefined);
		expect(parseInstant("2300-01-01T00:00:00+00:01")).to.equal(maxInstant + 1 - 60_000);
	});

	it("is usable as whole milliseconds in that range", () => {
		for (const value of [minInstant, 0, maxInstant]) expect(isUsableInstant(value)).to.equal(true);
		for (const value of [minInstant - 1, maxInstant + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "0", null, undefined, 0n]) {
			expect(isUsableInstant(value), String(value)).to.equal(false);
		}
	});

	it("reads what the host writes, and the other way round", () => {
		fc.assert(
			fc.property(anyInstant, (instant) => {
				expect(parseInstant(new Date(instant).toISOString())).to.equal(instant);
				expect(Date.parse(formatInstant(instant))).to.equal(instant);
			}),
		);
	});

	it("is written with milliseconds only where there are some, in UTC or in a zone", () => {
		const at = Date.UTC(2026, 4, 1, 10, 0, 0);
		expect(formatInstant(at)).to.equal("2026-05-01T10:00:00Z");
		expect(formatInstant(at + 7)).to.equal("2026-05-01T10:00:00.007Z");
		expect(formatInstant(at, timeZone("Europe/Berlin"))).to.equal("2026-05-01T12:00:00+02:00");
		expect(formatInstant(at, timeZone("America/St_Johns"))).to.equal("2026-05-01T07:30:00-02:30");
		expect(formatInstant(at + 50, timeZone("Asia/Kathmandu"))).to.equal("2026-05-01T15:45:00.050+05:45");
		expect(formatInstant(at, timeZone("UTC"))).to.equal("2026-05-01T10:00:00+00:00");
	});

	it("reads back to the same instant in every zone, also where the offset has seconds", () => {
		expect(formatInstant(Date.UTC(1920, 0, 1), timeZone("Europe/Amsterdam"))).to.match(
			/^1920-01-01T00:00:00Z$|^1920-01-01T00:\d\d:00\+00:\d\d$/,
		);
		const zones = fc.constantFrom("UTC", "America/New_York", "Australia/Lord_Howe", "Africa/Monrovia", "Pacific/Apia").map(timeZone);
		fc.assert(
			fc.property(anyInstant, zones, (instant, zone) => {
				expect(parseInstant(formatInstant(instant, zone))).to.equal(instant);
			}),
		);
	});

	it("answers for any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-:TZ.+ tz") }), (text) => {
				const instant = parseInstant(text);
				expect(instant === undefined || instant === "too-fine" || isUsableInstant(instant)).to.equal(true);
			}),
		);
	});
});
