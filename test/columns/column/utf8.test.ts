// Our UTF-8 against the host's, for every character there is.
import { expect } from "chai";
import fc from "fast-check";
import { packedText, packTexts } from "../../../src/columns/column/packed-texts.ts";
import { maxBytes, readUtf8, utf8Of, writeUsableUtf8, writeUtf8 } from "../../../src/columns/column/utf8.ts";
import { isUsableText } from "../../../src/values/text.ts";

const hosts = globalThis as unknown as { readonly TextEncoder: new () => { encode(text: string): Uint8Array } };
const encoder = new hosts.TextEncoder();

describe("UTF-8", () => {
	it("is that of the host for all of Unicode, and comes back", () => {
		const step = 4096;
		for (let first = 0; first < 0x110000; first += step) {
			const codes = Array.from({ length: step }, (_, index) => first + index).filter((code) => code < 0xd800 || code > 0xdfff);
			const text = String.fromCodePoint(...codes);
			const bytes = utf8Of(text);
			const expected = encoder.encode(text);
			if (bytes.length !== expected.length || bytes.some((byte, at) => byte !== expected[at]))
				expect.fail(`Wrong from ${first.toString(16)} on.`);
			expect(readUtf8(bytes, 0, bytes.length) === text, first.toString(16)).to.equal(true);
		}
	});

	it("is written and read at any place", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.nat(20), (text, at) => {
				const room = new Uint8Array(maxBytes(text) + at + 1).fill(0xff);
				const end = writeUtf8(text, room, at);
				expect([...room.subarray(at, end)]).to.deep.equal([...encoder.encode(text)]);
				expect([...room.subarray(0, at), ...room.subarray(end)].every((byte) => byte === 0xff)).to.equal(true);
				expect(readUtf8(room, at, end)).to.equal(text);
			}),
		);
	});

	it("is refused for texts that are not usable, and the same for those that are", () => {
		const anyText = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.array(fc.constantFrom("a", "\0", "é", "\ud83d", "\ude00")).map((units) => units.join("")),
		);
		fc.assert(
			fc.property(anyText, fc.nat(20), (text, at) => {
				const room = new Uint8Array(maxBytes(text) + at);
				const end = writeUsableUtf8(text, room, at);
				if (!isUsableText(text)) expect(end).to.equal(-1);
				else expect([...room.subarray(at, end)]).to.deep.equal([...encoder.encode(text)]);
			}),
		);
	});

	it("has no limit that texts of many characters meet", () => {
		for (const piece of ["a", "é", "€", "😀"]) {
			for (const count of [4095, 4096, 4097, 200_000]) {
				const text = piece.repeat(count);
				const bytes = utf8Of(text);
				expect(readUtf8(bytes, 0, bytes.length) === text, `${count} of ${piece}`).to.equal(true);
			}
		}
	});

	it("packs dictionaries of texts of any length", () => {
		for (const length of [1, 9, 100, 4_095, 4_096, 4_097, 9_000]) {
			const ascii = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x61 + (index % 26)).repeat(length - (index % 2)));
			for (const texts of [
				ascii,
				[...ascii, "ü", ...ascii],
				["", ...ascii, ""],
				ascii.map((text, index) => (index % 7 === 3 ? `${text}\u{1f600}` : text)),
			]) {
				const packed = packTexts(texts);
				expect(
					texts.map((_, index) => packedText(packed, index)),
					`texts of ${length}`,
				).to.deep.equal(texts);
			}
		}
	});

	it("packs dictionaries", () => {
		const texts = fc.array(fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(texts, (all) => {
				const packed = packTexts(all);
				expect(packed.offsets.length).to.equal(all.length + 1);
				expect(all.map((_, index) => packedText(packed, index))).to.deep.equal(all);
			}),
		);
	});
});
