// Changing the text of a text area as if its user had typed it, so that undo takes it back.

/**
 * Replaces the text between `from` and `to`, leaves the caret behind the new text, and fires `input` (once a line in some browsers).
 * `execCommand` is deprecated and still the only way into a text area's own undo history; without it the text changes all the same.
 */
export function replaceInTextArea(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
	if (from === to && text === "") return;
	area.focus();
	area.setSelectionRange(from, to);
	const wanted = area.value.slice(0, from) + text + area.value.slice(to);
	const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
	if (done && area.value === wanted) return;
	area.value = wanted;
	area.setSelectionRange(from + text.length, from + text.length);
	area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

/** The smallest stretch of `before` that has to be replaced to have `after`, so that the rest keeps its undo steps and the caret its place. */
export function differenceOf(before: string, after: string): { readonly from: number; readonly to: number; readonly text: string } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	let end = 0;
	while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
	return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}
