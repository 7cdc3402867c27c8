// The profiles inside, to be paged through: any of a million is found without listing those before it.
import { countAll, countBits } from "../columns/bitmap.ts";

/** Words between two entries of the rank directory. */
const strideWords = 256;

/** Immutable. Not plain data: it stays where it was made, and pages of it travel. */
export class Matches {
	/** One bit a row. */
	readonly words: Int32Array;
	readonly count: number;
	/** How many matches come before each stride of words. Source: Jacobson 1989, Space-efficient static trees (rank directories). */
	private readonly before: Int32Array;

	constructor(words: Int32Array) {
		this.words = words;
		const strides = Math.ceil(words.length / strideWords);
		this.before = new Int32Array(strides + 1);
		let count = 0;
		for (let stride = 0; stride < strides; stride++) {
			const from = stride * strideWords;
			count += countAll(words, Math.min(strideWords, words.length - from), from);
			this.before[stride + 1] = count;
		}
		this.count = count;
	}

	/** The rows of the matches from the `offset`th on, in order, at most `limit`. Costs the page and a look into the directory. */
	rows(offset: number, limit: number): readonly number[] {
		const rows: number[] = [];
		if (offset >= this.count || limit <= 0) return rows;
		const stride = this.strideOf(offset);
		let skip = offset - (this.before[stride] as number);
		for (let word = stride * strideWords; word < this.words.length; word++) {
			let bits = this.words[word] as number;
			const here = countBits(bits);
			if (skip >= here) {
				skip -= here;
				continue;
			}
			for (; bits !== 0; bits &= bits - 1) {
				if (skip > 0) skip--;
				else if (rows.push(word * 32 + 31 - Math.clz32(bits & -bits)) === limit) return rows;
			}
		}
		return rows;
	}

	/** The last stride with no more than `offset` matches before it. */
	private strideOf(offset: number): number {
		let low = 0;
		let high = this.before.length - 1;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((this.before[middle] as number) <= offset) low = middle;
			else high = middle;
		}
		return low;
	}
}
