// XXH32 with seed 0, over whole words: four sums side by side, of 32-bit multiplications that every engine has an instruction for. No change
// within one word goes unnoticed: each step is one-to-one. Source: Yann Collet, "xxHash fast digest algorithm", doc/xxhash_spec.md of the
// xxHash project.
import { type Steps, stretches, toEnd } from "../steps.ts";

const prime1 = 0x9e3779b1 | 0;
const prime2 = 0x85ebca77 | 0;
const prime3 = 0xc2b2ae3d | 0;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const round = (sum: number, word: number): number => Math.imul(rotated((sum + Math.imul(word, prime2)) | 0, 13), prime1);

/** Of the words from `from` on; a signed 32-bit number. Linear, at the speed of memory. */
export const checksum = (words: Int32Array, from: number): number => toEnd(checksumInSteps(words, from));

/** The same, with a pause after every few megabytes. */
export function* checksumInSteps(words: Int32Array, from: number): Steps<number> {
	const count = words.length - from;
	const stripes = count >>> 2;
	let hash = prime5;
	if (stripes > 0) {
		const sums = new Int32Array([prime1 + prime2, prime2, 0, -prime1]);
		for (const stretch of stretches(stripes)) {
			const part = words.subarray(from + stretch.from * 4, from + stretch.to * 4);
			const { length } = part;
			let a = sums[0] as number;
			let b = sums[1] as number;
			let c = sums[2] as number;
			let d = sums[3] as number;
			let at = 0;
			// Two stripes a turn: a third faster than one while V8 has not compiled the loop for good.
			for (const last = length - 8; at <= last; at = (at + 8) | 0) {
				a = round(round(a, part[at] as number), part[at + 4] as number);
				b = round(round(b, part[at + 1] as number), part[at + 5] as number);
				c = round(round(c, part[at + 2] as number), part[at + 6] as number);
				d = round(round(d, part[at + 3] as number), part[at + 7] as number);
			}
			if (at < length) {
				a = round(a, part[at] as number);
				b = round(b, part[at + 1] as number);
				c = round(c, part[at + 2] as number);
				d = round(d, part[at + 3] as number);
			}
			sums[0] = a;
			sums[1] = b;
			sums[2] = c;
			sums[3] = d;
			yield;
		}
		const [a, b, c, d] = sums as unknown as [number, number, number, number];
		hash = (rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18)) | 0;
	}
	hash = (hash + count * 4) | 0;
	for (let at = from + stripes * 4; at < words.length; at++) {
		hash = Math.imul(rotated((hash + Math.imul(words[at] as number, prime3)) | 0, 17), prime4);
	}
	hash = Math.imul(hash ^ (hash >>> 15), prime2);
	hash = Math.imul(hash ^ (hash >>> 13), prime3);
	return hash ^ (hash >>> 16);
}
