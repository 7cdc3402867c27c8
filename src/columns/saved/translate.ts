// Codes of one dictionary as those of another.
import type { Codes } from "../column/coded-text.ts";
import { type Steps, stretches } from "../steps.ts";

/** `translation` has the new code of each code. `into` has room. */
export const translate = (codes: Codes, translation: Int32Array, into: Codes): Steps<void> =>
	codes instanceof Uint8Array && into instanceof Uint8Array
		? translateBytes(codes, translation, into)
		: translateCodes(codes, translation, into);

/** The same loop as the next, for the most frequent kinds alone: where it meets others too, it takes twice as long. */
function* translateBytes(codes: Uint8Array, translation: Int32Array, into: Uint8Array): Steps<void> {
	for (const { from, to } of stretches(codes.length)) {
		const [source, target] = [codes.subarray(from, to), into.subarray(from, to)];
		const { length } = source;
		for (let row = 0; row < length; row = (row + 1) | 0) target[row] = translation[source[row] as number] as number;
		yield;
	}
}

function* translateCodes(codes: Codes, translation: Int32Array, into: Codes): Steps<void> {
	for (const { from, to } of stretches(codes.length)) {
		const [source, target] = [codes.subarray(from, to), into.subarray(from, to)];
		const { length } = source;
		for (let row = 0; row < length; row = (row + 1) | 0) target[row] = translation[source[row] as number] as number;
		yield;
	}
}
