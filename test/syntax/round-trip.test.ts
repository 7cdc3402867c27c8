// Printing and parsing are each other's inverse on every tree, and formatting twice is formatting once.
import { expect } from "chai";
import fc from "fast-check";
import { format } from "../../src/syntax/format.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print, printCondition } from "../../src/syntax/print.ts";
import { arbitrarySegment } from "./arbitrary-segment.ts";
import { withoutSpans } from "./without-spans.ts";

describe("print and parse", () => {
	it("keep every tree, comments included", () => {
		fc.assert(
			fc.property(arbitrarySegment, (segment) => {
				const text = print(segment);
				const parsed = parse(text);
				expect(parsed.diagnostics, text).to.deep.equal([]);
				expect(withoutSpans(parsed.segment), text).to.deep.equal(withoutSpans(segment));
				expect(format(text).text, text).to.equal(`${text}\n`);
			}),
			{ numRuns: 400 },
		);
	});

	it("keep every tree on one line, comments left out", () => {
		fc.assert(
			fc.property(arbitrarySegment, ({ condition }) => {
				if (!condition) return;
				const line = printCondition(condition, { oneLine: true });
				expect(line).not.to.match(/[\n\r]/);
				const parsed = parse(line).segment.condition;
				expect(parsed && printCondition(parsed, { oneLine: true })).to.equal(line);
			}),
			{ numRuns: 200 },
		);
	});
});
