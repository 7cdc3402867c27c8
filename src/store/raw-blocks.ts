// Profiles as they came, for display: lines of JSON, some hundreds in a buffer, so that a page of them costs a few small reads. Texts are written
// and read several times faster than objects, and only the lines that are shown are parsed.
import { checksum } from "../columns/saved/checksum.ts";
import { jsonOf } from "./json-of.ts";
import { StoreError } from "./store-error.ts";

/** Profiles of one buffer: fewer make writing slow, more make a scattered page slow. See decisions/0004. */
export const defaultBlockRows = 256;

export class RawBlocks {
	readonly #blockRows: number;
	#lines: string[] = [];
	#full: ArrayBuffer[] = [];

	constructor(blockRows: number) {
		this.#blockRows = blockRows;
	}

	/** `text` is the profile as JSON without line breaks, where it is at hand. Throws StoreError `unkeepable`. */
	add(profile: unknown, text?: string): void {
		this.#lines.push(text ?? jsonOf(profile));
		if (this.#lines.length === this.#blockRows) this.#close();
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
		if (this.#lines.length > 0) this.#close();
	}

	#close(): void {
		this.#full.push(blockOf(this.#lines.join("\n")));
		this.#lines = [];
	}
}

/** Not yet signed. The text is encoded where it stays: of texts as long as these, each copy takes as long as encoding them. */
function blockOf(text: string): ArrayBuffer {
	// Mostly a byte a unit. What does not fit has up to three.
	let bytes = new Uint8Array(blockBytes(text.length));
	let { read, written } = encoder.encodeInto(text, bytes.subarray(headBytes));
	if (read < text.length) {
		const rest = text.slice(read);
		const larger = new Uint8Array(blockBytes(written + rest.length * 3));
		larger.set(bytes.subarray(0, headBytes + written));
		written += encoder.encodeInto(rest, larger.subarray(headBytes + written)).written;
		bytes = larger.slice(0, blockBytes(written));
	}
	new Int32Array(bytes.buffer)[lengthWord] = written;
	return bytes.buffer;
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
