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
