// UTF-8 of well-formed text, written in place: TextEncoder belongs to hosts, and takes longer for texts as short as these.
import { isUsableText } from "../../values/text.ts";

/** Bytes that a text can need. */
export const maxBytes = (text: string): number => text.length * 3;

/** Bytes that a text needs. */
export function utf8Length(text: string): number {
	let bytes = text.length;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		// Two halves of a character take four bytes together.
		if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
	}
	return bytes;
}

/** Writes the text at `at`; returns where it ends. There must be room. */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
	let to = at;
	for (let index = 0; index < text.length; index++) {
		let code = text.charCodeAt(index);
		if (code < 0x80) {
			bytes[to++] = code;
			continue;
		}
		if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
		else {
			if (code >= 0xd800 && code < 0xdc00) {
				code = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(++index) - 0xdc00);
				bytes[to++] = 0xf0 | (code >> 18);
				bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
			} else bytes[to++] = 0xe0 | (code >> 12);
			bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
		}
		bytes[to++] = 0x80 | (code & 0x3f);
	}
	return to;
}

/** The same for any text; -1 for one that is not usable, and then what is written at `at` and after it means nothing. */
export function writeUsableUtf8(text: string, bytes: Uint8Array, at: number): number {
	const { length } = text;
	for (let index = 0; index < length; index++) {
		const code = text.charCodeAt(index);
		// Most texts have nothing else, and are looked at once.
		if (code === 0 || code >= 0x80) return isUsableText(text) ? writeUtf8(text, bytes, at) : -1;
		bytes[at + index] = code;
	}
	return at + length;
}

export function utf8Of(text: string): Uint8Array {
	const bytes = new Uint8Array(maxBytes(text));
	return bytes.slice(0, writeUtf8(text, bytes, 0));
}

// As many arguments as every engine takes.
const pieceLength = 4096;

/** The text of what `writeUtf8` wrote. */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
	const units: number[] = [];
	let text = "";
	for (let at = from; at < to; ) {
		const lead = bytes[at++] as number;
		if (lead < 0x80) units.push(lead);
		else if (lead < 0xe0) units.push(((lead & 0x1f) << 6) | continued(bytes, at++));
		else if (lead < 0xf0) {
			units.push(((lead & 0x0f) << 12) | (continued(bytes, at) << 6) | continued(bytes, at + 1));
			at += 2;
		} else {
			const code = ((lead & 0x07) << 18) | (continued(bytes, at) << 12) | (continued(bytes, at + 1) << 6) | continued(bytes, at + 2);
			units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
			at += 3;
		}
		if (units.length < pieceLength) continue;
		text += String.fromCharCode(...units);
		units.length = 0;
	}
	return text + String.fromCharCode(...units);
}

const continued = (bytes: Uint8Array, at: number): number => (bytes[at] as number) & 0x3f;
