// From elements to the rows that own them. `offsets[row]` to `offsets[row + 1]` are a row's elements; `bits` holds an answer for each
// element, its first bit is that of element `base`.
import { countBits } from "../bitmap.ts";

/** How many set bits each of the rows `from` to `to` owns. Linear in rows and in words of `bits`, however many elements a row has. */
export function countOwned(offsets: Int32Array, from: number, to: number, bits: Int32Array, base: number, counts: Float64Array): void {
	const first = (offsets[from] as number) - base;
	let word = first >>> 5;
	// Bits of whole words so far; what came before `first` cancels out.
	let whole = 0;
	let before = countBits((bits[word] as number) & ((1 << (first & 31)) - 1));
	for (let row = from; row < to; row++) {
		const end = (offsets[row + 1] as number) - base;
		const endWord = end >>> 5;
		while (word < endWord) whole += countBits(bits[word++] as number);
		const upTo = whole + countBits((bits[endWord] as number) & ((1 << (end & 31)) - 1));
		counts[row - from] = upTo - before;
		before = upTo;
	}
}

/** How many elements each of the rows has. */
export function countElements(offsets: Int32Array, from: number, to: number, counts: Float64Array): void {
	for (let row = from; row < to; row++) counts[row - from] = (offsets[row + 1] as number) - (offsets[row] as number);
}

/** For the elements `from` to `to`, the row that owns each. */
export function ownersOf(offsets: Int32Array, rows: number, from: number, to: number, owners: Int32Array): void {
	let low = 0;
	let high = rows;
	// The last row that begins at or before `from`; empty rows before it begin there too, and are passed over below.
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if ((offsets[middle] as number) <= from) low = middle;
		else high = middle;
	}
	for (let element = from, row = low; element < to; element++) {
		while ((offsets[row + 1] as number) <= element) row++;
		owners[element - from] = row;
	}
}
