// When text changes its form, and that it stays the same text: at each limit and one beyond.
import { expect } from "chai";
import { CodedText } from "../../../src/columns/column/coded-text.ts";
import { packTexts } from "../../../src/columns/column/packed-texts.ts";
import { TextColumn } from "../../../src/columns/column/text-column.ts";

const columnOf = (texts: readonly (string | undefined)[], maxDistinctTexts?: number): TextColumn => {
	const column = new TextColumn(maxDistinctTexts);
	for (const text of texts) if (text === undefined || !column.pushUsable(text)) column.push(text);
	return column;
};
const distinct = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `t${n}`);
const formOf = (column: TextColumn): string => {
	expect(column.coded === undefined).to.equal(column.plain !== undefined);
	return column.coded ? "coded" : "plain";
};
const textsOf = (column: { readonly length: number; at(row: number): string | undefined }): readonly (string | undefined)[] =>
	Array.from({ length: column.length }, (_, row) => column.at(row));

describe("a column of text", () => {
	it("has a dictionary up to the most distinct texts, and none beyond", () => {
		for (const most of [0, 1, 5]) {
			for (const [count, form] of [
				[most, "coded"],
				[most + 1, "plain"],
			] as const) {
				const texts = [undefined, ...distinct(count), "t0", undefined, ""];
				const column = columnOf(count === 0 ? [undefined] : texts.slice(0, -1), most);
				expect(formOf(column), `${count} of ${most}`).to.equal(form);
				if (count > 0) expect(textsOf(column)).to.deep.equal(texts.slice(0, -1));
			}
		}
	});

	it("gives a large dictionary up only when more than half of the rows brought a text", () => {
		const few = distinct(1000);
		expect(formOf(columnOf(few))).to.equal("coded");
		expect(formOf(columnOf([...few, "one more"]))).to.equal("plain");
		expect(formOf(columnOf([...few, ...few, "t0", "one more"]))).to.equal("coded");
		// 1,001 of 2,001 rows are more than half, of 2,002 they are not.
		const rows = (missing: number) => [...few, ...Array<undefined>(missing).fill(undefined), "one more"];
		expect([formOf(columnOf(rows(1000))), formOf(columnOf(rows(1001)))]).to.deep.equal(["plain", "coded"]);
	});

	it("keeps codes as narrow as the dictionary allows", () => {
		for (const [count, bytes] of [
			[255, 1],
			[256, 2],
			[65_535, 2],
			[65_536, 4],
		] as const) {
			const coded = new CodedText();
			const texts = [undefined, ...distinct(count), "t0", undefined];
			for (const text of texts) coded.push(text);
			expect([coded.distinct, coded.codes.BYTES_PER_ELEMENT]).to.deep.equal([count, bytes]);
			expect(textsOf(coded)).to.deep.equal(texts);
		}
	});

	it("reads of a loaded dictionary what is asked for, and can grow at any time", () => {
		const texts = ["a", "", "Zoë", "李雷", "b"];
		for (const touch of [
			() => {},
			(coded: CodedText) => coded.at(3),
			(coded: CodedText) => coded.textsUpTo(2),
			(coded: CodedText) => coded.texts,
			(coded: CodedText) => coded.codeOf("Zoë"),
		]) {
			const coded = new CodedText();
			coded.borrow(Uint8Array.of(1, 0, 5, 3, 2, 4), packTexts(texts));
			touch(coded);
			expect(coded.distinct).to.equal(5);
			expect([coded.at(2), coded.at(1), coded.at(3), coded.at(4), coded.at(6)]).to.deep.equal(["b", undefined, "Zoë", "", undefined]);
			coded.push("new");
			coded.push("李雷");
			expect(textsOf(coded)).to.deep.equal(["a", undefined, "b", "Zoë", "", "李雷", "new", "李雷"]);
			expect(coded.texts).to.deep.equal([...texts, "new"]);
			// The bytes are those of the texts before, so they are gone.
			expect(coded.packed).to.equal(undefined);
		}
		const coded = new CodedText();
		coded.borrow(Uint8Array.of(1), packTexts(texts));
		expect(coded.textsUpTo(2).slice(0, 2)).to.deep.equal(["a", ""]);
	});

	it("knows only texts it has met, whatever it is asked for", () => {
		const column = columnOf(["a", undefined]);
		for (const stranger of ["b", undefined, null, 0, 1, "constructor", "__proto__", {}])
			expect(column.pushUsable(stranger)).to.equal(false);
		expect(column.pushUsable("a")).to.equal(true);
		expect(textsOf(column)).to.deep.equal(["a", undefined, "a"]);
	});

	it("without a dictionary takes any usable text at one look, and of what is none nothing stays", () => {
		const column = columnOf(["a", "b"], 1);
		expect(formOf(column)).to.equal("plain");
		const usable = ["", "new", "Zoë", "李雷", "😀", "a\u0001\u007f\u0080"];
		const others = ["\0", "long enough to need more room\0", "é\ud800", "\udc00", undefined, null, 0, {}, ["a"]];
		for (const [index, text] of usable.entries()) {
			expect(column.pushUsable(others[index])).to.equal(false);
			expect(column.pushUsable(text)).to.equal(true);
		}
		for (const other of others) expect(column.pushUsable(other)).to.equal(false);
		expect(column.length).to.equal(2 + usable.length);
		expect(textsOf(column)).to.deep.equal(["a", "b", ...usable]);
	});
});
