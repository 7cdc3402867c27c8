// Which rows an estimate looks at: stretches of a few words, spread evenly, and their answers one after the other.
import { countAll } from "../columns/bitmap.ts";
import type { LiveRows } from "./live-rows.ts";
import type { CountedRows } from "./run-combination.ts";

/** Short, because neighbours may be alike; whole words. */
const stretchWords = 8;

export interface SampledStretch {
	readonly from: number;
	/** Not included. */
	readonly to: number;
	/** Where its answers are among those of the sample. */
	readonly word: number;
}

export class SampledRows implements CountedRows {
	readonly words: number;
	readonly stretches: readonly SampledStretch[];
	/** Whether the sample is the whole table. */
	readonly isAll: boolean;
	/** Profiles of the sample. */
	readonly size: number;
	/** Its rows that are profiles. */
	private readonly live: Int32Array;

	/** About `wanted` rows, at least one stretch. Throws RangeError when that is not a number above 0. */
	constructor(rows: LiveRows, wanted: number) {
		if (!(wanted > 0)) throw new RangeError(`sampleRows is a number above 0, not ${wanted}.`);
		const all = Math.ceil(rows.words / stretchWords);
		const count = Math.min(all, Math.ceil(wanted / (stretchWords * 32)));
		this.isAll = count === all;
		this.stretches = Array.from({ length: count }, (_, index) => {
			const from = Math.floor((index * all) / count) * stretchWords * 32;
			return { from, to: Math.min(from + stretchWords * 32, rows.rows), word: index * stretchWords };
		});
		this.words = count * stretchWords;
		const everyone = new Int32Array(rows.words).fill(-1);
		rows.clearOthers(everyone, 0, rows.words);
		this.live = this.gather(everyone);
		this.size = countAll(this.live, this.words);
	}

	/** The sample's part of an answer of all rows. */
	gather(answer: Int32Array): Int32Array {
		const words = new Int32Array(this.words);
		for (const { from, word } of this.stretches) words.set(answer.subarray(from >>> 5, (from >>> 5) + stretchWords), word);
		return words;
	}

	hasOthers(): boolean {
		return true;
	}

	clearOthers(bits: Int32Array, from: number, words: number): void {
		for (let word = 0; word < words; word++) bits[word] = (bits[word] as number) & (this.live[from + word] as number);
	}
}
