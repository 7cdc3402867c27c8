import { expect } from "chai";
import fc from "fast-check";
import { addUnits, type CalendarUnit, endOfUnit, startOfUnit } from "../../src/values/calendar.ts";
import { addDays, dateOfEpochDay, isoWeekday } from "../../src/values/civil-date.ts";

const units: readonly CalendarUnit[] = ["day", "week", "month", "quarter", "year"];

describe("values: calendar units", () => {
	// 2026-05-14 is a Thursday.
	it("begin and end where the calendar says", () => {
		expect(units.map((unit) => [startOfUnit(20260514, unit), endOfUnit(20260514, unit)])).to.deep.equal([
			[20260514, 20260514],
			[20260511, 20260517],
			[20260501, 20260531],
			[20260401, 20260630],
			[20260101, 20261231],
		]);
		expect([startOfUnit(20240229, "quarter"), endOfUnit(20240229, "month"), endOfUnit(20240229, "quarter")]).to.deep.equal([
			20240101, 20240229, 20240331,
		]);
		expect([startOfUnit(20261231, "quarter"), endOfUnit(20261231, "quarter")]).to.deep.equal([20261001, 20261231]);
	});

	it("begin a week on the day that is asked for, ISO 1 to 7", () => {
		expect([1, 2, 3, 4, 5, 6, 7].map((weekStart) => startOfUnit(20260514, "week", weekStart))).to.deep.equal([
			20260511, 20260512, 20260513, 20260514, 20260508, 20260509, 20260510,
		]);
		expect(endOfUnit(20260514, "week", 7)).to.equal(20260516);
		expect(startOfUnit(20260510, "week", 7)).to.equal(20260510);
		expect(startOfUnit(20260510, "week")).to.equal(20260504);
	});

	it("move by their own length, clamped to the month's end", () => {
		expect(units.map((unit) => addUnits(20260131, 1, unit))).to.deep.equal([20260201, 20260207, 20260228, 20260430, 20270131]);
		expect(units.map((unit) => addUnits(20260131, -1, unit))).to.deep.equal([20260130, 20260124, 20251231, 20251031, 20250131]);
		expect(addUnits(20240229, 1, "year")).to.equal(20250228);
		expect(addUnits(20240229, 4, "year")).to.equal(20280229);
	});

	it("hold their day and touch their neighbours", () => {
		const day = fc.integer({ min: -25_000, max: 120_000 }).map(dateOfEpochDay);
		fc.assert(
			fc.property(day, fc.constantFrom(...units), fc.integer({ min: 1, max: 7 }), (date, unit, weekStart) => {
				const [start, end] = [startOfUnit(date, unit, weekStart), endOfUnit(date, unit, weekStart)];
				expect(start).to.be.at.most(date);
				expect(end).to.be.at.least(date);
				expect(startOfUnit(end, unit, weekStart)).to.equal(start);
				expect(startOfUnit(addDays(end, 1), unit, weekStart)).to.equal(addUnits(start, 1, unit));
				if (unit === "week") expect(isoWeekday(start)).to.equal(weekStart);
			}),
		);
	});
});
