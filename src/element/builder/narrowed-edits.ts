// Edits without what they leave as it is: so that typing in a value editor is typing in the text, and can be one step of undo.
import type { TextEdit } from "../../text/edit.ts";

/** The same edits, each without the units at its beginning and its end that it would write again. */
export const narrowedEdits = (text: string, edits: readonly TextEdit[]): readonly TextEdit[] =>
	edits.flatMap((edit) => {
		const narrow = narrowed(text, edit);
		return narrow.span.from === narrow.span.to && narrow.text === "" ? [] : [narrow];
	});

function narrowed(text: string, { span, text: words }: TextEdit): TextEdit {
	const old = text.slice(span.from, span.to);
	const most = Math.min(old.length, words.length);
	let start = 0;
	while (start < most && old.charCodeAt(start) === words.charCodeAt(start)) start++;
	let end = 0;
	while (end < most - start && old.charCodeAt(old.length - 1 - end) === words.charCodeAt(words.length - 1 - end)) end++;
	return { span: { from: span.from + start, to: span.to - end }, text: words.slice(start, words.length - end) };
}

/** The one edit that makes the first text the second. None where they are equal. */
export const editBetween = (before: string, after: string): readonly TextEdit[] =>
	narrowedEdits(before, [{ span: { from: 0, to: before.length }, text: after }]);
