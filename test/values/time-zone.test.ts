import { expect } from "chai";
import fc from "fast-check";
import { addDays, dateOf, dateOfEpochDay, epochDay } from "../../src/values/civil-date.ts";
import { maxInstant, minInstant, parseInstant } from "../../src/values/instant.ts";
import { isTimeZone, timeZone } from "../../src/values/time-zone.ts";

const at = (text: string): number => parseInstant(text) as number;
const day = 86_400_000;

/** Half-hour and quarter-hour offsets, half-hour summer time, midnight changes, skipped days, local mean times, changes a week apart. */
const zones = [
	"UTC",
	"America/New_York",
	"Europe/London",
	"Australia/Lord_Howe",
	"Pacific/Apia",
	"Asia/Kathmandu",
	"Africa/Casablanca",
	"America/Sao_Paulo",
	"America/Boa_Vista",
	"America/St_Johns",
	"Africa/Monrovia",
	"Europe/Amsterdam",
	"Pacific/Kwajalein",
	"Asia/Gaza",
	"Africa/Cairo",
	"Europe/Riga",
];

/** The host's own answer, one call a question. */
function byHost(zone: string, instant: number): { readonly date: number; readonly millisecondOfDay: number } {
	const format = formats.get(zone) ?? makeFormat(zone);
	const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day: dayOfMonth = 0, hour = 0, minute = 0, second = 0 } = part;
	const fraction = ((instant % 1000) + 1000) % 1000;
	return { date: year * 10_000 + month * 100 + dayOfMonth, millisecondOfDay: ((hour * 60 + minute) * 60 + second) * 1000 + fraction };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function makeFormat(zone: string): Intl.DateTimeFormat {
	const [numeric, hourCycle] = ["numeric", "h23"] as const;
	const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
	const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle, ...fields });
	formats.set(zone, format);
	return format;
}

const localTime = (zone: string, instant: number): number => {
	const { date, millisecondOfDay } = byHost(zone, instant);
	return epochDay(date) * day + millisecondOfDay;
};

const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.oneof(fc.integer({ min: minInstant, max: maxInstant }), fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }));

