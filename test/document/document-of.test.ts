// Rows are what the author wrote: every condition with its comments, its group, its name and its negation, whatever the layout.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf } from "../../src/document/document-of.ts";
import { parse } from "../../src/syntax/parse.ts";
import { runs } from "../properties/runs.ts";
import { laidOutText } from "./arbitrary-layout.ts";
import { expectWhole } from "./expect-whole.ts";
import { linesOf, seenOf } from "./seen.ts";

describe("rows of laid out texts", () => {
	it("show every condition and comment where it belongs", () => {
		fc.assert(
			fc.property(laidOutText, ({ text, root }) => {
				const mistakes = parse(text).diagnostics.filter(
					({ severity, span }) => severity === "error" && text.slice(span.from, span.to) !== "?",
				);
				expect(mistakes, text).to.deep.equal([]);
				const document = documentOf(text);
				expectWhole(document);
				expect(linesOf(seenOf(document)), text).to.equal(linesOf(root));
			}),
			{ numRuns: runs(300) },
		);
	});
});
