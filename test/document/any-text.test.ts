// Every text has its rows, and every unit of it is in them.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf } from "../../src/document/document-of.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { runs } from "../properties/runs.ts";
import { arbitrarySegment } from "../syntax/arbitrary-segment.ts";
import { expectWhole } from "./expect-whole.ts";
import { wordSoup } from "./word-soup.ts";

const expectRows = (text: string): void => expectWhole(documentOf(text));

describe("the rows of any text hold all of it", () => {
	it("of any characters", () => {
		fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), expectRows), { numRuns: runs(500) });
	});

	it("with lone surrogates and control characters", () => {
		const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
		fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), expectRows), { numRuns: runs(300) });
	});

	it("of words in any order", () => {
		fc.assert(fc.property(wordSoup, expectRows), { numRuns: runs(700) });
	});

	it("of a million units, whatever they are", () => {
		const texts = [
			"points = 1\nand ".repeat(70_000),
			"lorem ipsum ".repeat(80_000),
			`country = "${"x".repeat(1_000_000)}"`,
			"(".repeat(1_000_000),
			"# note\n\n".repeat(120_000),
			"# a\n# and b = 1\n".repeat(60_000),
		];
		for (const text of texts) expect(documentOf(text).text).to.equal(text);
	});

	it("of every condition that can be written, and of what is left when a piece is missing", () => {
		fc.assert(
			fc.property(arbitrarySegment, fc.nat(), fc.nat({ max: 3 }), (segment, at, length) => {
				const text = print(segment);
				expectRows(text);
				const from = at % (text.length + 1);
				expectRows(text.slice(0, from) + text.slice(from + length));
				expectRows(text.slice(0, from));
			}),
			{ numRuns: runs(300) },
		);
	});

	it("with signs that mean nothing, wherever they stand", () => {
		for (const text of ["any of (($ a) and b) or none of (\n  # c\n)", "any of (a, $)", "any of ($)", "(a $) and $ b", "$ not a or $"])
			expectRows(text);
		const found = documentOf("any of (a, $)").root.children[0]?.children.map((row) => (row.kind === "text" ? row.text : row.kind));
		expect(found).to.deep.equal(["condition", "$"]);
	});

	it("also of one that was parsed already, and of one that is too long or too deep to be read", () => {
		const text = "a and (b or c) # d";
		expect(documentOf(parse(text))).to.deep.equal(documentOf(text));
		const long = ` ${"a and ".repeat(170_000)}b `;
		const [row, ...others] = documentOf(long).root.children;
		expect([row?.kind, row?.words, others.length]).to.deep.equal(["text", { from: 1, to: long.length - 1 }, 0]);
		const deep = "(".repeat(101);
		expect(documentOf(deep).root.children.map(({ kind }) => kind)).to.deep.equal(["text"]);
		for (const each of [long, deep]) expectRows(each);
	});
});
