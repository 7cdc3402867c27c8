// XXH32 with seed 0, over whole words: four sums side by side, of 32-bit multiplications that every engine has an instruction for. No change
// within one word goes unnoticed: each step is one-to-one. Source: Yann Collet, "xxHash fast digest algorithm", doc/xxhash_spec.md of the
// xxHash project.
import { pieces, type Steps, stretches } from "../steps.ts";

const prime1 = 0x9e3779b1 | 0;
const prime2 = 0x85ebca77 | 0;
const prime3 = 0xc2b2ae3d | 0;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Of the words from `from` on; a signed 32-bit number. Linear, at the speed of memory. */
export function checksum(words: Int32Array, from: number): number {
	const sums = firstSums();
	const end = endOfStripes(words, from);
	addStripes(words, from, end, sums);
	return sumOfAll(words, from, end, sums);
}

/** The same, with a pause after every few megabytes. */
export function* checksumInSteps(words: Int32Array, from: number): Steps<number> {
	const sums = firstSums();
	const end = endOfStripes(words, from);
	for (const stretch of stretches((end - from) / 4)) {
		addStripes(words, from + stretch.from * 4, from + stretch.to * 4, sums);
		yield;
	}
	return sumOfAll(words, from, end, sums);
}

const firstSums = (): Int32Array => new Int32Array([prime1 + prime2, prime2, 0, -prime1]);

/** Four words are a stripe: one for each sum. */
const endOfStripes = (words: Int32Array, from: number): number => from + ((words.length - from) & ~3);

/** A page's first count is slow until this is compiled: 5 MB take 5 ms the first time in pieces, 18 ms in one loop. */
function addStripes(words: Int32Array, from: number, to: number, sums: Int32Array): void {
	pieces(to - from, (at, end) => addPiece(words.subarray(from + at, from + end), sums));
}

/** Written out four times, because calls take most of the time while nothing is compiled. */
function addPiece(words: Int32Array, sums: Int32Array): void {
	const { length } = words;
	let a = sums[0] as number;
	let b = sums[1] as number;
	let c = sums[2] as number;
	let d = sums[3] as number;
	for (let at = 0; at < length; at = (at + 4) | 0) {
		a = (a + Math.imul(words[at] as number, prime2)) | 0;
		a = Math.imul((a << 13) | (a >>> 19), prime1);
		b = (b + Math.imul(words[at + 1] as number, prime2)) | 0;
		b = Math.imul((b << 13) | (b >>> 19), prime1);
		c = (c + Math.imul(words[at + 2] as number, prime2)) | 0;
		c = Math.imul((c << 13) | (c >>> 19), prime1);
		d = (d + Math.imul(words[at + 3] as number, prime2)) | 0;
		d = Math.imul((d << 13) | (d >>> 19), prime1);
	}
	sums[0] = a;
	sums[1] = b;
	sums[2] = c;
	sums[3] = d;
}

/** With the words from `end` on, which are no stripe any more. */
function sumOfAll(words: Int32Array, from: number, end: number, sums: Int32Array): number {
	const [a, b, c, d] = sums as unknown as [number, number, number, number];
	let hash = end === from ? prime5 : (rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18)) | 0;
	const count = words.length - from;
	hash = (hash + count * 4) | 0;
	for (let at = end; at < words.length; at++) {
		hash = Math.imul(rotated((hash + Math.imul(words[at] as number, prime3)) | 0, 17), prime4);
	}
	hash = Math.imul(hash ^ (hash >>> 15), prime2);
	hash = Math.imul(hash ^ (hash >>> 13), prime3);
	return hash ^ (hash >>> 16);
}
