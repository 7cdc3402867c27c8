// Dictionaries as one, by their bytes: each distinct text once, in the order in which they first come, also when somebody made the texts so
// that their hashes are the same.
import { expect } from "chai";
import fc from "fast-check";
import { hashBytes } from "../../../src/columns/column/hash-bytes.ts";
import { packedText, type PackedTexts, packTexts } from "../../../src/columns/column/packed-texts.ts";
import { utf8Of } from "../../../src/columns/column/utf8.ts";
import { maxPlaces, TextCodes } from "../../../src/columns/saved/text-codes.ts";
import { toEnd } from "../../../src/columns/steps.ts";

const unpackTexts = (packed: PackedTexts): readonly string[] =>
	Array.from({ length: packed.offsets.length - 1 }, (_, index) => packedText(packed, index));

/** The texts, and for each dictionary the code of each of its texts. */
function joined(dictionaries: readonly (readonly string[])[]) {
	const packed = dictionaries.map(packTexts);
	const codes = new TextCodes(packed);
	const translations = packed.map((dictionary) => [...toEnd(codes.translation(dictionary))]);
	expect(codes.count).to.equal(unpackTexts(codes.packed()).length);
	return { texts: unpackTexts(codes.packed()), translations };
}

/** The same by what JavaScript has for it. */
function expected(dictionaries: readonly (readonly string[])[]) {
	const texts = [...new Set(dictionaries.flat())];
	return { texts, translations: dictionaries.map((dictionary) => [0, ...dictionary.map((text) => texts.indexOf(text) + 1)]) };
}

/** Texts that want the same place, in tables of up to 4,096. */
function colliding(count: number): readonly string[] {
	const found: string[] = [];
	for (let number = 0; found.length < count; number++) {
		const bytes = utf8Of(`n${number}`);
		if ((hashBytes(bytes, 0, bytes.length) & 4_095) === 77) found.push(`n${number}`);
	}
	return found;
}

describe("dictionaries as one", () => {
	it("have each text once, whatever the texts are", () => {
		const text = fc.oneof(
			fc.constantFrom("", "a", "b", "ab", "ü", "\u{1f600}", "__proto__"),
			fc.string({ unit: "grapheme", maxLength: 20 }),
		);
		fc.assert(
			fc.property(fc.array(fc.uniqueArray(text, { maxLength: 30 }), { maxLength: 5 }), (dictionaries) => {
				expect(joined(dictionaries)).to.deep.equal(expected(dictionaries));
			}),
		);
	});

	it("have each text once when many want the same place", () => {
		const crowd = colliding(120);
		for (const count of [maxPlaces - 1, maxPlaces, maxPlaces + 1, 120]) {
			const some = crowd.slice(0, count);
			const others = Array.from({ length: 700 }, (_, index) => `other${index}`);
			// Each is met again in a larger table; and, where the table is large already, in the same one.
			expect(joined([some, ["x", ...some.toReversed(), "y"], others, some, ["y", "x"]])).to.deep.equal(
				expected([some, ["x", ...some.toReversed(), "y"], others, some, ["y", "x"]]),
			);
			const dictionaries = [others, some, some.toReversed(), ["x", ...some]];
			expect(joined(dictionaries)).to.deep.equal(expected(dictionaries));
		}
	});

	it("tell apart what has one hash", () => {
		// After these bytes the hash is 0, and stays 0 after any number of bytes that are 0.
		const zero = [0xcc, 0x24, 0x31, 0xc4];
		const bytes = Uint8Array.from([...zero, ...zero, 0, ...zero, 0, 0]);
		const packed = { utf8: bytes, offsets: Int32Array.of(0, 4, 9, 15) };
		expect([hashBytes(bytes, 0, 4), hashBytes(bytes, 4, 9), hashBytes(bytes, 9, 15)]).to.deep.equal([0, 0, 0]);
		const codes = new TextCodes([packed, packed]);
		expect([...toEnd(codes.translation(packed))]).to.deep.equal([0, 1, 2, 3]);
		expect([...toEnd(codes.translation(packed))]).to.deep.equal([0, 1, 2, 3]);
	});

	it("have each text once when there are many, and pause", () => {
		const many = Array.from({ length: 40_000 }, (_, index) => `text ${index}`);
		const dictionaries = [many, many.slice(1_000).toReversed(), many.map((text) => `${text}!`)];
		const result = joined(dictionaries);
		expect(result.texts).to.deep.equal([...new Set(dictionaries.flat())]);
		expect(result.translations[1]?.slice(0, 3)).to.deep.equal([0, 40_000, 39_999]);
		const codes = new TextCodes([packTexts(many)]);
		let pauses = 0;
		for (const _ of codes.translation(packTexts(many))) pauses++;
		expect(pauses).to.be.at.least(3);
	});
});