describe("values: time zones", () => {
	it("know IANA names, and say how one looks", () => {
		expect(timeZone("Europe/Berlin").name).to.equal("Europe/Berlin");
		expect(timeZone("UTC")).to.equal(timeZone("UTC"));
		expect(["UTC", "America/New_York"].map(isTimeZone)).to.deep.equal([true, true]);
		for (const name of ["Mars/Olympus", "", "+02:00", "-08:00", "__proto__", "Europe/Berlin ", "\0"]) {
			expect(isTimeZone(name), name).to.equal(false);
			expect(() => timeZone(name)).to.throw(
				RangeError,
				`There is no time zone "${name}". Use an IANA name, for example "America/New_York".`,
			);
		}
	});

	it("are names, and nothing else stands for the host's own", () => {
		for (const name of [undefined, null, 5, ["UTC"]]) expect(() => timeZone(name as never), String(name)).to.throw(RangeError);
	});

	it("keep the nearest offset they know long before and after all dates", () => {
		const zone = timeZone("America/New_York");
		expect(zone.hourOf(Date.UTC(2400, 6, 1, 12))).to.equal(zone.hourOf(Date.UTC(2300, 0, 1, 12)));
		expect(zone.hourOf(Date.UTC(1800, 6, 1, 12))).to.equal(zone.hourOf(Date.UTC(1899, 5, 1, 12)));
	});

	it("give local day, hour and time as the host does", () => {
		fc.assert(
			fc.property(anyZone, anyInstant, (name, instant) => {
				const zone = timeZone(name);
				const expected = byHost(name, instant);
				expect({ date: zone.dateOf(instant), millisecondOfDay: zone.millisecondOfDay(instant) }).to.deep.equal(expected);
				expect(zone.hourOf(instant)).to.equal(Math.floor(expected.millisecondOfDay / 3_600_000));
			}),
			{ numRuns: 300 },
		);
	});

	it("give every change of the clock as the host does, to the second", () => {
		for (const [name, text] of [
			["America/New_York", "2026-03-08T07:00:00Z"],
			["America/New_York", "2026-11-01T06:00:00Z"],
			["Australia/Lord_Howe", "2024-04-06T15:00:00Z"],
			["Pacific/Apia", "2011-12-30T10:00:00Z"],
			["America/Boa_Vista", "2000-10-08T04:00:00Z"],
			["America/Boa_Vista", "2000-10-15T03:00:00Z"],
			["Africa/Cairo", "2010-09-09T22:00:00Z"],
			["Africa/Monrovia", "1972-01-07T00:44:30Z"],
			["Pacific/Kwajalein", "1993-08-21T12:00:00Z"],
		] as const) {
			const change = at(text);
			for (const instant of [change - 1000, change - 1, change, change + 1]) {
				expect(
					{ date: timeZone(name).dateOf(instant), millisecondOfDay: timeZone(name).millisecondOfDay(instant) },
					`${name} ${instant - change}`,
				).to.deep.equal(byHost(name, instant));
			}
			expect(localTime(name, change) - localTime(name, change - 1), `${name} changes at ${text}`).to.not.equal(1);
		}
	});

	it("see changes that are a week apart, the shortest time there is", () => {
		const zone = timeZone("America/Boa_Vista");
		for (let instant = at("2000-09-20T00:00:00Z"); instant < at("2000-11-01T00:00:00Z"); instant += 3_600_000) {
			expect(zone.hourOf(instant)).to.equal(Math.floor(byHost("America/Boa_Vista", instant).millisecondOfDay / 3_600_000));
		}
	});

	it("begin a day at midnight, or at the first instant after a gap", () => {
		for (const [name, date, text] of [
			["America/New_York", 20260501, "2026-05-01T04:00:00Z"],
			["America/New_York", 20261101, "2026-11-01T04:00:00Z"],
			["America/New_York", 20261102, "2026-11-02T05:00:00Z"],
			["Asia/Kathmandu", 20260501, "2026-04-30T18:15:00Z"],
			["America/Sao_Paulo", 20181104, "2018-11-04T03:00:00Z"],
			["America/Sao_Paulo", 20180218, "2018-02-18T03:00:00Z"],
			["Pacific/Apia", 20111229, "2011-12-29T10:00:00Z"],
			["Pacific/Apia", 20111230, "2011-12-30T10:00:00Z"],
			["Pacific/Apia", 20111231, "2011-12-30T10:00:00Z"],
			["America/St_Johns", 20061029, "2006-10-29T02:30:00Z"],
			["Africa/Cairo", 20260424, "2026-04-23T22:00:00Z"],
		] as const) {
			expect(timeZone(name).startOfDay(date), `${name} ${date}`).to.equal(at(text));
		}
	});

	it("begin every day with an instant of it, just after one of a day before", () => {
		const anyDate = fc.integer({ min: -25_567, max: 120_528 }).map(dateOfEpochDay);
		fc.assert(
			fc.property(anyZone, anyDate, (name, date) => {
				const start = timeZone(name).startOfDay(date);
				if (name === "Pacific/Apia" && date === 20111230) return;
				expect(byHost(name, start).date).to.equal(date);
				expect(byHost(name, start - 1).date).to.be.lessThan(date);
				expect(start).to.be.lessThan(timeZone(name).startOfDay(addDays(date, 1)));
			}),
			{ numRuns: 300 },
		);
	});

	it("find the instant of a local time: the earlier of two, moved on by a gap", () => {
		const zone = timeZone("America/New_York");
		const clock = (hour: number, minute = 0): number => (hour * 60 + minute) * 60_000;
		expect(zone.at(20260501, clock(9, 30))).to.equal(at("2026-05-01T09:30:00-04:00"));
		expect(zone.at(20260308, clock(2, 30))).to.equal(at("2026-03-08T03:30:00-04:00"));
		expect(zone.at(20260308, clock(3))).to.equal(at("2026-03-08T03:00:00-04:00"));
		expect(zone.at(20261101, clock(1, 30))).to.equal(at("2026-11-01T01:30:00-04:00"));
		expect(zone.at(20261101, clock(2))).to.equal(at("2026-11-01T02:00:00-05:00"));
		expect(timeZone("Pacific/Apia").at(20111230, clock(12))).to.equal(at("2011-12-31T12:00:00+14:00"));
	});

	it("find back every local time that there is", () => {
		fc.assert(
			fc.property(anyZone, anyInstant, (name, instant) => {
				const zone = timeZone(name);
				const found = zone.at(zone.dateOf(instant), zone.millisecondOfDay(instant));
				expect(byHost(name, found)).to.deep.equal(byHost(name, instant));
				expect(found).to.be.at.most(instant);
			}),
			{ numRuns: 300 },
		);
	});

	it("answer far outside the usable instants with the nearest offset", () => {
		const zone = timeZone("Asia/Tokyo");
		expect(zone.dateOf(Date.UTC(2500, 0, 1, 20))).to.equal(25000102);
		expect(zone.startOfDay(dateOf(2500, 1, 2) as number)).to.equal(Date.UTC(2500, 0, 1, 15));
		expect(zone.at(dateOf(9999, 12, 31) as number, 0)).to.equal(Date.UTC(9999, 11, 30, 15));
	});
});
