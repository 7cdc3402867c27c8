import { expect } from "chai";
import fc from "fast-check";
import { maxDecimals, scaled } from "../../src/values/decimal.ts";
import { isUsableNumber, maxNumber } from "../../src/values/number.ts";

describe("values: number", () => {
	it("is usable up to 2^53 - 1 in magnitude, whole or not", () => {
		expect(maxNumber).to.equal(2 ** 53 - 1);
		for (const value of [0, -0, 0.1, -1e-300, maxNumber, -maxNumber]) expect(isUsableNumber(value), String(value)).to.equal(true);
	});

	it("is not usable beyond, when not finite, or as another type", () => {
		for (const value of [maxNumber + 1, -maxNumber - 1, 1e300, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
			expect(isUsableNumber(value), String(value)).to.equal(false);
		}
		for (const value of ["1", true, null, undefined, 1n, [1], { valueOf: () => 1 }]) expect(isUsableNumber(value)).to.equal(false);
	});
});

describe("values: scaled decimals", () => {
	it("is the nearest whole number of the last digit", () => {
		expect(scaled(19.99, 2)).to.equal(1999);
		expect(scaled(-19.99, 2)).to.equal(-1999);
		expect(scaled(0.1 + 0.2, 1)).to.equal(3);
		expect(scaled(5, 0)).to.equal(5);
		expect(scaled(1.26, 1)).to.equal(13);
	});

	it("is never -0", () => {
		expect(Object.is(scaled(-0, 2), 0)).to.equal(true);
		expect(Object.is(scaled(-0.001, 2), 0)).to.equal(true);
	});

	it("is missing where it is beyond the usable numbers", () => {
		expect(scaled(maxNumber, 0)).to.equal(maxNumber);
		expect(scaled(maxNumber, 1)).to.equal(undefined);
		expect(scaled(-maxNumber, 1)).to.equal(undefined);
		expect(scaled(Number.NaN, 2)).to.equal(undefined);
		expect(scaled(900_719, maxDecimals)).to.equal(9_007_190_000_000_000);
		expect(scaled(900_720, maxDecimals)).to.equal(undefined);
	});

	it("adds up exactly in any order", () => {
		const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
		fc.assert(
			fc.property(fc.array(cents), (all) => {
				const sum = all.map((cent) => scaled(cent / 100, 2) as number).reduce((total, cent) => total + cent, 0);
				expect(sum).to.equal(all.reduce((total, cent) => total + cent, 0));
			}),
		);
	});
});
