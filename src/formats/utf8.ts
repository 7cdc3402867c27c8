// Bytes to text. A byte order mark inside a file is text like any other.

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** What stands for bytes that are not UTF-8, and now and then for itself. */
const replacement = "\uFFFD";

/** Undefined when the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
	// The strict decoder is up to four times slower in Node, so it only judges what looks wrong.
	const text = lenient.decode(bytes);
	if (!text.includes(replacement)) return text;
	try {
		return strict.decode(bytes);
	} catch {
		return undefined;
	}
}

/** With U+FFFD for what is not UTF-8. */
export const roughTextOf = (bytes: Uint8Array): string => lenient.decode(bytes);
