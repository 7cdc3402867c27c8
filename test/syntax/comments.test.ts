// Wherever a comment stands, formatting keeps it, once; and formatting again changes nothing.
import { expect } from "chai";
import fc from "fast-check";
import { tokenize } from "../../grammar/lexer.ts";
import { hasErrors } from "../../src/diagnostic/report.ts";
import { format } from "../../src/syntax/format.ts";
import { printCondition } from "../../src/syntax/print.ts";
import { arbitrarySegment } from "./arbitrary-segment.ts";

/** A text with `# c0`, `# c1` … after some of its words. */
const commentedText = fc
	.tuple(
		arbitrarySegment.map(({ condition }) => (condition ? printCondition(condition, { oneLine: true }) : "")),
		fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 }),
	)
	.map(([line, places]) => {
		const ends = tokenize(line).tokens.map((token) => (token.endOffset ?? 0) + 1);
		const chosen = new Set(places.map((place) => ends[place % ends.length] ?? 0));
		let count = 0;
		let text = "";
		for (let at = 0; at <= line.length; at++) {
			if (chosen.has(at)) text += ` # c${count++}\n`;
			text += line.charAt(at);
		}
		return { text, count };
	});

describe("comments", () => {
	it("survive formatting wherever they stand", () => {
		fc.assert(
			fc.property(commentedText, ({ text, count }) => {
				const formatted = format(text);
				// A line break can take a unit from its number.
				if (hasErrors(formatted.diagnostics)) return;
				const kept = tokenize(formatted.text).comments.map(({ image }) => image);
				expect(kept.toSorted(), text).to.deep.equal(Array.from({ length: count }, (_, index) => `# c${index}`));
				expect(format(formatted.text).text, text).to.equal(formatted.text);
			}),
			{ numRuns: 250 },
		);
	});

	it("of which two would end one line: the second goes above", () => {
		expect(format("(a # one\n) # two\nand b").text).to.equal("# two\na # one\nand b\n");
	});
});
