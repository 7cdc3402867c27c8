// Entries are cut into pieces and stretches that follow one another and leave none out.
import { expect } from "chai";
import { pieces, stretches, toEnd } from "../../src/columns/steps.ts";

function piecesOf(length: number): readonly (readonly [from: number, to: number])[] {
	const found: [number, number][] = [];
	pieces(length, (from, to) => found.push([from, to]));
	return found;
}

describe("long work", () => {
	it("is done in pieces of 2,048 entries", () => {
		expect(piecesOf(0)).to.deep.equal([]);
		expect(piecesOf(2_047)).to.deep.equal([[0, 2_047]]);
		expect(piecesOf(2_048)).to.deep.equal([[0, 2_048]]);
		expect(piecesOf(2_049)).to.deep.equal([
			[0, 2_048],
			[2_048, 2_049],
		]);
	});

	it("is done in stretches of as many entries as are asked for", () => {
		expect([...stretches(0, 4)]).to.deep.equal([]);
		expect([...stretches(4, 4)]).to.deep.equal([{ from: 0, to: 4 }]);
		expect([...stretches(5, 4)]).to.deep.equal([
			{ from: 0, to: 4 },
			{ from: 4, to: 5 },
		]);
	});

	it("ends with its result", () => {
		let done = 0;
		function* work(): Generator<undefined, string> {
			for (const { to } of stretches(10, 3)) {
				done = to;
				yield;
			}
			return "end";
		}
		expect(toEnd(work())).to.equal("end");
		expect(done).to.equal(10);
	});
});
