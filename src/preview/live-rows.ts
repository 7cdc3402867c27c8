// The rows that count: those of a moment's table that have not been removed. What comes or goes during pauses changes nothing.
import { clearTail, wordsFor } from "../columns/bitmap.ts";
import { andNotInto } from "../columns/kernels/words.ts";
import type { Table } from "../columns/table.ts";
import type { CountedRows } from "./run-combination.ts";

export class LiveRows implements CountedRows {
	/** Removed ones included. */
	readonly rows: number;
	/** Profiles. */
	readonly size: number;
	/** The table's version that answers are true of. */
	readonly version: number;
	private readonly removed: Int32Array | undefined;

	constructor({ rows, size, version, removedRows }: Table) {
		this.rows = rows;
		this.size = size;
		this.version = version;
		this.removed = removedRows?.slice(0, wordsFor(rows));
	}

	get words(): number {
		return wordsFor(this.rows);
	}

	hasOthers(from: number, words: number): boolean {
		return this.removed !== undefined || (from + words) * 32 > this.rows;
	}

	clearOthers(bits: Int32Array, from: number, words: number): void {
		if (this.removed) andNotInto(bits, 0, this.removed.subarray(from, from + words), words);
		if ((from + words) * 32 > this.rows) clearTail(bits, 0, this.rows - from * 32);
	}
}
