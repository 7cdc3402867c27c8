// How the author lays out text, so that what a gesture writes looks like its neighbours.
import type { RowList, Slot } from "./row.ts";

const lineBreak = /\r\n|\r|\n/;
const lineBreaks = /\r\n|\r|\n/g;

/** The line break of the text: its first one. */
export const lineBreakOf = (text: string): string => lineBreak.exec(text)?.[0] ?? "\n";

export const hasBreak = (text: string): boolean => lineBreak.test(text);

export const countBreaks = (text: string): number => text.match(lineBreaks)?.length ?? 0;

/** One step further in. */
export const indentStep = (text: string): string => (/(?:^|[\n\r])\t/.test(text) ? "\t" : "  ");

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
	const start = lineStart(text, offset);
	return /^[^\S\n\r]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !lineBreak.test(text.charAt(start - 1))) start--;
	return start;
}

/** Whether only blanks stand before an offset on its line. Looks no further back than the blanks go. */
export function beginsLine(text: string, offset: number): boolean {
	let at = offset;
	while (at > 0 && /[^\S\n\r]/.test(text.charAt(at - 1))) at--;
	return at === 0 || lineBreak.test(text.charAt(at - 1));
}

/** Whether only blanks stand after an offset on its line. */
export const endsItsLine = (text: string, offset: number): boolean => /^[^\S\n\r]*(?:[\n\r]|$)/.test(text.slice(offset, offset + 1_000));

/** Where lines of a list begin: at its first row that begins a line; in parentheses on one line, one step further in than that line. */
export function listIndent(text: string, { slots, region, isBare }: RowList): string {
	const first = slots.find(({ from }) => beginsLine(text, from));
	if (first) return indentAt(text, first.from);
	return indentAt(text, region.from) + (isBare || region.from === 0 ? "" : indentStep(text));
}

/** Where the lines of one row begin. */
export const slotIndent = (text: string, { from }: Slot): string => indentAt(text, from);

/** The blanks between two rows of a list without those of a blank line: one line break at most. */
export function singleGap(gap: string, text: string): string {
	if (!hasBreak(gap)) return gap;
	return lineBreakOf(text) + gap.slice(gap.search(/[^\n\r]*$/));
}

/** The blanks that a new row at `index` of a list gets between itself and a neighbour. */
export function newGap(text: string, list: RowList, index: number): string {
	const { slots, region } = list;
	const gapAfter = (at: number): string | undefined => {
		const [before, after] = [slots[at], slots[at + 1]];
		return before && after && text.slice(before.to, after.from);
	};
	const near = gapAfter(index - 2) ?? gapAfter(index - 1) ?? gapAfter(index);
	if (near !== undefined) return singleGap(near, text) || (list.joinedBy === "word" ? " " : "");
	const [only] = slots;
	const isWhole = region.from === 0 && region.to === text.length && !list.isBare;
	if (!only || isWhole || hasBreak(text.slice(region.from, only.from))) return lineBreakOf(text) + listIndent(text, list);
	return " ";
}

/** The same indentation change for a gap: what follows its last line break. */
export function shiftedGap(gap: string, from: string, to: string): string {
	const at = gap.search(/[^\n\r]*$/);
	return hasBreak(gap) && gap.startsWith(from, at) ? gap.slice(0, at) + to + gap.slice(at + from.length) : gap;
}
