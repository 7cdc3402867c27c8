// A fix changes what it says, and nothing beside it: the words that it does not replace are the same words afterwards.
import { expect } from "chai";
import fc from "fast-check";
import { tokenize } from "../../grammar/lexer.ts";
import type { TextEdit } from "../../src/text/edit.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { spanOf } from "../../src/syntax/lex.ts";
import { parse } from "../../src/syntax/parse.ts";

/** Every word of a text with where it stands. */
const wordsOf = (text: string): { image: string; from: number; to: number }[] =>
	tokenize(text)
		.tokens.map((token) => ({ image: token.image, ...spanOf(token) }))
		.filter(({ image }) => image !== "");

const moved = (offset: number, edits: readonly TextEdit[]): number =>
	edits.filter(({ span }) => span.to <= offset).reduce((sum, { span, text }) => sum + text.length - (span.to - span.from), offset);

function expectWordsKept(text: string): void {
	for (const { fixes } of parse(text).diagnostics) {
		for (const { title, edits } of fixes) {
			const fixed = applyEdits(text, edits);
			const after = new Map(wordsOf(fixed).map((word) => [word.from, word.image]));
			for (const { image, from, to } of wordsOf(text)) {
				if (edits.some(({ span }) => (span.from < to && span.to > from) || (span.from === to && span.to === to && isText(image)))) continue;
				expect(after.get(moved(from, edits)), `${JSON.stringify(text)}, ${title}: ${JSON.stringify(fixed)}`).to.equal(image);
			}
		}
	}
}

/** An unclosed text grows by the quote that closes it. */
const isText = (image: string): boolean => /["'`“”„‘’‚«]/.test(image);

/** Two words stay two. */
const joined = (before: string, after: string): string => (/\w$/.test(before) && /^\w/.test(after) ? `${before} ${after}` : before + after);

describe("fixes keep the words beside them", () => {
	const pieces =
		'a b points orders.total `x y` "US" 5 1.5 007 30 days ago 2026-05-01 --05-01 and or not in is = != < >= + - * / ( ) , : any no every all none of count( sum( where between contains starts with like has at least last next this by ignoring case does exists set missing null before after on or today now segment ! && || => [ ] $ % ; ， ＝ （ ） × ? . now() over since within but matches unless list exists(a) a:b 5d select'.split(
			" ",
		);

	it("whatever stands there, with and without blanks", () => {
		const part = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ", "\n")).map((both) => both.join(""));
		const soup = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.reduce(joined));
		fc.assert(fc.property(soup, expectWordsKept), { numRuns: 6000 });
	});
});
