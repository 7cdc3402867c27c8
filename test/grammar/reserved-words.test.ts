// The reserved words are listed twice, as words and as tokens: both lists say the same.
import { expect } from "chai";
import { reservedWords } from "../../grammar/reserved-words.ts";
import { allTokens, hardWords, pointWords, wordOf } from "../../grammar/tokens.ts";

describe("reserved words", () => {
	it("are those that the tokens have", () => {
		expect([...reservedWords]).to.have.members([...hardWords.keys(), ...pointWords.keys()]);
	});

	it("are written as their tokens are", () => {
		for (const [word, type] of [...hardWords, ...pointWords]) {
			expect(wordOf(type)).to.equal(word);
			expect(allTokens).to.include(type);
		}
	});
});
