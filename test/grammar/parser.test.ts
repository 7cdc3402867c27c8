// The parser passes Chevrotain's own checks (no ambiguity, no left recursion, no empty repetition), which the product skips, and takes
// every sequence of tokens.
import { expect } from "chai";
import fc from "fast-check";
import { tokenize } from "../../grammar/lexer.ts";
import { SegmentParser, segmentParser } from "../../grammar/parser.ts";
import * as tokens from "../../grammar/tokens.ts";

describe("the parser", () => {
	it("is unambiguous with one token of lookahead", () => {
		expect(() => new SegmentParser({ skipValidations: false })).not.to.throw();
	});

	it("is built once", () => {
		expect(segmentParser()).to.equal(segmentParser());
	});

	const words = [...tokens.hardWords.keys(), ...tokens.pointWords.keys(), ...tokens.units.keys(), ...tokens.meant.keys()];
	const others =
		"of set missing one than least most with case segment this last first by from ago full calendar count distinct sum age anniversary month-day";
	const signs = '( ( ) ) , : ? = != < <= + - * / \n "a" \'b 3 2026-05-01 --05-01 05/01/2026 x `y z` `z # $';
	const soup = fc
		.array(fc.constantFrom(...words, ...others.split(" "), ...signs.split(" ")), { maxLength: 40 })
		.map((parts) => parts.join(" "));

	it("takes every sequence of words, with no rule left unsatisfied", () => {
		fc.assert(
			fc.property(soup, (text) => {
				const { tokens: cut } = tokenize(text);
				expect(segmentParser().parseTokens(cut).hasFailed, text).to.equal(false);
			}),
			{ numRuns: 2000 },
		);
	});
});
