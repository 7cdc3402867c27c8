// The texts of a dictionary as bytes: how they are saved, and how a loaded dictionary stays until one of its texts is asked for.
import { readUtf8, utf8Of } from "./utf8.ts";

export interface PackedTexts {
	readonly utf8: Uint8Array;
	/** Text i is from `offsets[i]` to `offsets[i + 1]`: one more than there are texts. */
	readonly offsets: Int32Array;
}

export function packTexts(texts: readonly string[]): PackedTexts {
	const pieces = texts.map(utf8Of);
	const offsets = new Int32Array(texts.length + 1);
	for (const [index, piece] of pieces.entries()) offsets[index + 1] = (offsets[index] as number) + piece.length;
	const utf8 = new Uint8Array(offsets[texts.length] as number);
	for (const [index, piece] of pieces.entries()) utf8.set(piece, offsets[index]);
	return { utf8, offsets };
}

export const packedText = ({ utf8, offsets }: PackedTexts, index: number): string =>
	readUtf8(utf8, offsets[index] as number, offsets[index + 1] as number);
