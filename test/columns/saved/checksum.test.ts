// The checksum is XXH32: expected values are those of the xxHash project (tests/sanity_test_vectors.h and its well-known texts).
import { expect } from "chai";
import fc from "fast-check";
import { checksum } from "../../../src/columns/saved/checksum.ts";

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
