// A bit a row that grows: which values are there, and which are true.
import { hasBit, setBit, wordsFor } from "../bitmap.ts";
import { grownIntegers, trimmed } from "./growing.ts";

export class RowBits {
	words: Int32Array = new Int32Array(0);
	length = 0;
	/** The words belong to a loaded buffer, which is never written to: the last of them has room for more rows. */
	private isBorrowed = false;

	/** Takes over words as they are. Bits beyond `length` are 0. */
	borrow(words: Int32Array, length: number): void {
		this.words = words;
		this.length = length;
		this.isBorrowed = true;
	}

	push(bit: boolean): void {
		const row = this.length++;
		if ((row & 31) === 0) this.words = grownIntegers(this.words, (row >>> 5) + 1);
		if (bit) this.set(row);
	}

	/** Of a row that is there. */
	set(row: number): void {
		if (this.isBorrowed) {
			this.words = this.words.slice();
			this.isBorrowed = false;
		}
		setBit(this.words, row);
	}

	has(row: number): boolean {
		return hasBit(this.words, row);
	}

	trim(): void {
		this.words = trimmed(this.words, wordsFor(this.length));
	}
}
