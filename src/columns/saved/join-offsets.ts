// What all columns with offsets and presence have in common when they are joined.
import { wordsFor } from "../bitmap.ts";
import type { RowBits } from "../column/row-bits.ts";
import { type Steps, stretches } from "../steps.ts";
import { copyBits } from "./bits.ts";

export const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

export function joinBits(into: RowBits, pieces: readonly RowBits[]): void {
	const length = sumOf(pieces.map((piece) => piece.length));
	const words = new Int32Array(wordsFor(length));
	let at = 0;
	for (const piece of pieces) {
		copyBits(piece.words, 0, piece.length, words, at);
		at += piece.length;
	}
	into.words = words;
	into.length = length;
}

/** Each begins where the one before it ends. */
export function* joinedOffsets(pieces: readonly Int32Array[], tooMany: string): Steps<Int32Array> {
	const values = new Int32Array(sumOf(pieces.map((piece) => piece.length - 1)) + 1);
	let at = 0;
	let first = 0;
	for (const piece of pieces) {
		const end = first + (piece[piece.length - 1] as number);
		if (end > 2 ** 31 - 1) throw new RangeError(tooMany);
		yield* shift(piece.subarray(1), first, values.subarray(at + 1));
		at += piece.length - 1;
		first = end;
	}
	return values;
}

/** `into` has room. */
function* shift(offsets: Int32Array, by: number, into: Int32Array): Steps<void> {
	for (const { from, to } of stretches(offsets.length)) {
		const [source, target] = [offsets.subarray(from, to), into.subarray(from, to)];
		const { length } = source;
		for (let row = 0; row < length; row = (row + 1) | 0) target[row] = by + (source[row] as number);
		yield;
	}
}
