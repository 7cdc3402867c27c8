// The indexes of columns at their limits: at n they are there, at n + 1 there is none, and conditions are answered without.
import { expect } from "chai";
import { Bigrams } from "../../src/columns/column/bigrams.ts";
import { blockRows, maxIndexedItems } from "../../src/columns/column/item-index.ts";
import { ListColumn } from "../../src/columns/column/list-column.ts";
import { PlainText } from "../../src/columns/column/plain-text.ts";
import { maxTails, Tails, trialRows } from "../../src/columns/column/tails.ts";

describe("indexes", () => {
	it("tails are numbered up to as many as two bytes count", () => {
		const text = new PlainText();
		for (let tail = 0; tail < maxTails; tail++) for (let time = 0; time < 5; time++) text.push(`a${time}@${tail}`);
		expect(text.tails.extend(text.length)).to.equal(true);
		expect(text.tails.bytes.length).to.equal(maxTails);
		expect([0, 4, 5, maxTails * 5 - 1].map((row) => text.tails.codes[row])).to.deep.equal([1, 1, 2, maxTails]);
		text.push("a@more");
		expect(text.tails.extend(text.length)).to.equal(false);
		expect(text.tails.bytes.length).to.equal(0);
	});

	it("tails are judged after a trial: many different ones among the first rows can be few among all", () => {
		const judged = (tails: number, rows: number): readonly [boolean, number] => {
			const text = new PlainText();
			// Each of them once, and then again.
			for (let row = 0; row < rows; row++) text.push(`a@${row % tails}`);
			for (let row = 256; row < rows; row += 256) if (!text.tails.extend(row)) return [false, row];
			return [text.tails.extend(rows), rows];
		};
		expect(judged(trialRows / 4 - 1, trialRows)).to.deep.equal([true, trialRows]);
		expect(judged(trialRows / 4, trialRows)).to.deep.equal([false, trialRows]);
		expect(judged(trialRows, trialRows - 1)).to.deep.equal([true, trialRows - 1]);
	});

	it("tails and pairs of bytes are the same in any pieces", () => {
		const text = new PlainText();
		for (let row = 0; row < 9_000; row++) text.push(row % 11 === 0 ? undefined : `n${row}@${row % 300}.org`);
		const [tails, bigrams] = [new Tails(text), new Bigrams(text)];
		for (let row = 0; row < 9_000; row += 1 + ((row * 7) % 500))
			expect([tails.extend(row), bigrams.extend(row)]).to.deep.equal([true, true]);
		tails.extend(9_000);
		bigrams.extend(9_000);
		text.tails.extend(9_000);
		text.bigrams.extend(9_000);
		expect(tails.bytes.length).to.equal(300);
		expect([tails.codes, tails.bytes]).to.deep.equal([text.tails.codes, text.tails.bytes]);
		expect([bigrams.low, bigrams.high]).to.deep.equal([text.bigrams.low, text.bigrams.high]);
	});

	it("lists are indexed block by block up to a number of items", () => {
		for (const [items, isIndexed] of [
			[maxIndexedItems, true],
			[maxIndexedItems + 1, false],
		] as const) {
			const list = new ListColumn("text");
			for (let row = 0; row < blockRows; row++) {
				list.items.push(`item ${row % items}` as never);
				list.endRow(true);
			}
			const bits = new Int32Array(blockRows / 32);
			expect(list.index?.mark([1], 0, blockRows, bits, 0), `${items} items`).to.equal(isIndexed);
			if (isIndexed)
				expect([...bits.keys()].filter((word) => bits[word] !== 0)).to.deep.equal(
					[...Array(blockRows / maxIndexedItems).keys()].map((block) => (block * items) / 32),
				);
		}
	});

	it("a block is indexed when it is whole", () => {
		const list = new ListColumn("text");
		const bits = new Int32Array(blockRows / 32);
		for (let row = 0; row < blockRows; row++) {
			expect(row < blockRows - 1 || list.index?.mark([1], 0, 32, bits, 0) === false, "one row is missing").to.equal(true);
			list.items.push("a" as never);
			list.endRow(true);
		}
		expect(list.index?.mark([1], 0, 32, bits, 0)).to.equal(true);
		expect(bits[0]).to.equal(-1);
	});
});
