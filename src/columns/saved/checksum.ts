// XXH32 with seed 0, over whole words: four sums side by side, of 32-bit multiplications that every engine has an instruction for. No change
// within one word goes unnoticed: each step is one-to-one. Source: Yann Collet, "xxHash fast digest algorithm", doc/xxhash_spec.md of the
// xxHash project.

const prime1 = 0x9e3779b1 | 0;
const prime2 = 0x85ebca77 | 0;
const prime3 = 0xc2b2ae3d | 0;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const round = (sum: number, word: number): number => Math.imul(rotated((sum + Math.imul(word, prime2)) | 0, 13), prime1);

/** Of the words from `from` on; a signed 32-bit number. Linear, at the speed of memory. */
export function checksum(words: Int32Array, from: number): number {
	const { length } = words;
	let at = from;
	let hash = prime5;
	if (length - from >= 4) {
		let a = (prime1 + prime2) | 0;
		let b = prime2;
		let c = 0;
		let d = -prime1 | 0;
		for (const last = length - 4; at <= last; at += 4) {
			a = round(a, words[at] as number);
			b = round(b, words[at + 1] as number);
			c = round(c, words[at + 2] as number);
			d = round(d, words[at + 3] as number);
		}
		hash = (rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18)) | 0;
	}
	hash = (hash + (length - from) * 4) | 0;
	for (; at < length; at++) hash = Math.imul(rotated((hash + Math.imul(words[at] as number, prime3)) | 0, 17), prime4);
	hash = Math.imul(hash ^ (hash >>> 15), prime2);
	hash = Math.imul(hash ^ (hash >>> 13), prime3);
	return hash ^ (hash >>> 16);
}
