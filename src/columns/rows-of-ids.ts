// Which rows hold the profiles of some user_ids, found by looking at every row's once: for a few changes among many profiles this takes a
// fraction of the time of numbering everybody (rows-by-id.ts).
import { hasBit, setBit, wordsFor } from "./bitmap.ts";
import type { CodedText } from "./column/coded-text.ts";
import { hashBytes } from "./column/hash-bytes.ts";
import type { PlainText } from "./column/plain-text.ts";
import { maxBytes, writeUtf8 } from "./column/utf8.ts";
import { idsOf } from "./rows-by-id.ts";
import { type Steps, stretches, toEnd } from "./steps.ts";
import type { Table } from "./table.ts";

/** Rows, or ids, between two pauses: a millisecond or two. */
const maxRows = 2 ** 16;
/** Of the filter, for each id looked for: one other id in 32 passes it, and is read. A power of two. */
const bitsEach = 32;
/** 8 MB: with more ids, more of the others pass. */
const maxFilterBits = 2 ** 26;

/**
 * The rows of the profiles with one of these user_ids, in order: all of each, without removed ones. Ids that nobody has are no mistake. Linear
 * in rows and ids. Throws RangeError when the table has no column of text for user_id.
 *
 *     rowsOfIds(table, new Set(["b", "nobody"])); // -> Int32Array [1]
 */
export const rowsOfIds = (table: Table, ids: ReadonlySet<string>): Int32Array => toEnd(rowsOfIdsInSteps(table, ids));

/** The same, with pauses. Rows that are appended during them are not looked at; those removed may be among the rows or not. */
export function* rowsOfIdsInSteps(table: Table, ids: ReadonlySet<string>): Steps<Int32Array> {
	const column = idsOf(table.frame);
	const { rows } = table;
	const found: number[] = [];
	const find = (row: number): void => {
		if (!table.isRemoved(row)) found.push(row);
	};
	if (column.coded) yield* findCoded(column.coded, rows, ids, find);
	else yield* findPlain(column.plain as PlainText, rows, ids, find);
	return new Int32Array(found);
}

function* findCoded(coded: CodedText, rows: number, ids: ReadonlySet<string>, find: (row: number) => void): Steps<void> {
	const { texts } = coded;
	const wanted = new Uint8Array(texts.length + 1);
	for (const { from, to } of stretches(texts.length, maxRows)) {
		for (let index = from; index < to; index++) wanted[index + 1] = +ids.has(texts[index] as string);
		yield;
	}
	for (const { from, to } of stretches(rows, maxRows)) {
		const { codes } = coded;
		for (let row = from; row < to; row++) if (wanted[codes[row] as number] === 1) find(row);
		yield;
	}
}

/** Only the texts that pass a filter of hashes are read. Source: Bloom 1970, "Space/time trade-offs in hash coding with allowable errors". */
function* findPlain(plain: PlainText, rows: number, ids: ReadonlySet<string>, find: (row: number) => void): Steps<void> {
	const filter = new Int32Array(wordsFor(Math.min(maxFilterBits, powerOfTwo(ids.size) * bitsEach)));
	const mask = filter.length * 32 - 1;
	let utf8 = new Uint8Array(0);
	let count = 0;
	for (const id of ids) {
		if (utf8.length < maxBytes(id)) utf8 = new Uint8Array(maxBytes(id) * 2);
		// Half a character is in no column.
		if (id.isWellFormed()) setBit(filter, hashBytes(utf8, 0, writeUtf8(id, utf8, 0)) & mask);
		if (++count % maxRows === 0) yield;
	}
	for (const { from, to } of stretches(rows, maxRows)) {
		const { utf8: bytes, offsets } = plain;
		for (let row = from; row < to; row++) {
			const hash = hashBytes(bytes, offsets[row] as number, offsets[row + 1] as number);
			if (hasBit(filter, hash & mask) && ids.has(plain.at(row) as string)) find(row);
		}
		yield;
	}
}

const powerOfTwo = (atLeast: number): number => 2 ** Math.ceil(Math.log2(Math.max(atLeast, 1)));
