// Sums and extremes of the elements that each row owns, in their order, as the rule folds them. `values` begins with element `base`; NaN is a
// missing value and is passed over. Rows `from` to `to`; `into` begins with row `from`.

export interface Owned {
	readonly offsets: Int32Array;
	readonly from: number;
	readonly to: number;
	readonly base: number;
}

export function sums({ offsets, from, to, base }: Owned, values: Float64Array, scale: number, into: Float64Array): void {
	for (let row = from, at = (offsets[from] as number) - base; row < to; row++) {
		let sum = 0;
		for (const end = (offsets[row + 1] as number) - base; at < end; at++) {
			const value = values[at] as number;
			if (!Number.isNaN(value)) sum += value;
		}
		into[row - from] = sum / scale;
	}
}

/** NaN where there is nothing. */
export function averages({ offsets, from, to, base }: Owned, values: Float64Array, scale: number, into: Float64Array): void {
	for (let row = from, at = (offsets[from] as number) - base; row < to; row++) {
		let sum = 0;
		let count = 0;
		for (const end = (offsets[row + 1] as number) - base; at < end; at++) {
			const value = values[at] as number;
			if (!Number.isNaN(value)) {
				sum += value;
				count++;
			}
		}
		into[row - from] = sum / (count * scale);
	}
}

/** NaN where there is nothing. */
export function minima({ offsets, from, to, base }: Owned, values: Float64Array, into: Float64Array): void {
	for (let row = from, at = (offsets[from] as number) - base; row < to; row++) {
		let least = Number.NaN;
		for (const end = (offsets[row + 1] as number) - base; at < end; at++) {
			const value = values[at] as number;
			if (value < least || Number.isNaN(least)) least = value;
		}
		into[row - from] = least;
	}
}

/** NaN where there is nothing. */
export function maxima({ offsets, from, to, base }: Owned, values: Float64Array, into: Float64Array): void {
	for (let row = from, at = (offsets[from] as number) - base; row < to; row++) {
		let most = Number.NaN;
		for (const end = (offsets[row + 1] as number) - base; at < end; at++) {
			const value = values[at] as number;
			if (value > most || Number.isNaN(most)) most = value;
		}
		into[row - from] = most;
	}
}

/** How many different values there are. */
export function distinctCounts({ offsets, from, to, base }: Owned, values: Float64Array, into: Float64Array): void {
	const met = new Set<number>();
	for (let row = from, at = (offsets[from] as number) - base; row < to; row++) {
		met.clear();
		for (const end = (offsets[row + 1] as number) - base; at < end; at++) {
			const value = values[at] as number;
			if (!Number.isNaN(value)) met.add(value);
		}
		into[row - from] = met.size;
	}
}

/** The values whose bit is set, NaN for the others. */
export function keepSet(values: Float64Array, bits: Int32Array, count: number, into: Float64Array): void {
	for (let index = 0; index < count; index++) {
		into[index] = ((bits[index >>> 5] as number) >>> (index & 31)) & 1 ? (values[index] as number) : Number.NaN;
	}
}
