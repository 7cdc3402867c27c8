// Texts of several dictionaries as one: each distinct text gets the next number. All of it is done with bytes, so that no text has to be read
// for it. Source of the look-up: open addressing (Knuth, TAOCP 3, section 6.4).
import { hashBytes } from "../column/hash-bytes.ts";
import type { PackedTexts } from "../column/packed-texts.ts";
import { readUtf8 } from "../column/utf8.ts";
import { type Steps, stretches } from "../steps.ts";

/** A text is looked for in this many places; further ones with the same hash, which somebody must have made, are kept by text. */
export const maxPlaces = 32;
/** Texts between two pauses: a millisecond or two. */
const maxTexts = 2 ** 13;

export class TextCodes {
	count = 0;
	/** Of the text of code c from `offsets[c - 1]` to `offsets[c]`. There is room for all texts of all dictionaries. */
	private readonly utf8: Uint8Array;
	private readonly offsets: Int32Array;
	/** Two words a place: a hash, and a code or 0. At most half of the places are taken. */
	private places = new Int32Array(0);
	private readonly crowded = new Map<string, number>();

	constructor(dictionaries: readonly PackedTexts[]) {
		this.offsets = new Int32Array(dictionaries.reduce((sum, { offsets }) => sum + offsets.length, 0));
		this.utf8 = new Uint8Array(dictionaries.reduce((sum, { utf8 }) => sum + utf8.length, 0));
	}

	/** Numbers the texts of one of the dictionaries; gives the code for each of its codes, 0 for 0. */
	*translation({ utf8, offsets }: PackedTexts): Steps<Int32Array> {
		const codes = new Int32Array(offsets.length);
		for (const { from, to } of stretches(offsets.length - 1, maxTexts)) {
			yield* this.makeRoom(to - from);
			for (let text = from; text < to; text++) codes[text + 1] = this.codeOf(utf8, offsets[text] as number, offsets[text + 1] as number);
			yield;
		}
		return codes;
	}

	/** All texts, in the order of their codes. */
	packed(): PackedTexts {
		return { utf8: this.utf8.slice(0, this.offsets[this.count]), offsets: this.offsets.slice(0, this.count + 1) };
	}

	private codeOf(utf8: Uint8Array, from: number, to: number): number {
		const { places } = this;
		const hash = hashBytes(utf8, from, to);
		const last = places.length - 1;
		for (let tries = 0, at = (hash * 2) & last; tries < maxPlaces; tries++, at = (at + 2) & last) {
			const code = places[at + 1] as number;
			if (code === 0) {
				places[at] = hash;
				places[at + 1] = this.add(utf8, from, to);
				return this.count;
			}
			if (places[at] === hash && this.isSame(code, utf8, from, to)) return code;
		}
		const text = readUtf8(utf8, from, to);
		const code = this.crowded.get(text) ?? this.add(utf8, from, to);
		this.crowded.set(text, code);
		return code;
	}

	private add(utf8: Uint8Array, from: number, to: number): number {
		const at = this.offsets[this.count] as number;
		for (let offset = 0; offset < to - from; offset++) this.utf8[at + offset] = utf8[from + offset] as number;
		this.offsets[++this.count] = at + to - from;
		return this.count;
	}

	private isSame(code: number, utf8: Uint8Array, from: number, to: number): boolean {
		const begin = this.offsets[code - 1] as number;
		if ((this.offsets[code] as number) - begin !== to - from) return false;
		for (let at = from; at < to; at++) if (utf8[at] !== this.utf8[begin + at - from]) return false;
		return true;
	}

	private *makeRoom(more: number): Steps<void> {
		const needed = (this.count + more) * 2;
		if (needed * 2 <= this.places.length) return;
		this.places = new Int32Array(2 ** Math.ceil(Math.log2(needed)) * 2);
		for (const { from, to } of stretches(this.count, maxTexts)) {
			for (let code = from + 1; code <= to; code++) this.place(code);
			yield;
		}
	}

	/** In a larger table every text finds a place that had one before; the others are among the crowded still. */
	private place(code: number): void {
		const hash = hashBytes(this.utf8, this.offsets[code - 1] as number, this.offsets[code] as number);
		const last = this.places.length - 1;
		for (let tries = 0, at = (hash * 2) & last; tries < maxPlaces; tries++, at = (at + 2) & last) {
			if (this.places[at + 1] !== 0) continue;
			this.places[at] = hash;
			this.places[at + 1] = code;
			return;
		}
	}
}
