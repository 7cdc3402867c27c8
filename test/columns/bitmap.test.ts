import { expect } from "chai";
import fc from "fast-check";
import { Bitmap, clearTail, countAll, countBits, hasBit, setBit, wordsFor } from "../../src/columns/bitmap.ts";
import { copyBits } from "../../src/columns/saved/bits.ts";

const bitmapOf = (rows: readonly boolean[]): Bitmap => {
	const words = new Int32Array(wordsFor(rows.length));
	for (const [row, isSet] of rows.entries()) if (isSet) setBit(words, row);
	return new Bitmap(words, rows.length);
};
const setRows = (rows: readonly boolean[]): readonly number[] => rows.flatMap((isSet, row) => (isSet ? [row] : []));
const bools = fc.array(fc.boolean(), { maxLength: 140, size: "max" });

describe("bitmaps", () => {
	it("have a word for every 32 rows begun", () => {
		expect([0, 1, 32, 33, 64].map(wordsFor)).to.deep.equal([0, 1, 1, 2, 2]);
	});

	it("count the bits of a word", () => {
		fc.assert(
			fc.property(fc.integer(), (word) => {
				expect(countBits(word)).to.equal((word >>> 0).toString(2).replaceAll("0", "").length);
			}),
		);
	});

	it("are made of rows in any order, each as often as you like, and of no row outside", () => {
		fc.assert(
			fc.property(bools, fc.infiniteStream(fc.nat()), (rows, order) => {
				const shuffled = setRows(rows)
					.map((row) => ({ row, key: order.next().value as number }))
					.toSorted((a, b) => a.key - b.key);
				const given = [...shuffled, ...shuffled.slice(0, 3)].map(({ row }) => row);
				expect(Bitmap.ofRows(given, rows.length)).to.deep.equal(bitmapOf(rows));
			}),
		);
		for (const row of [-1, 40, 0.5, Number.NaN]) {
			expect(() => Bitmap.ofRows([0, row], 40)).to.throw(RangeError, `There is no row ${row} among 40.`);
		}
	});

	it("are the rows that were set", () => {
		fc.assert(
			fc.property(bools, fc.nat(150), fc.nat(20), (rows, skip, limit) => {
				const bitmap = bitmapOf(rows);
				const expected = setRows(rows);
				expect(bitmap.rows()).to.deep.equal(expected);
				expect(bitmap.rows(limit, skip)).to.deep.equal(expected.slice(skip, skip + limit));
				expect(bitmap.count).to.equal(expected.length);
				expect(rows.map((_, row) => bitmap.has(row))).to.deep.equal(rows);
			}),
		);
		const all = bitmapOf(Array(40).fill(true));
		expect([-1, 0, 39, 40, 64].map((row) => all.has(row))).to.deep.equal([false, true, true, false, false]);
	});

	it("count and clear what lies within their length", () => {
		fc.assert(
			fc.property(fc.nat(100), (length) => {
				const words = new Int32Array(5).fill(-1);
				expect(countAll(words, 2)).to.equal(64);
				clearTail(words, 1, length);
				const expected = Array.from({ length: 160 }, (_, row) => {
					const last = 32 + length;
					return !(length % 32 !== 0 && row >= last && row < Math.ceil(last / 32) * 32);
				});
				expect(expected.map((_, row) => hasBit(words, row))).to.deep.equal(expected);
			}),
		);
	});

	it("copy stretches that begin anywhere, beside what is set there", () => {
		const anywhere = (max: number) => fc.oneof(fc.nat(max), fc.constantFrom(0, 32, 64));
		fc.assert(
			fc.property(bools, anywhere(140), fc.nat(140), anywhere(70), bools, (rows, start, length, to, before) => {
				const from = Math.min(start, rows.length);
				const count = Math.min(length, rows.length - from);
				const into = new Int32Array(wordsFor(Math.max(to + count, before.length)) + 1);
				into.set(bitmapOf(before).words);
				copyBits(bitmapOf(rows).words, from, count, into, to);
				const expected = new Set([...setRows(before), ...setRows(rows.slice(from, from + count)).map((row) => row + to)]);
				expect(new Bitmap(into, into.length * 32).rows()).to.deep.equal([...expected].toSorted((a, b) => a - b));
			}),
		);
	});
});
