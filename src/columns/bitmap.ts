// One bit a row, 32 rows a word, the first row in the lowest bit. Words are signed: V8 and SpiderMonkey keep those in registers.

/** Words for that many bits. */
export const wordsFor = (bits: number): number => (bits + 31) >>> 5;

/** How many bits of one word are set. Source: Warren, Hacker's Delight, figure 5-2. */
export function countBits(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * How many bits of `words` words are set, from the word `from` on. Eight words are added upright before their bits are counted.
 * Source: Warren, Hacker's Delight, figure 5-9 (Harley and Seal).
 */
export function countAll(bits: Int32Array, words: number, from = 0): number {
	const end = from + words;
	const whole = from + (words & ~7);
	let ones = 0;
	let twos = 0;
	let fours = 0;
	let eights = 0;
	let at = from;
	for (; at < whole; at += 8) {
		const a = bits[at] as number;
		const b = bits[at + 1] as number;
		const ab = a ^ b;
		const twosA = (a & b) | (ab & ones);
		const onesA = ab ^ ones;
		const c = bits[at + 2] as number;
		const d = bits[at + 3] as number;
		const cd = c ^ d;
		const twosB = (c & d) | (cd & onesA);
		const onesB = cd ^ onesA;
		const twosAB = twosA ^ twosB;
		const foursA = (twosA & twosB) | (twosAB & twos);
		const twosC = twosAB ^ twos;
		const e = bits[at + 4] as number;
		const f = bits[at + 5] as number;
		const ef = e ^ f;
		const twosD = (e & f) | (ef & onesB);
		const onesC = ef ^ onesB;
		const g = bits[at + 6] as number;
		const h = bits[at + 7] as number;
		const gh = g ^ h;
		const twosE = (g & h) | (gh & onesC);
		ones = gh ^ onesC;
		const twosDE = twosD ^ twosE;
		const foursB = (twosD & twosE) | (twosDE & twosC);
		twos = twosDE ^ twosC;
		const foursAB = foursA ^ foursB;
		eights += countBits((foursA & foursB) | (foursAB & fours));
		fours = foursAB ^ fours;
	}
	let count = 8 * eights + 4 * countBits(fours) + 2 * countBits(twos) + countBits(ones);
	for (; at < end; at++) count += countBits(bits[at] as number);
	return count;
}

export const hasBit = (bits: Int32Array, row: number): boolean => (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

export function setBit(bits: Int32Array, row: number): void {
	bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
}

/** Clears the bits of the last word, at `word`, that are beyond `count` bits from its beginning's word. */
export function clearTail(bits: Int32Array, firstWord: number, count: number): void {
	const rest = count & 31;
	if (rest === 0) return;
	const last = firstWord + (count >>> 5);
	bits[last] = (bits[last] as number) & ((1 << rest) - 1);
}

/** A set of rows. Immutable for its readers. */
export class Bitmap {
	/** Bits beyond `length` are 0. */
	readonly words: Int32Array;
	/** Rows, not words. */
	readonly length: number;

	constructor(words: Int32Array, length: number) {
		this.words = words;
		this.length = length;
	}

	/** Those rows of `length`, in any order. Throws RangeError for a row outside. */
	static ofRows(rows: Iterable<number>, length: number): Bitmap {
		const words = new Int32Array(wordsFor(length));
		for (const row of rows) {
			if (!Number.isInteger(row) || row < 0 || row >= length) throw new RangeError(`There is no row ${row} among ${length}.`);
			setBit(words, row);
		}
		return new Bitmap(words, length);
	}

	get count(): number {
		return countAll(this.words, wordsFor(this.length));
	}

	has(row: number): boolean {
		return row >= 0 && row < this.length && hasBit(this.words, row);
	}

	/** The set rows in order, from the `skip`th on, at most `limit`. Linear in the words up to the last one given. */
	rows(limit: number = Number.POSITIVE_INFINITY, skip = 0): readonly number[] {
		const found: number[] = [];
		let before = 0;
		for (let word = 0; word < wordsFor(this.length) && found.length < limit; word++) {
			let bits = this.words[word] as number;
			const inWord = countBits(bits);
			if (before + inWord > skip) {
				for (let at = before; bits !== 0 && found.length < limit; at++) {
					if (at >= skip) found.push(word * 32 + 31 - Math.clz32(bits & -bits));
					bits &= bits - 1;
				}
			}
			before += inWord;
		}
		return found;
	}
}
