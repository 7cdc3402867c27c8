// Profiles as they came, for display: lines of JSON, some hundreds in a buffer, so that a page of them costs a few small reads. Texts are written
// and read several times faster than objects, and only the lines that are shown are parsed.
import { checksum } from "../columns/saved/checksum.ts";
import type { Utf8Lines } from "../formats/profile-batch.ts";
import { jsonOf } from "./json-of.ts";
import { StoreError } from "./store-error.ts";

/** Profiles of one buffer: fewer make writing slow, more make a scattered page slow. See decisions/0004. */
export const defaultBlockRows = 256;

/** Kept for the next block, unless one was larger than most are. */
const usualBytes = 2 ** 18;

export class RawBlocks {
	readonly #blockRows: number;
	/** The block in the making: its head, and what is encoded of its text. */
	#bytes = new Uint8Array(0);
	#written = headBytes;
	/** Of the block in the making, how many are encoded, and those that follow: all are encoded together, since each time costs. */
	#encoded = 0;
	#texts: string[] = [];
	#full: ArrayBuffer[] = [];

	constructor(blockRows: number) {
		this.#blockRows = blockRows;
	}

	/** `text` is the profile as JSON without line breaks, where it is at hand. Throws StoreError `unkeepable`. */
	add(profile: unknown, text?: string): void {
		this.#texts.push(text ?? jsonOf(profile));
		if (this.#room === 0) this.end();
	}

	/** Lines of JSON from index `from` on and before `to`; they are copied. */
	addLines(lines: Utf8Lines, from: number, to: number): void {
		this.#encode();
		for (let index = from; index < to; ) {
			const next = endOfRun(lines, index, Math.min(to, index + this.#room));
			this.#separate();
			const run = lines.bytes.subarray(lines.starts[index], lines.ends[next - 1]);
			this.#reserve(run.length);
			this.#bytes.set(run, this.#written);
			this.#written += run.length;
			this.#encoded += next - index;
			index = next;
			if (this.#room === 0) this.end();
		}
	}

	/** How many blocks wait to be taken. */
	get waiting(): number {
		return this.#full.length;
	}

	/** Whole blocks, in the order of the profiles; they are forgotten. */
	take(): readonly ArrayBuffer[] {
		const taken = this.#full;
		this.#full = [];
		return taken;
	}

	/** The last block is full now, however few profiles it has. */
	end(): void {
		this.#encode();
		if (this.#encoded === 0) return;
		const length = this.#written - headBytes;
		this.#reserve(3);
		this.#bytes.fill(0, this.#written, blockBytes(length));
		const block = this.#bytes.buffer.slice(0, blockBytes(length));
		new Int32Array(block)[lengthWord] = length;
		this.#full.push(block);
		if (this.#bytes.length > usualBytes) this.#bytes = new Uint8Array(0);
		this.#written = headBytes;
		this.#encoded = 0;
	}

	/** Profiles that the block still takes. */
	get #room(): number {
		return this.#blockRows - this.#encoded - this.#texts.length;
	}

	#encode(): void {
		if (this.#texts.length === 0) return;
		const text = this.#texts.join("\n");
		this.#separate();
		this.#encoded += this.#texts.length;
		this.#texts = [];
		// Mostly a byte a unit. What does not fit has up to three.
		this.#reserve(text.length);
		const read = this.#encodeInto(text);
		if (read === text.length) return;
		this.#reserve((text.length - read) * 3);
		this.#encodeInto(text.slice(read));
	}

	/** As much as there is room for; returns the units that were read. */
	#encodeInto(text: string): number {
		const { read, written } = encoder.encodeInto(text, this.#bytes.subarray(this.#written));
		this.#written += written;
		return read;
	}

	#separate(): void {
		if (this.#encoded === 0) return;
		this.#reserve(1);
		this.#bytes[this.#written++] = newline;
	}

	#reserve(count: number): void {
		const needed = this.#written + count;
		if (needed <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2, usualBytes));
		larger.set(this.#bytes.subarray(0, this.#written));
		this.#bytes = larger;
	}
}

const newline = 0x0a;

/** After the last of the lines from `index` on and before `to` that follow each other with nothing but one newline between them. */
function endOfRun({ bytes, starts, ends }: Utf8Lines, index: number, to: number): number {
	let next = index + 1;
	while (next < to && starts[next] === (ends[next - 1] as number) + 1 && bytes[ends[next - 1] as number] === newline) next++;
	return next;
}

/** The profile of a line of a block; undefined where there is none. */
export function profileAt(block: string, line: number): unknown {
	let from = 0;
	for (let skipped = 0; skipped < line; skipped++) {
		from = block.indexOf("\n", from) + 1;
		if (from === 0) return undefined;
	}
	const end = block.indexOf("\n", from);
	return profileOf(block.slice(from, end < 0 ? block.length : end));
}

/** All of a block, as JSON. */
export const linesOf = (block: string): readonly string[] => block.split("\n");

/** Before the text of a block: a checksum of its place and everything after, and the bytes of the text. */
const headWords = 2;
const headBytes = headWords * 4;
const checkWord = 0;
const lengthWord = 1;

/** Of a text of that many bytes: whole words. */
const blockBytes = (bytes: number): number => headBytes + Math.ceil(bytes / 4) * 4;

/** Binds a block to its place and its bytes to each other; gives the block back. */
export function signBlock(block: ArrayBuffer, place: string): ArrayBuffer {
	const words = new Int32Array(block);
	words[checkWord] = checkOf(words, place);
	return block;
}

/** Throws StoreError `damaged` for what is no block of this place. */
export function textOfBlock(buffer: unknown, place: string): string {
	if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < headBytes || buffer.byteLength % 4 !== 0) throw new StoreError("damaged");
	const words = new Int32Array(buffer);
	if (words[checkWord] !== checkOf(words, place)) throw new StoreError("damaged");
	try {
		return decoder.decode(new Uint8Array(buffer, headBytes, words[lengthWord]));
	} catch (error) {
		throw new StoreError("damaged", { cause: error });
	}
}

function checkOf(words: Int32Array, place: string): number {
	const bytes = encoder.encode(place);
	const placeWords = new Int32Array(Math.ceil(bytes.length / 4));
	new Uint8Array(placeWords.buffer).set(bytes);
	return checksum(words, checkWord + 1) ^ checksum(placeWords, 0);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The profile of a line. Throws StoreError `damaged`. */
export function profileOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch (error) {
		throw new StoreError("damaged", { cause: error });
	}
}
