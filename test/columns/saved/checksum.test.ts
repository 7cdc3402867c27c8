// The checksum is XXH32: expected values are those of the xxHash project (tests/sanity_test_vectors.h and its well-known texts).
import { expect } from "chai";
import fc from "fast-check";
import { checksum, checksumInSteps } from "../../../src/columns/saved/checksum.ts";

/** The bytes that upstream's vectors are about. */
function sanityBytes(length: number): Uint8Array {
	let generator = 2_654_435_761n;
	return Uint8Array.from({ length }, () => {
		const byte = Number(generator >> 56n);
		generator = BigInt.asUintN(64, generator * 11_400_714_785_074_694_797n);
		return byte;
	});
}

const hexOf = (bytes: Uint8Array): string => (checksum(new Int32Array(bytes.slice().buffer), 0) >>> 0).toString(16).padStart(8, "0");
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The specification, word by word. */
function plainChecksum(words: Int32Array): number {
	const [one, two, three, four, five] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
	const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
	const sums = [one + two, two, 0, -one].map((sum) => sum | 0);
	const inStripes = words.length - (words.length % 4);
	for (let at = 0; at < inStripes; at++) {
		sums[at % 4] = Math.imul(turned(((sums[at % 4] as number) + Math.imul(words[at] as number, two)) | 0, 13), one);
	}
	let hash = [1, 7, 12, 18].reduce((sum, by, index) => (sum + turned(sums[index] as number, by)) | 0, 0);
	if (inStripes === 0) hash = five | 0;
	hash = (hash + words.length * 4) | 0;
	for (const word of words.subarray(inStripes)) hash = Math.imul(turned((hash + Math.imul(word, three)) | 0, 17), four);
	hash = Math.imul(hash ^ (hash >>> 15), two);
	hash = Math.imul(hash ^ (hash >>> 13), three);
	return hash ^ (hash >>> 16);
}

describe("the checksum of saved columns", () => {
	it("is XXH32", () => {
		const lengths = [0, 4, 32, 64, 256, 4096];
		expect(lengths.map((length) => hexOf(sanityBytes(length)))).to.deep.equal([
			"02cc5d05",
			"a9de7ce9",
			"d89829ec",
			"02e95dbb",
			"520cb910",
			"20fc444f",
		]);
		expect(["abcd", "abcdefgh", "abcdefghijklmnop"].map((text) => hexOf(ascii(text)))).to.deep.equal(["a3643705", "0bb3c6bb", "9d2d8b62"]);
	});

	it("is the same however long the words are, with pauses in between", () => {
		// More than one stretch and many pieces; every rest of four, which the loop takes at a time.
		for (let rest = 0; rest < 9; rest++) {
			const words = Int32Array.from({ length: 1_100_000 + rest }, (_, index) => Math.imul(index, 2_654_435_761));
			expect(checksum(words, 0), `${words.length} words`).to.equal(plainChecksum(words));
			let pauses = 0;
			for (const _ of checksumInSteps(words, 3)) pauses++;
			expect(pauses).to.equal(2);
		}
	});

	it("leaves out the words before `from`", () => {
		const words = new Int32Array([1, 2, 3, 4, 5, 6, 7]);
		expect(checksum(words, 2)).to.equal(checksum(words.slice(2), 0));
	});

	it("is another one after any change within a word", () => {
		const words = fc.array(fc.integer(), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(words, fc.nat(), fc.integer(), (values, at, other) => {
				const before = new Int32Array(values);
				const after = before.slice();
				after[at % after.length] = other;
				expect(checksum(after, 0) === checksum(before, 0)).to.equal(before[at % before.length] === other);
			}),
		);
	});
});
