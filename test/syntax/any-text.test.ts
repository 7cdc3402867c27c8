// No text makes parse() throw, and what it says of one points into it and is short.
import { expect } from "chai";
import fc from "fast-check";
import { parse } from "../../src/syntax/parse.ts";
import { format } from "../../src/syntax/format.ts";
import { print } from "../../src/syntax/print.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { hasErrors } from "../../src/diagnostic/report.ts";
import { arbitrarySegment } from "./arbitrary-segment.ts";
import { visit } from "../../src/syntax/visit.ts";

function expectSound(text: string): void {
	const { segment, diagnostics } = parse(text);
	for (const { span, message, fixes } of diagnostics) {
		expect(span.from >= 0 && span.from <= span.to && span.to <= text.length, `${JSON.stringify(text)}: ${message}`).to.equal(true);
		expect(message, text)
			.to.match(/^[^\n]{10,600}$/)
			.and.not.to.match(/\b(?:tokens?|EOF|CST|AST|parsed?|parser|parsing)\b/);
		for (const fix of fixes) expect(applyEdits(text, fix.edits)).to.be.a("string");
	}
	const kinds: string[] = [];
	if (segment.condition) {
		visit(segment.condition, (node) => {
			kinds.push(node.kind);
			expect(
				node.span.from >= 0 && node.span.to <= text.length && node.span.from <= node.span.to,
				`${JSON.stringify(text)}: ${node.kind}`,
			).to.equal(true);
			return true;
		});
	}
	// Holes stand for what was reported.
	if (kinds.includes("hole") || kinds.includes("broken")) expect(hasErrors(diagnostics), text).to.equal(true);
	print(segment);
	format(text);
}

describe("any text", () => {
	it("of any characters", () => {
		fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), expectSound), { numRuns: 1000 });
	});

	it("with lone surrogates and control characters", () => {
		const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
		fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), expectSound), { numRuns: 500 });
	});

	const pieces = [
		...'and or not in is any of ( ) , : "a" \'b `c d e.f profile.g # \n = != <> < >= + - * / 1 2. 007 2026-05-01 2026-02-30 --05-01'.split(
			" ",
		),
		..."between like contains any all none at least most exactly 3 days ago last this next month by where count( sum( age( segment".split(
			" ",
		),
		..."on before or after does have starts with ends ignoring case anniversary month-day set missing && || ! => [ ] “ ” $ \\ \0 ?".split(
			" ",
		),
	];

	it("of words in any order", () => {
		const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(" "));
		fc.assert(fc.property(soup, expectSound), { numRuns: 2000 });
	});

	it("that lacks a piece of a whole one", () => {
		const cut = fc.tuple(arbitrarySegment, fc.nat(), fc.nat({ max: 3 })).map(([segment, at, length]) => {
			const text = print(segment);
			const from = at % (text.length + 1);
			return text.slice(0, from) + text.slice(from + length);
		});
		fc.assert(fc.property(cut, expectSound), { numRuns: 400 });
	});

	it("that stops anywhere", () => {
		const beginning = fc.tuple(arbitrarySegment, fc.nat()).map(([segment, at]) => {
			const text = print(segment);
			return text.slice(0, at % (text.length + 1));
		});
		fc.assert(fc.property(beginning, expectSound), { numRuns: 400 });
	});
});
