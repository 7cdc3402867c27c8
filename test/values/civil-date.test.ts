import { expect } from "chai";
import fc from "fast-check";
import {
	addDays,
	addMonths,
	dateOf,
	dateOfEpochDay,
	dayOf,
	daysInMonth,
	epochDay,
	epochDayAt,
	formatDate,
	isLeapYear,
	isoWeekday,
	maxDate,
	minDate,
	monthDayOf,
	monthOf,
	parseDate,
	yearOf,
} from "../../src/values/civil-date.ts";

const millisecondsPerDay = 86_400_000;
const firstDay = Date.UTC(1900, 0, 1) / millisecondsPerDay;
const lastDay = Date.UTC(2299, 11, 31) / millisecondsPerDay;
const anyDay = fc.integer({ min: firstDay, max: lastDay });

/** The host's own calendar as the oracle. */
const byHost = (day: number): number => {
	const date = new Date(day * millisecondsPerDay);
	return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
};

describe("values: days", () => {
	it("finds the day of three numbers, and none where the calendar has none", () => {
		for (let year = 1898; year <= 2301; year++) {
			for (let month = -1; month <= 14; month++) {
				for (const day of [-1, 0, 1, 2, 28, 29, 30, 31, 32]) {
					const made = new Date(Date.UTC(year, month - 1, day));
					const isReal = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
					const expected = isReal && year >= 1900 && year <= 2299 ? made.getTime() / millisecondsPerDay : Number.NaN;
					if (!Object.is(epochDayAt(year, month, day), expected)) expect.fail(`${year}-${month}-${day}`);
				}
			}
		}
	});

	it("counts every day of 1900 to 2299 as the host does, there and back", () => {
		expect(dateOfEpochDay(firstDay)).to.equal(minDate);
		expect(dateOfEpochDay(lastDay)).to.equal(maxDate);
		for (let day = firstDay; day <= lastDay; day++) {
			const date = dateOfEpochDay(day);
			if (date !== byHost(day) || epochDay(date) !== day) expect.fail(`day ${day} is ${date}, not ${byHost(day)}`);
			if (isoWeekday(date) !== (new Date(day * millisecondsPerDay).getUTCDay() || 7)) expect.fail(`weekday of ${date}`);
			if (parseDate(formatDate(date)) !== date) expect.fail(`${date} is written ${formatDate(date)}`);
		}
	});

	it("has the parts of the digits", () => {
		expect([yearOf(20260501), monthOf(20260501), dayOf(20260501), monthDayOf(20260501)]).to.deep.equal([2026, 5, 1, 501]);
		expect([yearOf(19991231), monthOf(19991231), dayOf(19991231), monthDayOf(19991231)]).to.deep.equal([1999, 12, 31, 1231]);
	});

	it("knows leap years", () => {
		expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).to.deep.equal([false, true, false, true, false, true]);
		expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).to.deep.equal([
			31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
		]);
		expect(daysInMonth(2024, 2)).to.equal(29);
		expect([daysInMonth(2024, 0), daysInMonth(2024, 13), daysInMonth(2024, 1.5)]).to.deep.equal([0, 0, 0]);
	});

	it("is made of a real day only", () => {
		expect(dateOf(2024, 2, 29)).to.equal(20240229);
		expect(dateOf(2000, 12, 31)).to.equal(20001231);
		expect([dateOf(1, 1, 1), dateOf(9999, 12, 31)]).to.deep.equal([10101, 99991231]);
		for (const [year, month, day] of [
			[2023, 2, 29],
			[2023, 4, 31],
			[2023, 0, 1],
			[2023, 13, 1],
			[2023, 1, 0],
			[2023, 1, 32],
			[0, 1, 1],
			[10_000, 1, 1],
			[2023.5, 1, 1],
			[2023, 1.5, 1],
			[2023, 1, 1.5],
			[Number.NaN, 1, 1],
		] as const) {
			expect(dateOf(year, month, day), `${year}-${month}-${day}`).to.equal(undefined);
		}
	});

	it("is read from YYYY-MM-DD and nothing else", () => {
		expect(parseDate("2026-05-01")).to.equal(20260501);
		expect(parseDate("1900-01-01")).to.equal(minDate);
		expect(parseDate("2299-12-31")).to.equal(maxDate);
		for (const text of [
			"",
			"1899-12-31",
			"2300-01-01",
			"2026-02-29",
			"2026-5-1",
			"2026-05-1",
			"2026-05-011",
			" 2026-05-01",
			"2026/05/01",
			"2026/05-01",
			"2026-05/01",
			"2/26-05-01",
			"2026-05-01T00:00:00Z",
			"20260501",
			"2026-0a-01",
			"２０２６-05-01",
			"+026-05-01",
			"-026-05-01",
			"0000-00-00",
		]) {
			expect(parseDate(text), text).to.equal(undefined);
		}
	});

	it("is written with four digits for the year, and more where it has more", () => {
		expect(["0001-01-01", "0999-12-31", "10000-02-01"]).to.deep.equal([10101, 9991231, 100000201].map(formatDate));
	});

	it("moves by days as the host does", () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
				expect(addDays(byHost(day), days)).to.equal(byHost(day + days));
			}),
		);
	});

	it("moves by months to the same day, or the month's last", () => {
		expect(addMonths(20260131, 1)).to.equal(20260228);
		expect(addMonths(20240131, 1)).to.equal(20240229);
		expect(addMonths(20240229, 12)).to.equal(20250228);
		expect(addMonths(20240229, 48)).to.equal(20280229);
		expect(addMonths(20260331, -1)).to.equal(20260228);
		expect(addMonths(20260115, -1)).to.equal(20251215);
		expect(addMonths(20261215, 1)).to.equal(20270115);
		expect(addMonths(20260515, 0)).to.equal(20260515);
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
				const date = byHost(day);
				const moved = addMonths(date, months);
				expect(yearOf(moved) * 12 + monthOf(moved)).to.equal(yearOf(date) * 12 + monthOf(date) + months);
				expect(dayOf(moved)).to.equal(Math.min(dayOf(date), daysInMonth(yearOf(moved), monthOf(moved))));
			}),
		);
	});

	it("keeps its order and its arithmetic far outside, also before the year 0", () => {
		fc.assert(
			fc.property(fc.integer({ min: -80_000_000, max: 80_000_000 }), (day) => {
				expect(epochDay(dateOfEpochDay(day))).to.equal(day);
				expect(dateOfEpochDay(day)).to.be.lessThan(dateOfEpochDay(day + 1));
			}),
		);
		expect(addMonths(20260101, -12 * 3000)).to.be.lessThan(minDate);
		expect(addDays(20260101, -2_000_000)).to.be.lessThan(minDate);
		expect(addMonths(20260101, 12 * 200_000)).to.be.greaterThan(maxDate);
	});
});
