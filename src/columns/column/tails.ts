// What stands after the last "@" of each text, by number: e-mail addresses have few of these, so that `ends with` is asked once for each and
// not once a row. Made stretch by stretch when it is first needed. Source of the hash: FNV-1a (Fowler, Noll and Vo).
import { grownShorts } from "./growing.ts";
import type { PlainText } from "./plain-text.ts";

const at = 0x40;
/** Codes are two bytes; with more tails there is no index. */
export const maxTails = 65_535;
/** Rows that are looked at before the tails are judged: tails that come up often are new in many of the first rows. */
export const trialRows = 4_096;

export class Tails {
	/** 0 is a text without "@" and a missing one, 1 the first tail. Only the first `length` mean something. */
	codes: Uint16Array = new Uint16Array(0);
	length = 0;
	/** The bytes of the tail of code c are at c − 1, "@" included. */
	readonly bytes: Uint8Array[] = [];
	/** False where texts mostly have tails of their own, or none: then the index is of no use, and is not made any further. */
	isUseful = true;
	private readonly text: PlainText;
	/** Open addressing: a code or 0. At most half full. */
	private slots = new Int32Array(256);
	/** Of each tail, for when the slots grow. */
	private readonly hashes: number[] = [];
	private without = 0;

	constructor(text: PlainText) {
		this.text = text;
	}

	/** Makes sure that the rows before `row` are there; false where there is no index. */
	extend(row: number): boolean {
		if (!this.isUseful || row <= this.length) return this.isUseful;
		const { utf8, offsets } = this.text;
		this.codes = grownShorts(this.codes, this.text.rowCapacity);
		for (; this.length < row; this.length++) {
			const from = offsets[this.length] as number;
			const to = offsets[this.length + 1] as number;
			this.codes[this.length] = this.codeOf(utf8, from, to);
			if (!this.isUseful) return false;
		}
		const few = row < trialRows || (this.without * 2 < row && this.bytes.length * 4 < row);
		if (!few) this.giveUp();
		return this.isUseful;
	}

	private codeOf(utf8: Uint8Array, from: number, to: number): number {
		let begin = to - 1;
		let hash = 0x811c9dc5;
		while (begin >= from && utf8[begin] !== at) hash = Math.imul(hash ^ (utf8[begin--] as number), 0x01000193);
		if (begin < from) {
			this.without++;
			return 0;
		}
		const mask = this.slots.length - 1;
		let slot = (hash ^ (hash >>> 15)) & mask;
		for (let code = this.slots[slot] as number; code !== 0; code = this.slots[slot] as number) {
			if (isSame(this.bytes[code - 1] as Uint8Array, utf8, begin, to)) return code;
			slot = (slot + 1) & mask;
		}
		return this.add(utf8.slice(begin, to), hash, slot);
	}

	private add(tail: Uint8Array, hash: number, slot: number): number {
		if (this.bytes.length === maxTails) {
			this.giveUp();
			return 0;
		}
		const code = this.bytes.push(tail);
		this.hashes.push(hash);
		this.slots[slot] = code;
		if (code * 2 > this.slots.length) this.rehash();
		return code;
	}

	private rehash(): void {
		this.slots = new Int32Array(this.slots.length * 4);
		const mask = this.slots.length - 1;
		for (const [index, hash] of this.hashes.entries()) {
			let slot = (hash ^ (hash >>> 15)) & mask;
			while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
			this.slots[slot] = index + 1;
		}
	}

	private giveUp(): void {
		this.isUseful = false;
		this.codes = new Uint16Array(0);
		this.bytes.length = 0;
		this.hashes.length = 0;
		this.slots = new Int32Array(0);
	}
}

function isSame(tail: Uint8Array, utf8: Uint8Array, from: number, to: number): boolean {
	if (tail.length !== to - from) return false;
	for (let index = 0; index < tail.length; index++) if (tail[index] !== utf8[from + index]) return false;
	return true;
}
