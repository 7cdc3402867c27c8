// The way back from edits, so that one step of undo restores every unit of a text.
import type { TextEdit } from "./edit.ts";

/**
 * The edits that turn the edited text back into `text`: `applyEdits(applyEdits(text, edits), invertEdits(text, edits)) === text`.
 * In coordinates of the edited text, in its order. Throws RangeError when two edits overlap, as applyEdits does.
 *
 * invertEdits("a and b", [{ span: { from: 2, to: 5 }, text: "or" }]) // -> [{ span: { from: 2, to: 4 }, text: "and" }]
 */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
	let shift = 0;
	let end = 0;
	return inTextOrder(edits).map(({ span, text: inserted }) => {
		if (span.from < end) throw new RangeError(`Edits overlap at ${span.from}.`);
		end = span.to;
		const from = span.from + shift;
		shift += inserted.length - (span.to - span.from);
		return { span: { from, to: from + inserted.length }, text: text.slice(span.from, span.to) };
	});
}

/** As applyEdits applies them: several that insert at one place in the order given. */
export const inTextOrder = (edits: readonly TextEdit[]): readonly TextEdit[] =>
	[...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
