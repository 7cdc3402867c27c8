import { expect } from "chai";
import fc from "fast-check";
import { lineIndex } from "../../src/text/line-index.ts";

describe("line index", () => {
	it("counts lines and columns from 0", () => {
		const index = lineIndex("a\nbc\n");
		expect(index.lineCount).to.equal(3);
		expect([0, 1, 2, 3, 4, 5].map((offset) => index.positionAt(offset))).to.deep.equal([
			{ line: 0, column: 0 },
			{ line: 0, column: 1 },
			{ line: 1, column: 0 },
			{ line: 1, column: 1 },
			{ line: 1, column: 2 },
			{ line: 2, column: 0 },
		]);
	});

	it("knows every line ending", () => {
		const index = lineIndex("a\r\nb\rc\nd");
		expect([0, 1, 2, 3].map((line) => index.lineText(line))).to.deep.equal(["a", "b", "c", "d"]);
		expect(index.positionAt(3)).to.deep.equal({ line: 1, column: 0 });
		expect(index.positionAt(5)).to.deep.equal({ line: 2, column: 0 });
	});

	it("takes what is outside as the nearest place inside", () => {
		const index = lineIndex("ab\ncd");
		expect(index.positionAt(-1)).to.deep.equal({ line: 0, column: 0 });
		expect(index.positionAt(99)).to.deep.equal({ line: 1, column: 2 });
		expect(index.offsetAt({ line: 0, column: 9 })).to.equal(2);
		expect(index.offsetAt({ line: 0, column: -9 })).to.equal(0);
		expect(index.offsetAt({ line: 9, column: 0 })).to.equal(5);
		expect(index.offsetAt({ line: -1, column: 3 })).to.equal(0);
		expect([index.lineText(-1), index.lineText(2)]).to.deep.equal(["", ""]);
	});

	it("has one empty line for an empty text", () => {
		const index = lineIndex("");
		expect([index.lineCount, index.lineText(0), index.positionAt(0)]).to.deep.equal([1, "", { line: 0, column: 0 }]);
	});

	it("offset to position and back is the same offset", () => {
		const text = fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", "\t")).map((parts) => parts.join(""));
		fc.assert(
			fc.property(text, fc.nat({ max: 40 }), (words, at) => {
				const offset = Math.min(at, words.length);
				// Within \r\n there is no place of its own: it is the end of the line.
				const isWithinBreak = words[offset - 1] === "\r" && words[offset] === "\n";
				const index = lineIndex(words);
				expect(index.offsetAt(index.positionAt(offset))).to.equal(isWithinBreak ? offset - 1 : offset);
			}),
		);
	});
});
