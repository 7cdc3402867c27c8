// Cuts CSV bytes into blocks of whole records: a line break inside quotes ends none. It follows RFC 4180 as Papa Parse reads it (a quote
// opens only at the start of a cell); the cells themselves are Papa Parse's work. Its own streaming is not used because it scans an
// unfinished record again for every chunk, without a bound on its size, and cannot say on which line a record stands.
import { Carry } from "./carry.ts";
import type { Chunks } from "./chunks.ts";
import { defaultMaxLineBytes } from "./line-blocks.ts";

export type RecordBlock =
	/** Whole records with their line breaks; only valid until the next block is asked for. `count` includes empty ones. */
	| { readonly kind: "records"; readonly bytes: Uint8Array; readonly count: number }
	/** Quotes that never close, or not within the limit: whole lines from the start of that record, to be read line by line. */
	| { readonly kind: "open-quotes"; readonly bytes: Uint8Array }
	/** A line over the limit, which is gone. */
	| { readonly kind: "too-long" };

export interface CsvShape {
	readonly delimiter: string;
	/** The byte that ends a line: a line feed, or a carriage return in files that have no line feed. */
	readonly newline: number;
}

const quote = 0x22;
const nothing = new Uint8Array(0);

/** `maxRecordBytes` counts a record without its last line break. */
export async function* csvRecords(
	chunks: Chunks,
	shape: CsvShape,
	options: { readonly maxRecordBytes?: number } = {},
): AsyncGenerator<RecordBlock> {
	const limit = options.maxRecordBytes ?? defaultMaxLineBytes;
	const { newline } = shape;
	const scan = new RecordScan(shape);
	const carry = new Carry();
	/** Inside a line that is over the limit. */
	let losing = false;

	for await (const chunk of chunks) {
		let bytes = chunk;
		while (bytes.length > 0) {
			if (losing) {
				const end = bytes.indexOf(newline);
				if (end < 0) break;
				yield { kind: "too-long" };
				losing = false;
				bytes = bytes.subarray(end + 1);
				scan.reset();
				continue;
			}
			const { whole, count, over } = scan.run(bytes, carry.length, limit);
			if (whole > 0) yield { kind: "records", bytes: carry.take(bytes.subarray(0, whole)), count };
			if (!over) {
				carry.add(bytes.subarray(whole));
				break;
			}
			// What happens next depends only on the record's first `limit + 1` bytes, not on how the input was cut.
			bytes = carry.take(bytes.subarray(whole));
			const lines = bytes.subarray(0, limit + 1).lastIndexOf(newline) + 1;
			if (lines > 0) yield { kind: "open-quotes", bytes: bytes.subarray(0, lines) };
			else losing = true;
			bytes = bytes.subarray(lines);
			scan.reset();
		}
	}
	if (losing) yield { kind: "too-long" };
	else if (carry.length > 0) {
		const bytes = carry.take(nothing);
		yield scan.inQuotes ? { kind: "open-quotes", bytes } : { kind: "records", bytes, count: 1 };
	}
}

/** The records of bytes that are whole records, one by one, with their line breaks. */
export function* singleRecords(bytes: Uint8Array, shape: CsvShape): Generator<Uint8Array> {
	const scan = new RecordScan(shape);
	let start = 0;
	for (let from = 0; from < bytes.length; ) {
		const end = bytes.indexOf(shape.newline, from);
		const to = end < 0 ? bytes.length : end + 1;
		if (scan.run(bytes.subarray(from, to), 0, Number.POSITIVE_INFINITY).whole > 0 || to === bytes.length) {
			yield bytes.subarray(start, to);
			start = to;
		}
		from = to;
	}
}

/** Its lines, whatever their quotes say. */
export function* singleLines(bytes: Uint8Array, shape: CsvShape): Generator<Uint8Array> {
	for (let from = 0; from < bytes.length; ) {
		const end = bytes.indexOf(shape.newline, from);
		const to = end < 0 ? bytes.length : end + 1;
		yield bytes.subarray(from, to);
		from = to;
	}
}

/** Where records end, over successive stretches of bytes. */
class RecordScan {
	inQuotes = false;
	#atCellStart = true;
	#afterQuotes = false;
	readonly #delimiter: number;
	readonly #newline: number;

	constructor(shape: CsvShape) {
		this.#delimiter = shape.delimiter.charCodeAt(0);
		this.#newline = shape.newline;
	}

	reset(): void {
		this.inQuotes = false;
		this.#atCellStart = true;
		this.#afterQuotes = false;
	}

	/**
	 * `whole`: the end of the last whole record; `count`: how many there are. `over`: the record that starts at `whole` is longer than `limit`.
	 * `kept` bytes of the first record came before these.
	 */
	run(bytes: Uint8Array, kept: number, limit: number): { readonly whole: number; readonly count: number; readonly over: boolean } {
		const delimiter = this.#delimiter;
		const newline = this.#newline;
		let inQuotes = this.inQuotes;
		let atCellStart = this.#atCellStart;
		let afterQuotes = this.#afterQuotes;
		let whole = 0;
		let count = 0;
		let before = kept;
		for (let at = 0; at < bytes.length; at++) {
			const byte = bytes[at] as number;
			if (inQuotes) {
				if (byte === quote) {
					inQuotes = false;
					afterQuotes = true;
				}
				continue;
			}
			// A second quote right after the first is a quote inside the text, which goes on.
			if (byte === quote && (atCellStart || afterQuotes)) {
				inQuotes = true;
				atCellStart = false;
			} else if (byte === newline) {
				if (before + at - whole > limit) return { whole, count, over: true };
				whole = at + 1;
				before = 0;
				count++;
				atCellStart = true;
			} else {
				atCellStart = byte === delimiter;
			}
			afterQuotes = false;
		}
		this.inQuotes = inQuotes;
		this.#atCellStart = atCellStart;
		this.#afterQuotes = afterQuotes;
		return { whole, count, over: before + bytes.length - whole > limit };
	}
}
