// Which rows of a column are saved: where each range of them begins and ends, one after the other. What is asked for one range, which is most
// often the case, is a view; of more ranges it is a copy.
import { hasBit, wordsFor } from "../bitmap.ts";
import type { Codes } from "../column/coded-text.ts";
import type { Steps } from "../steps.ts";
import { copyBits } from "./bits.ts";

/** In order, none empty: even entries are first rows, odd ones those after the last. */
export type RowRanges = Int32Array;

/** Ranges shorter than this are copied entry by entry: a view for each would take longer. */
const shortRange = 32;

export function countIn(ranges: RowRanges): number {
	let count = 0;
	for (let at = 0; at < ranges.length; at += 2) count += (ranges[at + 1] as number) - (ranges[at] as number);
	return count;
}

/** The rows of one chunk after the other, without those removed; one chunk without rows where there is none. */
export function* chunkRanges(rows: number, chunkRows: number, removed: Int32Array | undefined): Generator<RowRanges, void> {
	let bounds: number[] = [];
	let count = 0;
	let isAny = false;
	for (let row = 0; row < rows; ) {
		const end = endOfRange(row, Math.min(rows, row + chunkRows - count), removed);
		if (end > row) bounds.push(row, end);
		count += end - row;
		// A range that is empty begins with a removed row.
		row = Math.max(end, row + 1);
		if (count < chunkRows) continue;
		yield new Int32Array(bounds);
		isAny = true;
		bounds = [];
		count = 0;
	}
	if (count > 0 || !isAny) yield new Int32Array(bounds);
}

function endOfRange(from: number, most: number, removed: Int32Array | undefined): number {
	if (!removed) return most;
	let end = from;
	while (end < most && !hasBit(removed, end)) end++;
	return end;
}

/** Where the elements of the rows are. */
export function elementRanges(ranges: RowRanges, offsets: Int32Array): RowRanges {
	const found = new Int32Array(ranges.length);
	let length = 0;
	for (let at = 0; at < ranges.length; at += 2) {
		const from = offsets[ranges[at] as number] as number;
		const to = offsets[ranges[at + 1] as number] as number;
		if (to === from) continue;
		found[length++] = from;
		found[length++] = to;
	}
	return found.subarray(0, length);
}

export function valuesIn<T extends Codes | Float64Array>(values: T, ranges: RowRanges): T {
	if (ranges.length <= 2) return values.subarray(ranges[0] ?? 0, ranges[1] ?? 0) as T;
	const made = new (values.constructor as new (length: number) => T)(countIn(ranges));
	let at = 0;
	for (let index = 0; index < ranges.length; index += 2) {
		const from = ranges[index] as number;
		const to = ranges[index + 1] as number;
		if (to - from < shortRange) for (let row = from; row < to; row++) made[at + row - from] = values[row] as number;
		else made.set(values.subarray(from, to) as never, at);
		at += to - from;
	}
	return made;
}

export function bitsIn(words: Int32Array, ranges: RowRanges): Int32Array {
	const made = new Int32Array(wordsFor(countIn(ranges)));
	let at = 0;
	for (let index = 0; index < ranges.length; index += 2) {
		const from = ranges[index] as number;
		const count = (ranges[index + 1] as number) - from;
		copyBits(words, from, count, made, at);
		at += count;
	}
	return made;
}

/** Offsets that begin at 0 again: one more than there are rows. */
export function* offsetsIn(offsets: Int32Array, ranges: RowRanges): Steps<Int32Array> {
	if (ranges.length === 2 && offsets[ranges[0] as number] === 0) return offsets.subarray(ranges[0], (ranges[1] as number) + 1);
	const made = new Int32Array(countIn(ranges) + 1);
	let at = 0;
	for (let index = 0; index < ranges.length; index += 2) {
		const from = ranges[index] as number;
		const to = ranges[index + 1] as number;
		const by = (made[at] as number) - (offsets[from] as number);
		for (let row = from + 1; row <= to; row++) made[at + row - from] = by + (offsets[row] as number);
		at += to - from;
	}
	yield;
	return made;
}
