// Cuts a stream of bytes into blocks of whole lines. The work per byte is the search for newlines, which is native.
import { Carry } from "./carry.ts";
import type { Chunks } from "./chunks.ts";

/** One or more whole lines (with their newlines; the last line of a file may have none), or a line that was over the limit and is gone. */
export type LineBlock = { readonly kind: "lines"; readonly bytes: Uint8Array } | { readonly kind: "too-long"; readonly bytes: number };

export const defaultMaxLineBytes = 64 * 1024 * 1024;

/** `maxLineBytes` counts a line without its newline. A block is only valid until the next one is asked for. */
export async function* lineBlocks(
	chunks: Chunks,
	options: { readonly maxLineBytes?: number; readonly newline?: number } = {},
): AsyncGenerator<LineBlock> {
	const limit = options.maxLineBytes ?? defaultMaxLineBytes;
	const newline = options.newline ?? 0x0a;
	const carry = new Carry();
	/** Bytes of a line that is already over the limit; 0 when the current line is not. */
	let lost = 0;
	for await (const chunk of chunks) {
		let bytes = chunk;
		if (lost > 0) {
			const end = bytes.indexOf(newline);
			if (end < 0) {
				lost += bytes.length;
				continue;
			}
			yield { kind: "too-long", bytes: lost + end };
			lost = 0;
			bytes = bytes.subarray(end + 1);
		}
		const last = bytes.lastIndexOf(newline);
		if (last >= 0) yield* withinLimit(carry.take(bytes.subarray(0, last + 1)), limit, newline);
		const rest = bytes.subarray(last + 1);
		if (carry.length + rest.length <= limit) {
			carry.add(rest);
		} else {
			lost = carry.length + rest.length;
			carry.clear();
		}
	}
	if (lost > 0) yield { kind: "too-long", bytes: lost };
	else if (carry.length > 0) yield { kind: "lines", bytes: carry.take(new Uint8Array(0)) };
}

function* withinLimit(bytes: Uint8Array, limit: number, newline: number): Generator<LineBlock> {
	if (bytes.length <= limit) {
		yield { kind: "lines", bytes };
		return;
	}
	let from = 0;
	let at = 0;
	while (at < bytes.length) {
		const end = bytes.indexOf(newline, at);
		if (end - at > limit) {
			if (at > from) yield { kind: "lines", bytes: bytes.subarray(from, at) };
			yield { kind: "too-long", bytes: end - at };
			from = end + 1;
		}
		at = end + 1;
	}
	if (from < bytes.length) yield { kind: "lines", bytes: bytes.subarray(from) };
}
