// Each loop against the obvious one: every place to begin and every count from 0 to 70, so that whole words, rests and their seams are met.
import { expect } from "chai";
import fc from "fast-check";
import { hasBit, wordsFor } from "../../../src/columns/bitmap.ts";
import { countElements, countOwned, ownersOf } from "../../../src/columns/kernels/elements.ts";
import * as kernels from "../../../src/columns/kernels/kernels.generated.ts";
import { atMostPairs, equalPairs, lessPairs } from "../../../src/columns/kernels/pairs.ts";

const length = 145;
const doubles = [Number.NaN, -0, 0, 0.5, 1, -1, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1e300, -1e300, Number.POSITIVE_INFINITY];
const integers = [-(2 ** 31), -(2 ** 31) + 1, -1, 0, 1, 2, 2 ** 31 - 2, 2 ** 31 - 1];

const arrayOf = <T extends Int32Array | Float64Array | Uint8Array | Uint16Array>(array: T, values: fc.Arbitrary<number>): fc.Arbitrary<T> =>
	fc.array(values, { minLength: length, maxLength: length }).map((items) => {
		const made = array.slice() as T;
		made.set(items);
		return made;
	});
const doubleArrays = arrayOf(new Float64Array(length), fc.oneof(fc.constantFrom(...doubles), fc.double()));
const integerArrays = arrayOf(new Int32Array(length), fc.oneof(fc.constantFrom(...integers), fc.integer()));

type Run = (at: number, count: number, bits: Int32Array, word: number) => void;

/** The words before and after are left alone, and bits beyond `count` are 0. */
function expectBits(run: Run, expected: (index: number) => boolean): void {
	for (let at = 0; at <= 70; at += 1) {
		for (const count of [0, 1, 31, 32, 33, 63, 64, 65, 70, at]) {
			const words = wordsFor(count);
			const bits = new Int32Array(words + 3).fill(77);
			run(at, count, bits, 2);
			expect([bits[0], bits[1], bits[words + 2]], `around ${count} from ${at}`).to.deep.equal([77, 77, 77]);
			const wrong = Array.from({ length: words * 32 }, (_, bit) => bit).find(
				(bit) => hasBit(bits, 64 + bit) !== (bit < count && expected(at + bit)),
			);
			if (wrong !== undefined) throw new Error(`Bit ${wrong} of ${count} from ${at} is wrong.`);
		}
	}
}

const few = { numRuns: 8 };

describe("kernels of numbers", () => {
	it("compare with one bound", () => {
		fc.assert(
			fc.property(doubleArrays, fc.constantFrom(...doubles), (values, low) => {
				expectBits(
					(at, count, bits, word) => kernels.doublesAtLeast(values, at, count, low, bits, word),
					(index) => (values[index] as number) >= low,
				);
			}),
			few,
		);
		fc.assert(
			fc.property(integerArrays, fc.constantFrom(...integers), (values, low) => {
				expectBits(
					(at, count, bits, word) => kernels.integersAtLeast(values, at, count, low, bits, word),
					(index) => (values[index] as number) >= low,
				);
			}),
			few,
		);
	});

	it("compare with two", () => {
		const within = (value: number | undefined, low: number, high: number): boolean => (value as number) >= low && (value as number) <= high;
		fc.assert(
			fc.property(doubleArrays, fc.constantFrom(...doubles), fc.constantFrom(...doubles), (values, low, high) => {
				expectBits(
					(at, count, bits, word) => kernels.doublesWithin(values, at, count, low, high, bits, word),
					(index) => within(values[index], low, high),
				);
			}),
			few,
		);
		fc.assert(
			fc.property(integerArrays, fc.constantFrom(...integers), fc.constantFrom(...integers), (values, low, high) => {
				expectBits(
					(at, count, bits, word) => kernels.integersWithin(values, at, count, low, high, bits, word),
					(index) => within(values[index], low, high),
				);
			}),
			few,
		);
	});

	it("look codes up", () => {
		const table = Uint8Array.from({ length: 70_000 }, (_, code) => +(code % 3 === 1 || code === 65_536));
		const isIn = (code: number | undefined): boolean => table[code as number] === 1;
		const looks = [
			[arrayOf(new Uint8Array(length), fc.nat(255)), kernels.bytesLookUp],
			[arrayOf(new Uint16Array(length), fc.nat(65_535)), kernels.shortsLookUp],
			[arrayOf(new Int32Array(length), fc.nat(69_999)), kernels.integersLookUp],
		] as const;
		for (const [arrays, lookUp] of looks) {
			fc.assert(
				fc.property(arrays as fc.Arbitrary<Int32Array>, (codes) => {
					expectBits(
						(at, count, bits, word) => (lookUp as typeof kernels.integersLookUp)(codes, at, count, table, bits, word),
						(index) => isIn(codes[index]),
					);
				}),
				few,
			);
		}
	});

	it("compare pairs, never with a missing value", () => {
		const pairs = [
			[equalPairs, (a: number, b: number) => a === b],
			[lessPairs, (a: number, b: number) => a < b],
			[atMostPairs, (a: number, b: number) => a <= b],
		] as const;
		for (const [kernel, expected] of pairs) {
			fc.assert(
				fc.property(doubleArrays, doubleArrays, (left, right) => {
					expectBits(
						(at, count, bits, word) => kernel(left.subarray(at), right.subarray(at), count, bits, word),
						(index) => expected(left[index] as number, right[index] as number),
					);
				}),
				few,
			);
		}
	});
});

describe("kernels of elements", () => {
	/** How many elements each row has; often none, sometimes more than a word. */
	const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(3), fc.nat(80)), { minLength: 1, maxLength: 40 });
	const offsetsOf = (sizes: readonly number[]): Int32Array => {
		const offsets = new Int32Array(sizes.length + 1);
		for (const [row, size] of sizes.entries()) offsets[row + 1] = (offsets[row] as number) + size;
		return offsets;
	};

	it("count what each row owns", () => {
		fc.assert(
			fc.property(counts, fc.nat(39), fc.infiniteStream(fc.integer()), (sizes, start, stream) => {
				const offsets = offsetsOf(sizes);
				const from = start % sizes.length;
				const base = (offsets[from] as number) & ~31;
				const words = wordsFor((offsets[sizes.length] as number) - base) + 1;
				const bits = Int32Array.from({ length: words }, () => stream.next().value as number);
				const [owned, all] = [new Float64Array(40), new Float64Array(40)];
				countOwned(offsets, from, sizes.length, bits, base, owned);
				countElements(offsets, from, sizes.length, all);
				for (let row = from; row < sizes.length; row++) {
					let set = 0;
					for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) set += +hasBit(bits, at - base);
					expect([owned[row - from], all[row - from]], `row ${row}`).to.deep.equal([set, sizes[row]]);
				}
			}),
		);
	});

	it("find the owner of each element", () => {
		fc.assert(
			fc.property(counts, fc.nat(), fc.nat(), (sizes, a, b) => {
				const offsets = offsetsOf(sizes);
				const owners = sizes.flatMap((size, row) => Array<number>(size).fill(row));
				const from = a % (owners.length + 1);
				const to = from + (b % (owners.length - from + 1));
				const found = new Int32Array(to - from);
				ownersOf(offsets, sizes.length, from, to, found);
				expect([...found]).to.deep.equal(owners.slice(from, to));
			}),
		);
	});
});
