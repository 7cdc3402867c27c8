// Which rows of a refresh seem to have a user_id that another has too: a paged source whose rows shift while it is read gives people twice. Hashes
// are kept while the rows come, 8 bytes a row, and sorted once at the end. A set of the ids would take ten times as much, and longer.
import type { CodedText } from "../columns/column/coded-text.ts";
import { grownDoubles } from "../columns/column/growing.ts";
import type { PlainText } from "../columns/column/plain-text.ts";
import { maxBytes, writeUtf8 } from "../columns/column/utf8.ts";
import { type Steps, stretches } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";

/** Rows between two pauses, and hashes that are sorted at once: a millisecond or two. */
const maxRows = 2 ** 13;

/** Of the second hash, what a double has room for beside the first. */
const secondBits = 21;

/** Of a row without an id. */
const none = -1;

export class IdHashes {
	#hashes: Float64Array = new Float64Array(0);
	#rows = 0;

	/** Adds the rows of a table after those so far. None has an id where ids are not kept, or are no texts. */
	*add({ frame, rows }: Table): Steps<void> {
		const column = frame.members.get("user_id")?.column;
		this.#hashes = grownDoubles(this.#hashes, this.#rows + rows);
		const hashes = this.#hashes.subarray(this.#rows, this.#rows + rows).fill(none);
		this.#rows += rows;
		if (column?.kind !== "text") return;
		for (const { from, to } of stretches(rows, maxRows)) {
			if (column.plain) addPlain(column.plain, from, to, hashes);
			else if (column.coded) addCoded(column.coded, from, to, hashes);
			yield;
		}
	}

	/** The rows whose hash another row has, in order. Somebody can make ids of one hash: the ids have to be compared. */
	*repeated(): Steps<readonly number[]> {
		const hashes = this.#hashes.subarray(0, this.#rows);
		const found = yield* repeatedHashes(hashes);
		const rows: number[] = [];
		if (found.size === 0) return rows;
		for (const { from, to } of stretches(hashes.length, maxRows)) {
			for (let row = from; row < to; row++) if (found.has(hashes[row] as number)) rows.push(row);
			yield;
		}
		return rows;
	}
}

/** Put into parts by their highest bits first, so that none takes long to sort. */
function* repeatedHashes(hashes: Float64Array): Steps<ReadonlySet<number>> {
	const bits = Math.min(16, Math.max(0, Math.ceil(Math.log2(hashes.length / maxRows))));
	const divisor = 2 ** (32 + secondBits - bits);
	/** Where each part begins, and the last ends. */
	const starts = new Int32Array(2 ** bits + 1);
	for (const { from, to } of stretches(hashes.length, maxRows)) {
		count(hashes.subarray(from, to), divisor, starts);
		yield;
	}
	for (let part = 1; part < starts.length; part++) starts[part] = (starts[part] as number) + (starts[part - 1] as number);
	const parts = new Float64Array(starts.at(-1) as number);
	const ends = starts.slice();
	for (const { from, to } of stretches(hashes.length, maxRows)) {
		place(hashes.subarray(from, to), divisor, parts, ends);
		yield;
	}
	const found = new Set<number>();
	for (let part = 1; part < starts.length; part++) {
		findRepeated(parts.subarray(starts[part - 1], starts[part]).sort(), found);
		yield;
	}
	return found;
}

function count(hashes: Float64Array, divisor: number, starts: Int32Array): void {
	for (let row = 0; row < hashes.length; row++) {
		const hash = hashes[row] as number;
		if (hash === none) continue;
		const part = Math.floor(hash / divisor) + 1;
		starts[part] = (starts[part] as number) + 1;
	}
}

function place(hashes: Float64Array, divisor: number, parts: Float64Array, ends: Int32Array): void {
	for (let row = 0; row < hashes.length; row++) {
		const hash = hashes[row] as number;
		if (hash === none) continue;
		const part = Math.floor(hash / divisor);
		const at = ends[part] as number;
		parts[at] = hash;
		ends[part] = at + 1;
	}
}

function findRepeated(sorted: Float64Array, found: Set<number>): void {
	for (let index = 1; index < sorted.length; index++) {
		if (sorted[index] === sorted[index - 1]) found.add(sorted[index] as number);
	}
}

function addPlain({ utf8, offsets, present }: PlainText, from: number, to: number, hashes: Float64Array): void {
	for (let row = from; row < to; row++) {
		if (present.has(row)) hashes[row] = hashOf(utf8, offsets[row] as number, offsets[row + 1] as number);
	}
}

function addCoded(coded: CodedText, from: number, to: number, hashes: Float64Array): void {
	let utf8 = new Uint8Array(0);
	for (let row = from; row < to; row++) {
		const id = coded.at(row);
		if (id === undefined) continue;
		if (utf8.length < maxBytes(id)) utf8 = new Uint8Array(maxBytes(id) * 2);
		hashes[row] = hashOf(utf8, 0, writeUtf8(id, utf8, 0));
	}
}

/** A whole number of 53 bits. Source: FNV-1a (Fowler, Noll and Vo), and the same with another factor. */
function hashOf(utf8: Uint8Array, from: number, to: number): number {
	let first = 0x811c9dc5;
	let second = 0;
	for (let at = from; at < to; at++) {
		const byte = utf8[at] as number;
		first = Math.imul(first ^ byte, 0x01000193);
		second = (Math.imul(second ^ byte, 0x9e3779b1) + 1) | 0;
	}
	return (first >>> 0) * 2 ** secondBits + (second >>> (32 - secondBits));
}
