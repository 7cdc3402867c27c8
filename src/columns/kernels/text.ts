// Text of many distinct values, searched as bytes: UTF-8 is such that a text is part of another exactly when its bytes are. Each loop writes
// a bit for the rows `from` to `to`, of which `from` is a multiple of 32; `bits` is 0 from `word` on. No needle is empty.
import type { PlainText } from "../column/plain-text.ts";

function mark(bits: Int32Array, word: number, index: number): void {
	bits[word + (index >>> 5)] = (bits[word + (index >>> 5)] as number) | (1 << (index & 31));
}

export function startsWith(text: PlainText, from: number, to: number, needle: Uint8Array, bits: Int32Array, word: number): void {
	const { utf8, offsets } = text;
	const { length } = needle;
	const first = needle[0] as number;
	for (let row = from; row < to; row++) {
		const at = offsets[row] as number;
		if (utf8[at] !== first || (offsets[row + 1] as number) - at < length) continue;
		let same = 1;
		while (same < length && utf8[at + same] === needle[same]) same++;
		if (same === length) mark(bits, word, row - from);
	}
}

export function endsWith(text: PlainText, from: number, to: number, needle: Uint8Array, bits: Int32Array, word: number): void {
	const { utf8, offsets } = text;
	const { length } = needle;
	for (let row = from; row < to; row++) {
		if (endsAt(utf8, offsets[row] as number, offsets[row + 1] as number, needle, length)) mark(bits, word, row - from);
	}
}

/** Of some rows only: those whose bit is set in `asked`, which begins with row `from`. */
export function endsWithAmong(
	text: PlainText,
	from: number,
	needle: Uint8Array,
	asked: Int32Array,
	words: number,
	bits: Int32Array,
	word: number,
): void {
	const { utf8, offsets } = text;
	for (let index = 0; index < words; index++) {
		for (let left = asked[index] as number; left !== 0; left &= left - 1) {
			const row = from + index * 32 + 31 - Math.clz32(left & -left);
			if (endsAt(utf8, offsets[row] as number, offsets[row + 1] as number, needle, needle.length)) mark(bits, word, row - from);
		}
	}
}

function endsAt(utf8: Uint8Array, from: number, to: number, needle: Uint8Array, length: number): boolean {
	const at = to - length;
	if (at < from) return false;
	let same = length - 1;
	while (same >= 0 && utf8[at + same] === needle[same]) same--;
	return same < 0;
}

export function equals(text: PlainText, from: number, to: number, needle: Uint8Array, bits: Int32Array, word: number): void {
	const { utf8, offsets } = text;
	const { length } = needle;
	const last = needle[length - 1] as number;
	for (let row = from; row < to; row++) {
		const at = offsets[row] as number;
		if ((offsets[row + 1] as number) - at !== length || utf8[at + length - 1] !== last) continue;
		let same = 0;
		while (same < length && utf8[at + same] === needle[same]) same++;
		if (same === length) mark(bits, word, row - from);
	}
}

/** Whether all bits of `low` and `high` are set in a row's own: 32 rows a word. */
export function haveAllBits(
	lows: Int32Array,
	highs: Int32Array,
	from: number,
	to: number,
	low: number,
	high: number,
	bits: Int32Array,
	word: number,
): void {
	const whole = from + ((to - from) & ~31);
	let row = from;
	let into = word;
	while (row < whole) {
		let made = 0;
		for (const stop = row + 32; row < stop; row += 4) {
			made =
				(made >>> 4) |
				(+(((~(lows[row] as number) & low) | (~(highs[row] as number) & high)) === 0) << 28) |
				(+(((~(lows[row + 1] as number) & low) | (~(highs[row + 1] as number) & high)) === 0) << 29) |
				(+(((~(lows[row + 2] as number) & low) | (~(highs[row + 2] as number) & high)) === 0) << 30) |
				(+(((~(lows[row + 3] as number) & low) | (~(highs[row + 3] as number) & high)) === 0) << 31);
		}
		bits[into++] = made;
	}
	if (row === to) return;
	let rest = 0;
	for (let bit = 0; row < to; bit++, row++) rest |= +(((~(lows[row] as number) & low) | (~(highs[row] as number) & high)) === 0) << bit;
	bits[into] = rest;
}

/** Of some rows only: those whose bit is set in `asked`, which begins with row `from`. */
export function containsAmong(
	text: PlainText,
	from: number,
	needle: Uint8Array,
	shifts: Uint8Array,
	asked: Int32Array,
	words: number,
	bits: Int32Array,
	word: number,
): void {
	const { utf8, offsets } = text;
	const last = needle.length - 1;
	const lastByte = needle[last] as number;
	for (let index = 0; index < words; index++) {
		let found = 0;
		for (let left = asked[index] as number; left !== 0; left &= left - 1) {
			const bit = 31 - Math.clz32(left & -left);
			const row = from + index * 32 + bit;
			const end = offsets[row + 1] as number;
			for (let at = (offsets[row] as number) + last; at < end; at += shifts[utf8[at] as number] as number) {
				if (utf8[at] !== lastByte) continue;
				let same = 1;
				while (same <= last && utf8[at - same] === needle[last - same]) same++;
				if (same > last) {
					found |= 1 << bit;
					break;
				}
			}
		}
		bits[word + index] = found;
	}
}

/** Rows that have a text in both, and the same. */
export function sameTexts(left: PlainText, right: PlainText, from: number, to: number, bits: Int32Array, word: number): void {
	for (let row = from; row < to; row++) {
		let at = left.offsets[row] as number;
		let other = right.offsets[row] as number;
		const end = left.offsets[row + 1] as number;
		if (end - at !== (right.offsets[row + 1] as number) - other || !left.present.has(row) || !right.present.has(row)) continue;
		while (at < end && left.utf8[at] === right.utf8[other]) {
			at++;
			other++;
		}
		if (at === end) mark(bits, word, row - from);
	}
}

/** For each last byte of a window, how far it can move on. Source: Horspool 1980, Practical fast searching in strings. */
export function shiftsOf(needle: Uint8Array): Uint8Array {
	const { length } = needle;
	// Shorter moves than possible are right too, and fit a byte.
	const shifts = new Uint8Array(256).fill(Math.min(length, 255));
	for (let index = 0; index < length - 1; index++) shifts[needle[index] as number] = Math.min(length - 1 - index, 255);
	return shifts;
}

/** All rows are one text to it: a place that reaches over the end of a row is none. */
export function contains(
	text: PlainText,
	from: number,
	to: number,
	needle: Uint8Array,
	shifts: Uint8Array,
	bits: Int32Array,
	word: number,
): void {
	const { utf8, offsets } = text;
	const last = needle.length - 1;
	const lastByte = needle[last] as number;
	const end = offsets[to] as number;
	let row = from;
	let at = (offsets[from] as number) + last;
	// `at` is where the window ends.
	while (at < end) {
		const byte = utf8[at] as number;
		if (byte === lastByte) {
			let same = 1;
			while (same <= last && utf8[at - same] === needle[last - same]) same++;
			if (same > last) {
				const begin = at - last;
				while ((offsets[row + 1] as number) <= begin) row++;
				const next = offsets[row + 1] as number;
				if (at < next) {
					mark(bits, word, row - from);
					at = next + last;
					continue;
				}
			}
		}
		at += shifts[byte] as number;
	}
}
