// Which rows of a refresh seem to have a user_id that another has too: a paged source whose rows shift while it is read gives people twice. Hashes
// are kept while the rows come, 8 bytes a row. At the end, a bit a hash in a table that the processor's caches hold leaves few to be compared. A
// set of the ids would take ten times as much memory, and longer; sorting the hashes takes four times as long.
import type { CodedText } from "../columns/column/coded-text.ts";
import { grownDoubles } from "../columns/column/growing.ts";
import type { PlainText } from "../columns/column/plain-text.ts";
import { maxBytes, writeUtf8 } from "../columns/column/utf8.ts";
import { type Steps, stretches } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";

/** Rows between two pauses: less than a millisecond, and some thirty at most where everybody comes twice. */
const maxRows = 2 ** 13;

/** Of the table: with half as many, twice as many hashes seem to come twice that do not. */
const bitsPerRow = 32;

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
		const bits = new BitTable(hashes.length * bitsPerRow);
		/** Hashes whose bit another row had set: each that comes twice, and one in a few dozen that does not. */
		const seeming = new Set<number>();
		for (const { from, to } of stretches(hashes.length, maxRows)) {
			addSeeming(hashes.subarray(from, to), bits, seeming);
			yield;
		}
		if (seeming.size === 0) return [];
		bits.clear();
		for (const hash of seeming) bits.add(hash);
		const rows: number[] = [];
		const times = new Map<number, number>();
		for (const { from, to } of stretches(hashes.length, maxRows)) {
			for (let row = from; row < to; row++) {
				const hash = hashes[row] as number;
				if (!bits.has(hash) || !seeming.has(hash)) continue;
				rows.push(row);
				times.set(hash, (times.get(hash) ?? 0) + 1);
			}
			yield;
		}
		const repeated: number[] = [];
		for (const { from, to } of stretches(rows.length, maxRows)) {
			for (let index = from; index < to; index++) {
				const row = rows[index] as number;
				if (times.get(hashes[row] as number) !== 1) repeated.push(row);
			}
			yield;
		}
		return repeated;
	}
}

/** A filter of one hash function: who is in it may not have been added. Source: Bloom, Space/Time Trade-offs in Hash Coding (1970). */
class BitTable {
	readonly #words: Int32Array;
	readonly #mask: number;

	/** Of at least that many bits, and less than twice as many. */
	constructor(bits: number) {
		const words = 2 ** Math.ceil(Math.log2(Math.max(32, bits) / 32));
		this.#words = new Int32Array(words);
		this.#mask = words - 1;
	}

	/** Whether its bit was set before. */
	add(hash: number): boolean {
		const at = (hash >>> 5) & this.#mask;
		const word = this.#words[at] as number;
		const bit = 1 << hash;
		this.#words[at] = word | bit;
		return (word & bit) !== 0;
	}

	has(hash: number): boolean {
		return ((this.#words[(hash >>> 5) & this.#mask] as number) & (1 << hash)) !== 0;
	}

	clear(): void {
		this.#words.fill(0);
	}
}

function addSeeming(hashes: Float64Array, bits: BitTable, seeming: Set<number>): void {
	for (let row = 0; row < hashes.length; row++) {
		const hash = hashes[row] as number;
		if (hash !== none && bits.add(hash)) seeming.add(hash);
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
