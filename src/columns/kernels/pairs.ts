// Loops over two rows of doubles side by side, NaN where a value is missing: every comparison with it is false.

export function equalPairs(left: Float64Array, right: Float64Array, count: number, bits: Int32Array, word: number): void {
	for (let from = 0, to = word; from < count; to++) {
		let made = 0;
		const stop = Math.min(from + 32, count);
		for (let bit = 0; from < stop; bit++, from++) made |= +((left[from] as number) === (right[from] as number)) << bit;
		bits[to] = made;
	}
}

export function lessPairs(left: Float64Array, right: Float64Array, count: number, bits: Int32Array, word: number): void {
	for (let from = 0, to = word; from < count; to++) {
		let made = 0;
		const stop = Math.min(from + 32, count);
		for (let bit = 0; from < stop; bit++, from++) made |= +((left[from] as number) < (right[from] as number)) << bit;
		bits[to] = made;
	}
}

export function atMostPairs(left: Float64Array, right: Float64Array, count: number, bits: Int32Array, word: number): void {
	for (let from = 0, to = word; from < count; to++) {
		let made = 0;
		const stop = Math.min(from + 32, count);
		for (let bit = 0; from < stop; bit++, from++) made |= +((left[from] as number) <= (right[from] as number)) << bit;
		bits[to] = made;
	}
}
