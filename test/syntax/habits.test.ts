// How far a habit reaches: nothing else is told of its condition, everything of the others; and how far it is looked for.
import { expect } from "chai";
import { parse } from "../../src/syntax/parse.ts";
import { showCondition } from "./show-tree.ts";

const messages = (text: string): readonly string[] => parse(text).diagnostics.map(({ message }) => message);

describe("habits", () => {
	const over = 'Write ">" instead of "over".';

	it("are told once for a condition, and of every condition", () => {
		expect(messages("a over 5 and b over 6 or (c over 7)")).to.deep.equal([over, over, over]);
	});

	it("leave the mistakes of other conditions as they are", () => {
		expect(messages("a over 5 and b = and any of (c = 1., d over 5)")).to.deep.equal([
			over,
			'Write a value after "=", for example b = "pro".',
			'"1." is not written as a number. Write 1.',
			over,
		]);
	});

	it("are not read, and the conditions beside them are", () => {
		const { segment } = parse("a > 1 and b over 5 and any of (c, d over 5)");
		expect(segment.condition && showCondition(segment.condition)).to.equal(
			"(and (greater a 1) (broken) (broken) (any-of c (and (broken) (broken))))",
		);
	});

	it("keep the comments of their conditions", () => {
		const { segment } = parse("# what\nnow() > a # why");
		expect(segment.condition?.comments ?? segment.comments).to.not.equal(undefined);
	});

	it("are looked for in the first 200 words of a condition", () => {
		const text = (words: number): string => `${"b ".repeat(words - 2)}over 5`;
		const isTold = (words: number): boolean => messages(text(words)).includes(over);
		expect([isTold(201), isTold(202)]).to.deep.equal([true, false]);
	});

	it("are found in a text of many words in time", () => {
		const began = performance.now();
		messages("over ".repeat(20_000));
		messages(`${"x = (1, ".repeat(50)}${"1, ".repeat(20_000)}`);
		expect(performance.now() - began).to.be.below(120_000);
	});
});
