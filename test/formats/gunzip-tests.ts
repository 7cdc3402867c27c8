// What unpacking gzip must do, whoever does it.
import { expect } from "chai";
import type { Gunzip } from "../../src/formats/gunzip.ts";
import { bytesOf, chunksOf, joined } from "./chunks.ts";
import { gzip } from "./gzip.ts";
import { readAll, refusal } from "./read.ts";

/** `keepsAll`: what was unpacked before a failure is never lost. */
export function testGunzip(gunzip: Gunzip, { keepsAll }: { readonly keepsAll: boolean }): void {
	const text = Array.from({ length: 5000 }, (_, n) => `{"n":${n}}\n`).join("");

	it("is told by its first bytes and unpacked, whatever the format inside", async () => {
		expect((await readAll(await gzip(text), { gunzip })).profiles).to.have.length(5000);
		expect((await readAll(await gzip("a,b\n1,2\n"), { gunzip })).profiles).to.deep.equal([{ a: "1", b: "2" }]);
		expect((await readAll(await gzip('[{"a":1}]'), { gunzip })).profiles).to.deep.equal([{ a: 1 }]);
		expect(await readAll(await gzip(""), { gunzip })).to.deep.equal({ format: "ndjson", profiles: [], problems: [], count: 0 });
	});

	it("may be several members one after another, cut anywhere", async () => {
		const bytes = joined(await gzip('{"a":1}\n{"a'), await gzip('":2}\n'), await gzip(""), await gzip('{"a":3}\n'));
		for (const size of [1, 2, 3, 7, 20, 26, 27, 28, 29, 30, 100_000]) {
			const read = await readAll(bytes, { size, gunzip });
			expect(read.profiles, `chunks of ${size}`).to.deep.equal([{ a: 1 }, { a: 2 }, { a: 3 }]);
		}
	});

	it("may be padded with zero bytes, as gzip itself reads it", async () => {
		const sizes = [9, 256, 65_536, 70_000];
		for (const size of sizes) {
			const packed = await gzip(`{"a":"${"x".repeat(size - 8)}"}`);
			for (const padding of [4, 512, 100_000]) {
				for (const chunk of [11, 100_000]) {
					const pieces: Uint8Array[] = [];
					for await (const piece of gunzip(chunksOf(joined(packed, new Uint8Array(padding)), chunk), "profiles"))
						pieces.push(new Uint8Array(piece));
					expect(joined(...pieces).length, `${size} bytes and ${padding} zeros in chunks of ${chunk}`).to.equal(size);
				}
			}
		}
	});

	it("that ends in the middle is no better for zero bytes behind it", async () => {
		const bytes = await gzip(text);
		for (const cut of [bytes.length - 9, bytes.length - 200])
			expect(await refusal(readAll(joined(bytes.subarray(0, cut), new Uint8Array(5_000)), { gunzip })), `cut at ${cut}`).to.match(
				/^RefusedInput: The gzip file "profiles" (ends in the middle|is damaged and cannot be unpacked)\.$/,
			);
	});

	it("may hold zero bytes, also many and at its end", async () => {
		const zeros = new Uint8Array(40_000);
		for (const bytes of [joined(bytesOf("a"), zeros, bytesOf("b")), joined(bytesOf("a"), zeros)]) {
			for (const chunk of [1_000, 1_000_000]) {
				const pieces: Uint8Array[] = [];
				for await (const piece of gunzip(chunksOf(stored(bytes), chunk), "profiles")) pieces.push(new Uint8Array(piece));
				expect([...joined(...pieces)], `chunks of ${chunk}`).to.deep.equal([...bytes]);
			}
		}
	});

	it("may hold bytes that look like the start of a member", async () => {
		const fake = `\u001f\u008b\u0008\u0000`;
		const bytes = Uint8Array.from(`{"a":1}\n{"a":2}\n${fake}${fake}\n{"a":3}\n\u001f`, (one) => one.charCodeAt(0));
		for (const size of [1, 5, 100_000]) {
			const pieces: Uint8Array[] = [];
			for await (const piece of gunzip(chunksOf(stored(bytes), size), "profiles")) pieces.push(new Uint8Array(piece));
			expect([...joined(...pieces)], `chunks of ${size}`).to.deep.equal([...bytes]);
		}
	});

	it("that ends in the middle is refused, after all that was in it", async () => {
		const bytes = await gzip(text);
		for (const cut of [bytes.length - 1, bytes.length - 9, bytes.length - 200, 12]) {
			expect(await refusal(readAll(bytes.subarray(0, cut), { size: 512, gunzip })), `cut at ${cut}`).to.equal(
				'RefusedInput: The gzip file "profiles" ends in the middle.',
			);
		}
	});

	if (keepsAll) {
		it("that ends in the middle gives what was in it before that", async () => {
			const bytes = await gzip(text);
			const pieces: Uint8Array[] = [];
			const unpacking = gunzip(chunksOf(bytes.subarray(0, bytes.length - 20), 512), "profiles");
			await refusal(
				(async () => {
					for await (const piece of unpacking) pieces.push(new Uint8Array(piece));
				})(),
			);
			const unpacked = new TextDecoder().decode(joined(...pieces));
			expect(text.startsWith(unpacked)).to.equal(true);
			expect(unpacked.length).to.be.greaterThan(text.length - 500);
		});
	}

	it("that is damaged is refused", async () => {
		const bytes = await gzip(text);
		bytes.fill(0x55, 200, 300);
		expect(await refusal(readAll(bytes, { gunzip }))).to.equal('RefusedInput: The gzip file "profiles" is damaged and cannot be unpacked.');
	});

	it("can be left in the middle", async () => {
		for await (const piece of gunzip(chunksOf(await gzip(text), 512), "profiles")) {
			expect(bytesOf(text).subarray(0, piece.length)).to.deep.equal(new Uint8Array(piece));
			break;
		}
	});
}

/** Gzip that packs nothing: one stored block (RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
	const { length } = bytes;
	const size = [length & 0xff, length >> 8];
	const head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1, ...size, ...size.map((byte) => byte ^ 0xff)];
	const checksum = crc32(bytes);
	const tail = [0, 8, 16, 24].map((shift) => (checksum >>> shift) & 0xff);
	return Uint8Array.from([...head, ...bytes, ...tail, ...size, 0, 0]);
}

function crc32(bytes: Uint8Array): number {
	let rest = 0xffff_ffff;
	for (const byte of bytes) {
		rest ^= byte;
		for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
	}
	return ~rest >>> 0;
}
