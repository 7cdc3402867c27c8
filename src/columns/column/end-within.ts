// Where to stop in texts of any length, so that work on them takes about as long each time.

/**
 * As many of the texts `from` to `to` as have no more than that many bytes together, but one at least: the one after them. Text i is from
 * `offsets[i]` to `offsets[i + 1]`.
 */
export function endWithin(offsets: Int32Array, from: number, to: number, bytes: number): number {
	const end = (offsets[from] as number) + bytes;
	let low = from + 1;
	let high = to;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if ((offsets[middle] as number) <= end) low = middle;
		else high = middle - 1;
	}
	return low;
}
