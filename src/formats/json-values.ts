// Cuts JSON text into its outermost values: the elements of an array (or of several arrays one after another), or objects
// that simply follow each other, pretty-printed or not. It only counts brackets and quotes; JSON.parse judges each value.
import { Carry } from "./carry.ts";
import type { Chunks } from "./chunks.ts";
import { defaultMaxLineBytes } from "./line-blocks.ts";

export type JsonPiece =
	/** Bytes of one value; only valid until the next piece is asked for. */
	| { readonly kind: "value"; readonly bytes: Uint8Array }
	/** A value over the limit, which is gone. */
	| { readonly kind: "too-long"; readonly closed: boolean }
	/** The input ended inside a value: everything from its start, and how far its first line was indented (-1: it did not start its line). */
	| { readonly kind: "open-value"; readonly bytes: Uint8Array; readonly indent: number }
	/** The input ended inside the array, between two values. */
	| { readonly kind: "open-array" };

const nothing = new Uint8Array(0);

export async function* jsonValues(chunks: Chunks, options: { readonly maxValueBytes?: number } = {}): AsyncGenerator<JsonPiece> {
	const limit = options.maxValueBytes ?? defaultMaxLineBytes;
	const scan = new ValueScan();
	const carry = new Carry();
	let tooLong = false;
	for await (const bytes of chunks) {
		for (let at = 0; at < bytes.length; ) {
			const start = scan.inside ? at : scan.startOfValue(bytes, at);
			if (start < 0) break;
			const end = scan.endOfValue(bytes, start);
			const to = end < 0 ? bytes.length : end;
			if (tooLong || carry.length + to - start > limit) {
				tooLong = true;
				carry.clear();
			}
			if (end >= 0) {
				if (tooLong) yield { kind: "too-long", closed: true };
				else yield { kind: "value", bytes: carry.take(bytes.subarray(start, end)) };
				tooLong = false;
			} else if (!tooLong) carry.add(bytes.subarray(start));
			at = to;
		}
	}
	if (tooLong) yield { kind: "too-long", closed: false };
	else if (!scan.inside) {
		if (scan.inArray) yield { kind: "open-array" };
	} else if (scan.bare) yield { kind: "value", bytes: carry.take(nothing) };
	else yield { kind: "open-value", bytes: carry.take(nothing), indent: scan.indent };
}

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const lineFeed = 0x0a;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;

/** Where values start and end, over successive chunks. */
class ValueScan {
	/** Between the start and the end of a value. */
	inside = false;
	/** The value is a number or a word: no bracket and no quote says where it ends. */
	bare = false;
	inArray = false;
	/** White space before the value on its line, -1 when something else came before it. */
	indent = 0;
	/** The value's first byte is behind us. */
	#begun = false;
	#depth = 0;
	#inText = false;
	#escaped = false;

	/** -1 when no value starts in these bytes. */
	startOfValue(bytes: Uint8Array, from: number): number {
		for (let at = from; at < bytes.length; at++) {
			const byte = bytes[at] as number;
			if (byte === lineFeed) this.indent = 0;
			else if (isSpace(byte)) this.indent += this.indent < 0 ? 0 : 1;
			else if (byte === comma) this.indent = -1;
			else if (byte === openBracket && !this.inArray) {
				this.inArray = true;
				this.indent = -1;
			} else if (byte === closeBracket && this.inArray) {
				this.inArray = false;
				this.indent = -1;
			} else {
				this.inside = true;
				this.#begun = false;
				this.#depth = 0;
				this.#escaped = false;
				this.bare = byte !== quote && byte !== openBrace && byte !== openBracket;
				return at;
			}
		}
		return -1;
	}

	/** One past the value's last byte; -1 when it does not end in these bytes. */
	endOfValue(bytes: Uint8Array, from: number): number {
		// Whatever a bare value starts with belongs to it, even a stray bracket: each value takes at least one byte.
		const end = this.bare ? endOfBare(bytes, this.#begun ? from : from + 1) : this.#endOfBracketed(bytes, from);
		this.#begun = true;
		if (end >= 0) {
			this.inside = false;
			this.indent = -1;
		}
		return end;
	}

	#endOfBracketed(bytes: Uint8Array, from: number): number {
		let at = from;
		while (at < bytes.length) {
			if (this.#inText) {
				at = this.#afterText(bytes, at);
				if (!this.#inText && this.#depth === 0) return at;
				continue;
			}
			const byte = bytes[at++] as number;
			if (byte === quote) this.#inText = true;
			else if (byte === openBrace || byte === openBracket) this.#depth++;
			else if ((byte === closeBrace || byte === closeBracket) && --this.#depth === 0) return at;
		}
		return -1;
	}

	/** Past the closing quote, or the end of the bytes. */
	#afterText(bytes: Uint8Array, from: number): number {
		let at = from;
		while (at < bytes.length) {
			const byte = bytes[at] as number;
			if (this.#escaped) this.#escaped = false;
			else if (byte === backslash) this.#escaped = true;
			else if (byte === quote || byte === lineFeed) {
				// JSON has no line break inside quotes: that value is broken, and the next one must not be swallowed.
				this.#inText = false;
				return byte === quote ? at + 1 : at;
			}
			at++;
		}
		return at;
	}
}

function endOfBare(bytes: Uint8Array, from: number): number {
	for (let at = from; at < bytes.length; at++) {
		const byte = bytes[at] as number;
		if (isSpace(byte) || byte === comma || byte === closeBracket || byte === openBrace) return at;
	}
	return -1;
}
