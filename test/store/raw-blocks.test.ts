// A block holds the UTF-8 of its lines and nothing else, however many bytes their characters take.
import { expect } from "chai";
import fc from "fast-check";
import { linesOf, profileAt, signBlock, textOfBlock } from "../../src/store/raw-block.ts";
import { RawBlocks } from "../../src/store/raw-blocks.ts";

/** A block of these lines. */
function blockOf(lines: readonly string[]): ArrayBuffer {
	const blocks = new RawBlocks(Math.max(1, lines.length));
	for (const line of lines) blocks.add(undefined, line);
	const [block, ...others] = blocks.take();
	expect(others).to.deep.equal([]);
	return block as ArrayBuffer;
}

function expectWhole(lines: readonly string[]): void {
	const utf8 = new TextEncoder().encode(lines.join("\n"));
	const block = blockOf(lines);
	const shown = JSON.stringify(lines).slice(0, 60);
	expect(block.byteLength, shown).to.equal(8 + Math.ceil(utf8.length / 4) * 4);
	expect([...new Uint8Array(block, 8, utf8.length)], shown).to.deep.equal([...utf8]);
	expect(linesOf(textOfBlock(signBlock(block, "place"), "place")), shown).to.deep.equal(lines);
}

describe("blocks of profiles as they came", () => {
	it("have the bytes of their lines, where each character has one", () => {
		for (let length = 0; length <= 9; length++) expectWhole(["x".repeat(length)]);
		expectWhole(["{}", "", "null"]);
	});

	it("have the bytes of their lines, where some characters have two, three or four", () => {
		for (const character of ["é", "€", "🦉"]) {
			for (let length = 0; length <= 9; length++) {
				for (const line of ["", "x"].flatMap((before) => ["", "x", character].map((after) => `${before}${character}${after}`))) {
					expectWhole([`${"x".repeat(length)}${line}`, "y"]);
				}
			}
			expectWhole([character.repeat(1_000)]);
		}
	});

	it("have the bytes of any lines", () => {
		const line = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replaceAll("\n", ""));
		fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), expectWhole));
	});

	it("have the bytes of lines that come as bytes, whatever stands between them and whichever come as texts", () => {
		const line = fc.string({ unit: "binary", maxLength: 9 }).map((text) => text.replaceAll("\n", ""));
		const given = fc.record({ line, gap: fc.constantFrom("\n", "\r", "\n\n", "\nbroken\n"), isText: fc.boolean() });
		const rows = fc.integer({ min: 1, max: 4 });
		fc.assert(
			fc.property(fc.array(given, { minLength: 1, maxLength: 12 }), rows, rows, (all, blockRows, most) => {
				const encoder = new TextEncoder();
				const pieces = all.map(({ line, gap }) => [encoder.encode(line), encoder.encode(gap)] as const);
				const bytes = Uint8Array.from(pieces.flatMap(([line, gap]) => [...line, ...gap]));
				const starts: number[] = [];
				const ends: number[] = [];
				let at = 0;
				for (const [line, gap] of pieces) {
					starts.push(at);
					ends.push(at + line.length);
					at += line.length + gap.length;
				}
				const texts = new RawBlocks(blockRows);
				const mixed = new RawBlocks(blockRows);
				for (let from = 0; from < all.length; ) {
					const to = Math.min(from + most, all.length);
					if (all[from]?.isText) for (const { line } of all.slice(from, to)) mixed.add(undefined, line);
					else mixed.addLines({ bytes, starts, ends }, from, to);
					from = to;
				}
				// What comes next uses the memory again.
				bytes.fill(0x3f);
				for (const { line } of all) texts.add(undefined, line);
				for (const blocks of [texts, mixed]) blocks.end();
				const shown = (blocks: RawBlocks) => blocks.take().map((block) => [...new Uint8Array(block)]);
				expect(shown(mixed)).to.deep.equal(shown(texts));
			}),
		);
	});

	it("hold as many lines as they should, the last one what is left", () => {
		const blocks = new RawBlocks(2);
		for (const name of ["a", "b", "c", "d", "ß"]) blocks.add({ name });
		expect(blocks.waiting).to.equal(2);
		blocks.end();
		const texts = blocks.take().map((block) => textOfBlock(signBlock(block, "here"), "here"));
		expect(texts).to.deep.equal(['{"name":"a"}\n{"name":"b"}', '{"name":"c"}\n{"name":"d"}', '{"name":"ß"}']);
		expect(texts.map((text) => [profileAt(text, 0), profileAt(text, 1)])).to.deep.equal([
			[{ name: "a" }, { name: "b" }],
			[{ name: "c" }, { name: "d" }],
			[{ name: "ß" }, undefined],
		]);
		expect(blocks.take()).to.deep.equal([]);
	});
});
