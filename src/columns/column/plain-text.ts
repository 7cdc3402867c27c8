// Text of many distinct values, such as e-mail addresses: UTF-8 bytes one after the other, and where each begins.
import { Bigrams } from "./bigrams.ts";
import { endWithin } from "./end-within.ts";
import { grownBytes, grownIntegers, trimmed } from "./growing.ts";
import { RowBits } from "./row-bits.ts";
import { Tails } from "./tails.ts";
import { maxBytes, readUtf8, writeUsableUtf8, writeUtf8 } from "./utf8.ts";

/** Offsets are 32-bit integers. */
const maxColumnBytes = 2 ** 31 - 1;

export class PlainText {
	utf8: Uint8Array = new Uint8Array(0);
	/** Row r is from `offsets[r]` to `offsets[r + 1]`; a missing one has no bytes. */
	offsets: Int32Array = new Int32Array(1);
	readonly present: RowBits = new RowBits();
	#tails: Tails | undefined;
	#bigrams: Bigrams | undefined;

	get length(): number {
		return this.present.length;
	}

	/** Rows that there is room for: indexes make room for as many at once, so that they are not moved row by row. */
	get rowCapacity(): number {
		return this.offsets.length - 1;
	}

	/** Room for that much: growing by and by copies tens of megabytes at once now and then, which takes longer than a frame. */
	reserve(rows: number, bytes: number): void {
		this.offsets = grownIntegers(this.offsets, rows + 1);
		this.utf8 = grownBytes(this.utf8, Math.min(bytes, maxColumnBytes));
	}

	/** Throws RangeError when the column would be larger than 2 GB. */
	push(text: string | undefined): void {
		const at = this.offsets[this.length] as number;
		if (text === undefined) {
			this.endRow(at, false);
			return;
		}
		this.makeRoom(at + maxBytes(text));
		this.endRow(writeUtf8(text, this.utf8, at), true);
	}

	/** Appends a text if it is usable, and says whether it did. Throws as `push`. */
	pushUsable(text: string): boolean {
		const at = this.offsets[this.length] as number;
		this.makeRoom(at + maxBytes(text));
		const end = writeUsableUtf8(text, this.utf8, at);
		if (end < 0) return false;
		this.endRow(end, true);
		return true;
	}

	private makeRoom(bytes: number): void {
		if (bytes > maxColumnBytes) throw new RangeError("A column of text cannot hold more than 2 GB.");
		this.utf8 = grownBytes(this.utf8, bytes);
	}

	private endRow(end: number, isPresent: boolean): void {
		const row = this.length;
		if (row + 2 > this.offsets.length) this.offsets = grownIntegers(this.offsets, row + 2);
		this.offsets[row + 1] = end;
		this.present.push(isPresent);
	}

	at(row: number): string | undefined {
		if (!this.present.has(row)) return undefined;
		return readUtf8(this.utf8, this.offsets[row] as number, this.offsets[row + 1] as number);
	}

	/** As many of the rows `from` to `to` as have no more than that many bytes together, but one at least: the row after them. */
	endWithin(from: number, to: number, bytes: number): number {
		return endWithin(this.offsets, from, to, bytes);
	}

	/** Of the arrays, those of indexes included as far as they have been made. */
	get bytes(): number {
		const indexes = (this.#tails?.codes.byteLength ?? 0) + (this.#bigrams?.bytes ?? 0);
		return this.utf8.byteLength + this.offsets.byteLength + this.present.words.byteLength + indexes;
	}

	/** Indexes of the texts, made as far as they are asked for. */
	get tails(): Tails {
		this.#tails ??= new Tails(this);
		return this.#tails;
	}

	get bigrams(): Bigrams {
		this.#bigrams ??= new Bigrams(this);
		return this.#bigrams;
	}

	trim(): void {
		this.utf8 = trimmed(this.utf8, this.offsets[this.length] as number);
		this.offsets = trimmed(this.offsets, this.length + 1);
		this.present.trim();
	}
}
