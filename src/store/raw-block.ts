// One block of profiles as they came: a head, and lines of JSON. Texts are written and read several times faster than objects, and only the lines that
// are shown are parsed.
import { checksum } from "../columns/saved/checksum.ts";
import { StoreError } from "./store-error.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Before the text of a block: a checksum of its place and everything after, and the bytes of the text. */
const headWords = 2;
export const headBytes: number = headWords * 4;
const checkWord = 0;
export const lengthWord = 1;

/** Of a text of that many bytes: whole words. */
export const blockBytes = (bytes: number): number => headBytes + Math.ceil(bytes / 4) * 4;

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

/** All of a block, as JSON. */
export const linesOf = (block: string): readonly string[] => block.split("\n");

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

/** The profile of a line. Throws StoreError `damaged`. */
export function profileOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch (error) {
		throw new StoreError("damaged", { cause: error });
	}
}
