// Text edits: how quick fixes and gestures change a text without touching the rest of it.
import type { Span } from "./span.ts";

/** Replace the text of `span` by `text`; an empty span inserts. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/**
 * The text after all edits, which are given in coordinates of the text before them.
 * Throws RangeError when two edits overlap: a caller that lets them would lose someone's words.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const sorted = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
	let result = "";
	let at = 0;
	for (const edit of sorted) {
		if (edit.span.from < at) throw new RangeError(`Edits overlap at ${edit.span.from}.`);
		result += text.slice(at, edit.span.from) + edit.text;
		at = edit.span.to;
	}
	return result + text.slice(at);
}

const apart = /[^\s(),]/;
const partOfWord = /[\p{L}\p{N}_.`]/u;
const partOfSign = /[-=<>!&|/*]/;

/**
 * Words as they go into the place of `at`: with a blank on each side where they, or what they leave behind, would touch a neighbour.
 *
 * spaced("a,b", {from: 1, to: 2}, "and") // -> " and "
 */
export function spaced(text: string, at: Span, words: string): string {
	const [left, right] = [text.charAt(at.from - 1), text.charAt(at.to)];
	if (words === "") return apart.test(left) && apart.test(right) ? " " : "";
	const touches = (edge: string, beside: string, isApart: boolean): boolean =>
		/\p{L}/u.test(edge) || at.from === at.to ? isApart : [partOfWord, partOfSign].some((part) => part.test(edge) && part.test(beside));
	const before = touches(words.charAt(0), left, /[^\s(]/.test(left)) ? " " : "";
	const after = touches(words.charAt(words.length - 1), right, /[^\s),]/.test(right)) ? " " : "";
	return `${before}${words}${after}`;
}
