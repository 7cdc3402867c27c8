// Arrays of bits that nobody needs any more, to be used again: a fresh one has to be cleared, and collected later.

/** More would be kept for nothing: a plan's temporary answers are as many as it is deep. */
const maxSpare = 8;

export class SpareWords {
	private arrays: Int32Array[] = [];

	/** With any content. */
	take(words: number): Int32Array {
		const array = this.arrays.pop();
		if (array?.length === words) return array;
		// The table has grown: the others are of the wrong length too.
		this.arrays = [];
		return new Int32Array(words);
	}

	copy(words: Int32Array): Int32Array {
		const array = this.take(words.length);
		array.set(words);
		return array;
	}

	/** The caller has no use for it any more. */
	give(words: Int32Array): void {
		if (this.arrays.length < maxSpare) this.arrays.push(words);
	}
}
