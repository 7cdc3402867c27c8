// Names of days and months, and the clock that a check is given: its mistakes are the caller's, so they are thrown.
import { expect } from "chai";
import { clock } from "../../src/check/clock.ts";
import { dayNumber, monthNumber } from "../../src/check/day-names.ts";
import { told } from "./diagnostics-of.ts";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

describe("names of days and months", () => {
	it("are whole, or their first three letters or more, in any case", () => {
		for (const [names, numberOf] of [
			[days, dayNumber],
			[months, monthNumber],
		] as const) {
			const numbers = names.map((_, index) => index + 1);
			expect(names.map(numberOf)).to.deep.equal(numbers);
			expect(names.map((name) => numberOf(name.slice(0, 3).toUpperCase()))).to.deep.equal(numbers);
			expect(names.map((name) => numberOf(name.slice(0, 2)))).to.deep.equal(names.map(() => undefined));
			expect(["", "someday", "mondays", "onday", "xyz"].map(numberOf)).to.deep.equal(Array.from({ length: 5 }, () => undefined));
		}
		expect(told('weekday(birthday) = "su"')).to.deep.equal(['wrong-type: "su" is not the name of a weekday. Write one, for example sat.']);
	});
});

describe("the clock", () => {
	const now = Date.UTC(2026, 4, 10, 2);

	it("has the local day of its moment, and weeks that begin on Monday", () => {
		expect(clock(now, "America/New_York")).to.include({ now, today: 20260509, weekStart: 1 });
		expect([clock(now, "UTC", 1), clock(now, "UTC", 7)].map(({ weekStart }) => weekStart)).to.deep.equal([1, 7]);
	});

	it("is refused with a moment or a week that is none", () => {
		for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
			expect(() => clock(wrong, "UTC")).to.throw(RangeError, `"now" must be whole epoch milliseconds, not ${wrong}.`);
		}
		for (const wrong of [0, 8, 1.5, Number.NaN]) {
			expect(() => clock(now, "UTC", wrong)).to.throw(RangeError, `"weekStart" must be 1 to 7, not ${wrong}.`);
		}
		expect(() => clock(now, "Mars/Olympus")).to.throw(RangeError, 'There is no time zone "Mars/Olympus".');
	});
});
