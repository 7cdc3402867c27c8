// The texts of a dictionary as bytes: how they are saved, and how a loaded dictionary stays until one of its texts is asked for.
import type { Steps } from "../run.ts";
import { stretches, toEnd } from "../steps.ts";
import { readUtf8, utf8Length, writeUtf8 } from "./utf8.ts";

export interface PackedTexts {
	readonly utf8: Uint8Array;
	/** Text i is from `offsets[i]` to `offsets[i + 1]`: one more than there are texts. */
	readonly offsets: Int32Array;
}

/** Texts between two pauses: a millisecond or two. */
const maxTexts = 2 ** 15;

export const packTexts = (texts: readonly string[]): PackedTexts => toEnd(packTextsInSteps(texts));

/** The same, with pauses. Texts that are added during them are left out. */
export function* packTextsInSteps(texts: readonly string[]): Steps<PackedTexts> {
	const count = texts.length;
	const offsets = new Int32Array(count + 1);
	for (const { from, to } of stretches(count, maxTexts)) {
		for (let index = from; index < to; index++) offsets[index + 1] = (offsets[index] as number) + utf8Length(texts[index] as string);
		yield;
	}
	const utf8 = new Uint8Array(offsets[count] as number);
	for (const { from, to } of stretches(count, maxTexts)) {
		for (let index = from; index < to; index++) writeUtf8(texts[index] as string, utf8, offsets[index] as number);
		yield;
	}
	return { utf8, offsets };
}

/** As many characters as every engine takes as arguments. */
const pieceBytes = 4_096;

/** Texts of ASCII that lie together are read as one and cut: in half the time. */
export function unpackTexts({ utf8, offsets }: PackedTexts): string[] {
	const texts: string[] = [];
	const count = offsets.length - 1;
	for (let next = 0; next < count; ) {
		const from = offsets[next] as number;
		let end = next + 1;
		while (end < count && (offsets[end + 1] as number) - from <= pieceBytes) end++;
		const piece = asciiText(utf8.subarray(from, offsets[end]));
		for (; next < end; next++) {
			const begin = offsets[next] as number;
			const stop = offsets[next + 1] as number;
			texts.push(piece === undefined ? readUtf8(utf8, begin, stop) : piece.slice(begin - from, stop - from));
		}
	}
	return texts;
}

/** Undefined where there is more than ASCII, or too much. */
function asciiText(bytes: Uint8Array): string | undefined {
	if (bytes.length > pieceBytes) return undefined;
	let bits = 0;
	for (let at = 0; at < bytes.length; at++) bits |= bytes[at] as number;
	return bits < 0x80 ? String.fromCharCode.apply(undefined, bytes as unknown as number[]) : undefined;
}
