import { expect } from "chai";
import fc from "fast-check";
import { applyEdits } from "../../src/text/edit.ts";
import { editsBetween } from "../../src/text/edits-between.ts";
import { runs } from "../properties/runs.ts";

const shown = (before: string, after: string): readonly (readonly [string, string])[] =>
	editsBetween(before, after).map(({ span, text }) => [before.slice(span.from, span.to), text]);

describe("editsBetween", () => {
	it("changes words, signs and blanks, each by itself", () => {
		expect(shown("a=1  and b", "a = 1 and b")).to.deep.equal([
			["", " "],
			["", " "],
			["  ", " "],
		]);
		expect(shown("one two three", "one three")).to.deep.equal([["two ", ""]]);
		expect(shown("one\r\ntwo", "one\ntwo")).to.deep.equal([["\r\n", "\n"]]);
		expect(shown("größer_als", "größer als")).to.deep.equal([["größer_als", "größer als"]]);
		expect(shown("", "a b")).to.deep.equal([["", "a b"]]);
		expect(shown("a b", "")).to.deep.equal([["a b", ""]]);
		expect(shown("same", "same")).to.deep.equal([]);
	});

	it("gives the text after", () => {
		const text = fc
			.array(fc.constantFrom("a", "bc", " ", "  ", "\n", "(", ")", "é", "😀"), { maxLength: 20 })
			.map((pieces) => pieces.join(""));
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(applyEdits(before, editsBetween(before, after))).to.equal(after);
			}),
			{ numRuns: runs(1000) },
		);
	});

	it("is as short as can be for a few changes", () => {
		const word = fc.constantFrom("a", "b", "c");
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), word, (words, at, other) => {
				const index = at % words.length;
				const changed = words.map((one, position) => (position === index ? other : one));
				const edits = editsBetween(words.join(" "), changed.join(" "));
				// One word taken out, one put in.
				const size = edits.reduce((sum, { span, text }) => sum + (span.to - span.from) + text.length, 0);
				expect(size <= 2, JSON.stringify([words, changed, edits])).to.equal(true);
			}),
			{ numRuns: runs(300) },
		);
	});

	it("beyond a thousand differences is one edit around them", () => {
		const old = (count: number): string => `start ${"x ".repeat(count)}end`;
		const changed = (count: number): string => `start ${"y ".repeat(count)}end`;
		expect(editsBetween(old(500), changed(500))).to.have.length(500);
		expect(editsBetween(old(501), changed(501))).to.deep.equal([
			{ span: { from: 6, to: 6 + 2 * 501 - 1 }, text: "y ".repeat(501).trimEnd() },
		]);
	});
});
