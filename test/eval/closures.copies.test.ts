// The generated copies of lanes and connectives are copies: the same text, so that a change of one is a change of all.
// In a file of its own, because a mutant changes that text and is no mistake of it.
import { expect } from "chai";
import { level } from "../../src/eval/closures/connective.ts";
import { lane } from "../../src/eval/closures/lane.ts";
import { lanes, levels } from "../../src/eval/closures/lanes.generated.ts";

/** A function's text without its name. */
const textOf = (value: (...args: never[]) => unknown): string =>
	String(value)
		.replace(/^function \w+/, "function")
		.replace(/\s+/g, " ");

describe("copies of lanes", () => {
	it("are copies of one text: run test/bench/eval-generate.ts after a change", () => {
		expect(lanes.length).to.equal(16);
		for (const copy of lanes) expect(textOf(copy)).to.equal(textOf(lane));
		expect(levels.length).to.equal(3);
		for (const copy of levels) expect(textOf(copy)).to.equal(textOf(level));
	});
});
