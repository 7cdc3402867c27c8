// Codes of one dictionary as those of another.
import type { Codes } from "../column/coded-text.ts";
import { pieces, type Steps, stretches } from "../steps.ts";

/** `translation` has the new code of each code. `into` has room. */
export function* translate(codes: Codes, translation: Int32Array, into: Codes): Steps<void> {
	for (const { from, to } of stretches(codes.length)) {
		const source = codes.subarray(from, to);
		const target = into.subarray(from, to);
		if (source instanceof Uint8Array && target instanceof Uint8Array)
			pieces(to - from, (at, end) => translateBytes(source.subarray(at, end), translation, target.subarray(at, end)));
		else pieces(to - from, (at, end) => translateCodes(source.subarray(at, end), translation, target.subarray(at, end)));
		yield;
	}
}

/** The same loop as the next, for the most frequent kinds alone: where it meets others too, it takes twice as long. */
function translateBytes(source: Uint8Array, translation: Int32Array, target: Uint8Array): void {
	const { length } = source;
	for (let row = 0; row < length; row = (row + 1) | 0) target[row] = translation[source[row] as number] as number;
}

function translateCodes(source: Codes, translation: Int32Array, target: Codes): void {
	const { length } = source;
	for (let row = 0; row < length; row = (row + 1) | 0) target[row] = translation[source[row] as number] as number;
}
