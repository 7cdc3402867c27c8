// Data on its way to a terminal. Values and names come from anywhere and must never steer the terminal or reorder what is read.

/**
 * Controls (C0, C1, DEL), line and paragraph separators, invisible formatting such as bidi overrides, and lone surrogates. The two joiners
 * stay: Persian words and many emoji need them, and they move nothing.
 */
const unprintable = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escaped = (character: string): string =>
	named[character] ??
	character
		.split("")
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
		.join("");

/** The text on one line, with everything that could steer a terminal written as JSON would (`\u001b`). */
export const printable = (text: string): string => text.replace(unprintable, escaped);

/** The same, but line breaks and tabs stay: for texts that are laid out already. */
export const printableLines = (text: string): string =>
	text.replace(unprintable, (character) => (character === "\n" || character === "\t" ? character : escaped(character)));

/** JSON that is safe in a terminal and says the same: only the insides of its texts can hold what is escaped here. */
export const jsonText = (value: unknown, indent = 2): string => printableLines(JSON.stringify(value, undefined, indent));
