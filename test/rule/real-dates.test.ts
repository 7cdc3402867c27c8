// The nearest real date on either side of any number, against a list of every real date.
import { expect } from "chai";
import { realDateAtLeast, realDateAtMost } from "../../src/rule/read/real-dates.ts";
import { dateOf, maxDate, minDate } from "../../src/values/civil-date.ts";

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every number that could be written as a date of these years, and what stands between them. */
const numbers = [1899, 1900, 1901, 2023, 2024, 2298, 2299, 2300].flatMap((year) => range(year * 10_000 - 5, year * 10_000 + 1340));
const dates = range(1899, 2300).flatMap((year) =>
	range(1, 12).flatMap((month) => range(1, 31).flatMap((day) => dateOf(year, month, day) ?? [])),
);
const usable = dates.filter((date) => date >= minDate && date <= maxDate);

describe("real dates", () => {
	it("are never below, or never above, the number, and nothing real lies between", () => {
		let [above, below] = [0, -1];
		for (const number of numbers) {
			while (above < usable.length && (usable[above] ?? 0) < number) above++;
			while (below + 1 < usable.length && (usable[below + 1] ?? 0) <= number) below++;
			if (realDateAtLeast(number) !== usable[above] || realDateAtMost(number) !== usable[below]) {
				expect.fail(`${number}: ${realDateAtLeast(number)} and ${realDateAtMost(number)}, not ${usable[above]} and ${usable[below]}`);
			}
		}
	});

	it("lie between two whole numbers where the number does", () => {
		expect([realDateAtLeast(20260501.5), realDateAtMost(20260501.5)]).to.deep.equal([20260502, 20260501]);
		expect([realDateAtLeast(20260531.5), realDateAtMost(20260531.5)]).to.deep.equal([20260601, 20260531]);
		expect([realDateAtLeast(minDate - 0.5), realDateAtMost(minDate - 0.5)]).to.deep.equal([minDate, undefined]);
		expect([realDateAtLeast(maxDate + 0.5), realDateAtMost(maxDate + 0.5)]).to.deep.equal([undefined, maxDate]);
		expect([realDateAtLeast(Number.NEGATIVE_INFINITY), realDateAtMost(Number.POSITIVE_INFINITY)]).to.deep.equal([minDate, maxDate]);
	});
});
