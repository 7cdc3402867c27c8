// Edits, the way back from them, and where offsets go.
import { expect } from "chai";
import fc from "fast-check";
import { applyEdits, type TextEdit } from "../../src/text/edit.ts";
import { invertEdits } from "../../src/text/invert-edits.ts";
import { offsetMap } from "../../src/text/offset-map.ts";

const edit = (from: number, to: number, text: string): TextEdit => ({ span: { from, to }, text });

/** A text with edits that do not overlap, in any order. */
const edited = fc
	.tuple(
		fc.string({ maxLength: 30 }),
		fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }), fc.string({ maxLength: 4 })), { maxLength: 5 }),
		fc.boolean(),
	)
	.map(([text, parts, isBackwards]) => {
		const edits: TextEdit[] = [];
		let at = 0;
		for (const [gap, length, words] of parts) {
			const from = Math.min(at + gap, text.length);
			at = Math.min(from + length, text.length);
			edits.push(edit(from, at, words));
		}
		return { text, edits: isBackwards && new Set(edits.map(({ span }) => span.from)).size === edits.length ? edits.toReversed() : edits };
	});

describe("inverse edits", () => {
	it("bring every unit back", () => {
		fc.assert(
			fc.property(edited, ({ text, edits }) => {
				const after = applyEdits(text, edits);
				const back = invertEdits(text, edits);
				expect(applyEdits(after, back)).to.equal(text);
				expect(applyEdits(text, invertEdits(after, back))).to.equal(after);
			}),
		);
	});

	it("are in coordinates of the edited text", () => {
		expect(invertEdits("abcdef", [edit(4, 6, ""), edit(0, 1, "xyz")])).to.deep.equal([edit(0, 3, "a"), edit(6, 6, "ef")]);
	});

	it("of edits that overlap are refused", () => {
		expect(() => invertEdits("abc", [edit(0, 2, ""), edit(1, 3, "")])).to.throw(RangeError, "Edits overlap at 1.");
	});
});

describe("the map of offsets", () => {
	it("goes around what is inserted, and to the ends of what replaces", () => {
		const map = offsetMap([edit(2, 2, "++"), edit(4, 6, "-")]);
		const places = [0, 2, 3, 4, 5, 6, 7];
		expect(places.map((place) => map(place, "before"))).to.deep.equal([0, 2, 5, 6, 6, 7, 8]);
		expect(places.map((place) => map(place, "after"))).to.deep.equal([0, 4, 5, 6, 7, 7, 8]);
	});

	it("goes before or after everything inserted at one place", () => {
		const map = offsetMap([edit(3, 3, "ab"), edit(3, 3, "c"), edit(3, 5, "x")]);
		expect([map(3, "before"), map(3, "after"), map(5, "before")]).to.deep.equal([3, 6, 7]);
	});

	it("keeps order, and what is outside of every edit keeps its unit", () => {
		fc.assert(
			fc.property(edited, ({ text, edits }) => {
				const after = applyEdits(text, edits);
				const map = offsetMap(edits);
				for (let offset = 0; offset <= text.length; offset++) {
					const [before, behind] = [map(offset, "before"), map(offset, "after")];
					expect(before).to.be.at.most(behind);
					expect(behind).to.be.at.most(after.length);
					if (offset > 0) expect(map(offset - 1, "before")).to.be.at.most(before);
					const isTouched = edits.some(({ span }) => span.from <= offset && offset < span.to);
					if (!isTouched && offset < text.length) expect(after.charAt(behind)).to.equal(text.charAt(offset));
				}
			}),
		);
	});
});
