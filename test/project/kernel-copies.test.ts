// The generated copies of kernels are copies (only in Node: a bundler gives names of its own): the same text for another kind of array, so that a change of one is a change of all.
import { expect } from "chai";
import * as copies from "../../src/columns/kernels/kernels.generated.ts";
import { atLeast, lookUp, within } from "../../src/columns/kernels/kernels.ts";

/** A function's text without its name; types are stripped in Node and in browsers alike. */
const textOf = (value: (...args: never[]) => unknown): string =>
	String(value)
		.replace(/^function \w+/, "function")
		.replace(/\s+/g, " ");

describe("copies of kernels", () => {
	const { integersAtLeast, doublesAtLeast, integersWithin, doublesWithin, bytesLookUp, shortsLookUp, integersLookUp } = copies;
	const pairs = [
		...[integersAtLeast, doublesAtLeast].map((copy) => [copy, atLeast] as const),
		...[integersWithin, doublesWithin].map((copy) => [copy, within] as const),
		...[bytesLookUp, shortsLookUp, integersLookUp].map((copy) => [copy, lookUp] as const),
	];

	it("are copies of one text: run test/bench/columns-generate.ts after a change", () => {
		expect(pairs.map(([copy]) => copy.name).sort()).to.deep.equal(Object.keys(copies).sort());
		for (const [copy, original] of pairs) expect(textOf(copy), copy.name).to.equal(textOf(original));
	});
});
