// The parts that a prepared condition is made of. They are made once for each run and asked for one stretch of rows after the other; what
// they are called through costs little, because the loops are in src/columns/kernels.

/** Rows of a frame. `from` is a multiple of 32. */
export interface Stretch {
	readonly from: number;
	/** Not included. */
	readonly to: number;
}

export interface Test {
	/** Writes a bit for each row of the stretch, in whole words from `word` on. Bits beyond `to` can be anything. */
	run(stretch: Stretch, bits: Int32Array, word: number): void;
}

export interface Numbers {
	/** The value of each row of the stretch, NaN where it is missing. It is true until the next call. */
	read(stretch: Stretch): Float64Array;
}

/** Arrays that are used again for every stretch, with at least the room asked for and any content. */
export function doubleScratch(): (count: number) => Float64Array {
	let array = new Float64Array(0);
	return (count) => {
		if (array.length < count) array = new Float64Array(count);
		return array;
	};
}

export function integerScratch(): (count: number) => Int32Array {
	let array = new Int32Array(0);
	return (count) => {
		if (array.length < count) array = new Int32Array(count);
		return array;
	};
}
