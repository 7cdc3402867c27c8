// Where a place of a text is after edits: how carets, marks and rows follow what others change.
import type { TextEdit } from "./edit.ts";
import { inTextOrder } from "./invert-edits.ts";

/** Which way an offset goes where something is inserted exactly there, or where what it stood in was replaced. */
export type Side = "before" | "after";

/**
 * Maps offsets of the text before the edits to offsets of the text after them. An offset inside replaced words goes to the beginning
 * or the end of what stands there now. Built once for all offsets; each is found in logarithmic time.
 *
 * const map = offsetMap([{ span: { from: 1, to: 1 }, text: "--" }]);
 * [map(1, "before"), map(1, "after"), map(2, "before")] // -> [1, 3, 4]
 */
export function offsetMap(edits: readonly TextEdit[]): (offset: number, side: Side) => number {
	const sorted = inTextOrder(edits);
	/** How much longer the text is before each edit than it was. */
	const shifts = [0];
	for (const { span, text } of sorted) shifts.push((shifts.at(-1) ?? 0) + text.length - (span.to - span.from));
	return (offset, side) => {
		const index = firstReaching(sorted, offset, side);
		const edit = sorted[index];
		const shift = shifts[index] ?? 0;
		if (!edit || offset <= edit.span.from) return offset + shift;
		return edit.span.from + shift + (side === "after" ? edit.text.length : 0);
	};
}

/** The first edit that is not wholly before the offset. */
function firstReaching(sorted: readonly TextEdit[], offset: number, side: Side): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const { from, to } = (sorted[middle] as TextEdit).span;
		const isBefore = to < offset || (to === offset && (from < to || side === "after"));
		if (isBefore) low = middle + 1;
		else high = middle;
	}
	return low;
}
