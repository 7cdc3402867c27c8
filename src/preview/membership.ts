// The rows that are profiles, and which of them are inside: what distributions count.
import { countAll, hasBit } from "../columns/bitmap.ts";
import type { LiveRows } from "./live-rows.ts";

export interface Counts {
	/** Profiles of the segment. */
	readonly inside: number;
	/** Profiles of the table, those of the segment among them. */
	readonly everyone: number;
}

/** The same while it is being counted. */
export interface Tally {
	inside: number;
	everyone: number;
}

export class Membership implements Counts {
	readonly rows: number;
	readonly inside: number;
	readonly everyone: number;
	/** One bit a row. */
	readonly insideWords: Int32Array;
	readonly liveWords: Int32Array;

	constructor(live: LiveRows, insideWords: Int32Array) {
		this.rows = live.rows;
		this.insideWords = insideWords;
		this.inside = countAll(insideWords, live.words);
		this.liveWords = new Int32Array(live.words).fill(-1);
		live.clearOthers(this.liveWords, 0, live.words);
		this.everyone = live.size;
	}

	isProfile(row: number): boolean {
		return hasBit(this.liveWords, row);
	}

	/** Counts a profile's row. */
	count(row: number, tally: Tally): void {
		tally.everyone++;
		tally.inside += ((this.insideWords[row >>> 5] as number) >>> (row & 31)) & 1;
	}
}
