// A bit a row that grows: which values are there, and which are true.
import { hasBit, setBit, wordsFor } from "../bitmap.ts";
import { grownIntegers } from "./growing.ts";

export class RowBits {
	words: Int32Array = new Int32Array(0);
	length = 0;

	push(bit: boolean): void {
		const row = this.length++;
		if ((row & 31) === 0) this.words = grownIntegers(this.words, (row >>> 5) + 1);
		if (bit) setBit(this.words, row);
	}

	has(row: number): boolean {
		return hasBit(this.words, row);
	}

	trim(): void {
		this.words = this.words.slice(0, wordsFor(this.length));
	}
}
