// That the properties are repeatable wherever they run. Whoever loads the tests loads the seed before them; this file does not.
import { expect } from "chai";
import fc from "fast-check";
import { environment, seedOf } from "./runs.ts";

describe("the examples of properties", () => {
	it("are the same at every run, unless others are asked for", () => {
		expect(fc.readConfigureGlobal().seed).to.equal(seedOf(environment));
		if (seedOf(environment) === undefined) return;
		const tried = (): readonly number[] => {
			const all: number[] = [];
			fc.assert(fc.property(fc.nat(), (one) => void all.push(one)));
			return all;
		};
		expect(tried()).to.deep.equal(tried());
	});

	it("follow from the environment", () => {
		expect(seedOf({})).to.equal(20_261_127);
		expect(seedOf({ SEGQL_RUNS: "100" })).to.equal(undefined);
		expect(seedOf({ SEGQL_SEED: "random" })).to.equal(undefined);
		expect(seedOf({ SEGQL_SEED: "-567764408" })).to.equal(-567_764_408);
		expect(seedOf({ SEGQL_SEED: "7", SEGQL_RUNS: "100" })).to.equal(7);
		expect(() => seedOf({ SEGQL_SEED: "soon" })).to.throw('SEGQL_SEED is "soon": give a whole number, or the word random.');
	});
});
