// The texts of a dictionary as bytes: how they are saved, and how a loaded dictionary stays until one of its texts is asked for.
import { type Steps, stretches, toEnd } from "../steps.ts";
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

export const packedText = ({ utf8, offsets }: PackedTexts, index: number): string =>
	readUtf8(utf8, offsets[index] as number, offsets[index + 1] as number);
