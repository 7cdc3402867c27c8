// Combining answers word by word, against counting bit by bit.
import { expect } from "chai";
import fc from "fast-check";
import { andInto, andNotInto, atLeastOf, notInto, orInto } from "../../../src/columns/kernels/words.ts";
import { hasBit } from "../../../src/columns/bitmap.ts";

const words = 3;
const answers = fc
	.array(fc.oneof(fc.integer(), fc.constantFrom(0, -1)), { minLength: words, maxLength: words })
	.map((all) => Int32Array.from(all));
const bits = Array.from({ length: words * 32 }, (_, bit) => bit);

/** The result as it is written at word 1 of a longer array, whose other words stay as they are. */
function into(first: Int32Array, combine: (bits: Int32Array, from: number) => void): Int32Array {
	const room = new Int32Array(words + 2).fill(5);
	room.set(first, 1);
	combine(room, 1);
	expect([room[0], room[words + 1]]).to.deep.equal([5, 5]);
	return room.slice(1, words + 1);
}

describe("combining answers", () => {
	it("and, or, and not, not", () => {
		fc.assert(
			fc.property(answers, answers, (a, b) => {
				const both = (combine: typeof andInto) => [...into(a, (room, from) => combine(room, from, b, words))];
				expect(both(andInto)).to.deep.equal([...a.map((word, at) => word & (b[at] as number))]);
				expect(both(orInto)).to.deep.equal([...a.map((word, at) => word | (b[at] as number))]);
				expect(both(andNotInto)).to.deep.equal([...a.map((word, at) => word & ~(b[at] as number))]);
				expect([...into(a, (room, from) => notInto(room, from, words))]).to.deep.equal([...a.map((word) => ~word)]);
			}),
		);
	});

	it("at least so many of any number of answers", () => {
		fc.assert(
			fc.property(fc.array(answers, { maxLength: 20 }), fc.nat(21), (items, least) => {
				const found = into(new Int32Array(words), (room, from) => atLeastOf(items, least, room, from, words));
				const expected = bits.filter((bit) => items.filter((item) => hasBit(item, bit)).length >= least);
				expect(bits.filter((bit) => hasBit(found, bit))).to.deep.equal(expected);
			}),
		);
	});

	it("at least one more than there are is nobody, at least none is everybody", () => {
		for (const count of [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 33]) {
			const items = Array<Int32Array>(count).fill(new Int32Array(words).fill(-1));
			for (const least of [0, 1, count, count + 1, 100]) {
				const found = into(new Int32Array(words), (room, from) => atLeastOf(items, least, room, from, words));
				expect([...found], `${least} of ${count}`).to.deep.equal(Array(words).fill(count >= least ? -1 : 0));
			}
		}
	});
});
