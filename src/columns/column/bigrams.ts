// For each text of a column a set of its pairs of neighbouring bytes, hashed to 64 bits: a text that lacks a pair of what is looked for
// cannot contain it, and need not be searched. Made stretch by stretch when it is first needed.
// Source: signature files (Faloutsos 1985, Access methods for text); the hash is multiplicative (Knuth, TAOCP 3, section 6.4).
import { grownIntegers } from "./growing.ts";
import type { PlainText } from "./plain-text.ts";

/** From 0 to 63. */
const bitOf = (first: number, second: number): number => Math.imul((first << 8) | second, 0x9e3779b1) >>> 26;

export interface Signature {
	readonly low: number;
	readonly high: number;
}

export function signatureOf(bytes: Uint8Array): Signature {
	let low = 0;
	let high = 0;
	for (let index = 1; index < bytes.length; index++) {
		const bit = bitOf(bytes[index - 1] as number, bytes[index] as number);
		if (bit < 32) low |= 1 << bit;
		else high |= 1 << (bit & 31);
	}
	return { low, high };
}

export class Bigrams {
	/** Bits 0 to 31 and 32 to 63. Only the first `length` mean something. */
	low: Int32Array = new Int32Array(0);
	high: Int32Array = new Int32Array(0);
	length = 0;
	private readonly text: PlainText;

	constructor(text: PlainText) {
		this.text = text;
	}

	get bytes(): number {
		return this.low.byteLength + this.high.byteLength;
	}

	/** Makes sure that the rows before `row` are there. */
	extend(row: number): true {
		if (row <= this.length) return true;
		this.low = grownIntegers(this.low, this.text.rowCapacity);
		this.high = grownIntegers(this.high, this.text.rowCapacity);
		const { low, high } = this;
		const { utf8, offsets } = this.text;
		for (; this.length < row; this.length++) {
			const to = offsets[this.length + 1] as number;
			let index = offsets[this.length] as number;
			let lowBits = 0;
			let highBits = 0;
			let before = utf8[index++] as number;
			for (; index < to; index++) {
				const byte = utf8[index] as number;
				const bit = bitOf(before, byte);
				const isHigh = bit >>> 5;
				highBits |= isHigh << (bit & 31);
				lowBits |= (isHigh ^ 1) << (bit & 31);
				before = byte;
			}
			low[this.length] = lowBits;
			high[this.length] = highBits;
		}
		return true;
	}
}
