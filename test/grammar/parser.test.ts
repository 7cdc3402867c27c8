// The parser passes Chevrotain's own checks (no ambiguity, no left recursion, no empty repetition), which the product skips, and takes
// every sequence of tokens. The tokens pass those of the lexer.
import { expect } from "chai";
import { EOF, Lexer } from "chevrotain";
import fc from "fast-check";
import { tokenize } from "../../grammar/lexer.ts";
import { type ParserLimits, SegmentParser, segmentParser } from "../../grammar/parser.ts";
import * as tokens from "../../grammar/tokens.ts";

describe("the parser", () => {
	it("is unambiguous with one token of lookahead", () => {
		expect(() => new SegmentParser({ skipValidations: false })).not.to.throw();
	});

	it("has tokens that can all be cut", () => {
		const checked = { skipValidations: false, deferDefinitionErrorsHandling: true, positionTracking: "full" } as const;
		expect(new Lexer([...tokens.cutTokens], checked).lexerDefinitionErrors).to.deep.equal([]);
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
				expect(segmentParser().parseTokens(cut), text).to.include({ hasFailed: false });
			}),
			{ numRuns: 2000 },
		);
	});

	/** Where the first token is that a limit left no room for, for each limit from 0 on. */
	const stops = (text: string, limits: (most: number) => ParserLimits): (number | "end")[] => {
		const found: (number | "end")[] = [];
		for (let most = 0; ; most++) {
			const parsed = segmentParser().parseTokens([...tokenize(text).tokens], limits(most));
			if ("tree" in parsed) return found;
			found.push(parsed.excess.token.tokenType === EOF ? "end" : parsed.excess.token.startOffset);
		}
	};

	const conditions: readonly (readonly [string, readonly (number | "end")[]])[] = [
		["a and b c", [0, 6, 8]],
		["a or any b (c)", [0, 5, 12]],
		['a and in segment "b" and last c by d (e)', [0, 6, 25, 38]],
		["a and > 1 and = 2", [0, 6, 14]],
		["() and ()", [1, 8]],
		["not (a or)", [5, 9]],
		["a and and", [0, 6, "end"]],
	];
	for (const [text, expected] of conditions) {
		it(`stops at a condition too many, or where one too many is missing: ${text}`, () => {
			expect(stops(text, (maxConditions) => ({ maxConditions, maxListItems: 0 }))).to.deep.equal(expected);
		});
	}

	const items: readonly (readonly [string, readonly number[]])[] = [
		["a in (1, 2 3)", [6, 9, 11]],
		["a in (1, , 2)", [6, 11]],
		['in segment ("a", "b")', [12, 17]],
		["a in (1) and b in (2, 3)", [6, 22]],
	];
	for (const [text, expected] of items) {
		it(`stops at a value too many of a list: ${text}`, () => {
			expect(stops(text, (maxListItems) => ({ maxConditions: 9, maxListItems }))).to.deep.equal(expected);
		});
	}

	it("is as it was after a text that it did not read to its end", () => {
		const tree = segmentParser().parseTokens([...tokenize("a and b").tokens]);
		segmentParser().parseTokens([...tokenize("(c and d").tokens], { maxConditions: 1, maxListItems: 9 });
		expect(segmentParser().parseTokens([...tokenize("a and b").tokens])).to.deep.equal(tree);
	});
});
