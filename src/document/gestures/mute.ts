// A row commented out, and back. Whatever is muted comes back unit by unit: the plain form, `# ` before each line, is written where it
// does; else the form with marks (see syntax/read-muted.ts), which also says which line breaks are not the author's.
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { type Change, changeOfEdits, type Gesture, countMistakes, keepsOthers, refuse } from "../change.ts";
import { nextDocument } from "../document-of.ts";
import { conditionSlots, type Held, heldRow, rowAt, whyFixed } from "../find-row.ts";
import { breakMark, firstMark, furtherMark } from "../../syntax/read-muted.ts";
import type { Row, RowDocument, Slot } from "../row.ts";
import { beginsLine, endsItsLine, indentAt, lineBreakOf } from "../style.ts";
import { unmute } from "./unmute.ts";

/** Comments a row out, with all that stands in it. unmute() brings every unit back. */
export function mute(document: RowDocument, id: number): Gesture {
	const held = heldRow(document, id, "muted");
	if ("ok" in held) return held;
	const reason = whyNotMute(held);
	if (reason) return refuse(reason);
	const touched = around(held);
	for (const edits of [lineEdits(document, held, "#"), lineEdits(document, held, firstMark), markedEdits(document, held)]) {
		const gesture = edits && changeOfEdits(document, edits, touched, held.row.words);
		if (gesture?.ok && comesBack(document, held.row, touched, gesture)) return gesture;
	}
	return refuse("It cannot be muted where it stands. Put it on a line of its own first.");
}

export function whyNotMute({ row, list, owner }: Held): string | undefined {
	if (row.kind === "note") return "A comment is muted already.";
	if (row.kind === "muted") return "It is muted already.";
	const isAlone = conditionSlots(list).length === 1 && !(owner.kind === "group" && owner.form === "root");
	return isAlone ? "It is the only condition of its group. Mute the group instead." : whyFixed(row);
}

/** The row, with notes and muted rows beside it, which can become part of it or another row's comments meanwhile. */
function around({ row, list, index }: Held): readonly Row[] {
	const isAside = (slot: Slot | undefined): slot is Slot => slot?.row.kind === "note" || slot?.row.kind === "muted";
	const rows = [row];
	for (let at = index - 1; isAside(list.slots[at]); at--) rows.push((list.slots[at] as Slot).row);
	for (let at = index + 1; isAside(list.slots[at]); at++) rows.push((list.slots[at] as Slot).row);
	return rows;
}

/** Whether unmuting gives the text as it was, and nothing else changes meanwhile. */
function comesBack(document: RowDocument, row: Row, touched: readonly Row[], change: Change): boolean {
	const next = nextDocument(document, change);
	if (!keepsOthers(document, change, touched, next)) return false;
	if (countMistakes(next) > countMistakes(document)) return false;
	const muted = next.places.get(row.id)?.row ?? rowAt(next, change.selection.from);
	if (muted.kind !== "muted") return false;
	const back = unmute(next, muted.id);
	return back.ok && applyEdits(next.text, back.edits) === document.text;
}

const remove = (span: Span): TextEdit => ({ span, text: "" });

/** A mark before each of its lines, if it has them for itself. What joined its neighbours to it goes, if it is not on these lines. */
function lineEdits({ text }: RowDocument, { list, index }: Held, first: string): readonly TextEdit[] | undefined {
	const slot = list.slots[index] as Slot;
	if (!beginsLine(text, slot.jointFrom) || !endsItsLine(text, slot.to)) return undefined;
	const marks = marksBefore(text, { from: slot.jointFrom, to: slot.to }, first);
	const conditions = conditionSlots(list);
	const at = conditions.indexOf(slot);
	const [before, after] = [conditions[at - 1], conditions[at + 1]];
	if (before && after && slot.jointFrom < slot.contentFrom && slot.contentTo < slot.jointTo) return undefined;
	if (!before && after && after.jointFrom < after.contentFrom) return [...marks, remove({ from: after.jointFrom, to: after.contentFrom })];
	if (!after && before && before.contentTo < before.jointTo && list.joinedBy === "word")
		return [...marks, remove({ from: before.contentTo, to: before.jointTo })];
	return marks;
}

const mark = (at: number, text: string): TextEdit => ({ span: { from: at, to: at }, text });

/** Marks before the lines of a stretch: as far in as its first line, or as its line allows. */
function marksBefore(text: string, { from, to }: Span, first: string): readonly TextEdit[] {
	const indent = indentAt(text, from);
	const further = first === "#" ? "#" : furtherMark;
	const marks = [mark(from, `${first} `)];
	for (const { index, 0: lineBreak } of text.slice(from, to).matchAll(/\r\n|\r|\n/g)) {
		const start = from + index + lineBreak.length;
		const own = /^[^\S\n\r]*/.exec(text.slice(start, to))?.[0] ?? "";
		const at = start + (own.startsWith(indent) ? indent.length : own.length);
		if (start < to) marks.push(mark(at, /^[\n\r]/.test(text.charAt(at)) ? further : `${further} `));
	}
	return marks;
}

/** The marked form: the row together with what joins it, from wherever on its line. */
function markedEdits({ text }: RowDocument, { list, index }: Held): readonly TextEdit[] {
	const slot = list.slots[index] as Slot;
	const { from, to } = withJoint(text, conditionSlots(list), slot, list.joinedBy);
	const marks = marksBefore(text, { from, to }, firstMark);
	if (endsItsLine(text, to)) return marks;
	return [...marks, mark(to, breakMark + lineBreakOf(text) + indentAt(text, from))];
}

/** A row with the one word or comma that would be too much without it, and the blanks up to what follows on its line. */
function withJoint(text: string, conditions: readonly Slot[], slot: Slot, joinedBy: Held["list"]["joinedBy"]): Span {
	const at = conditions.indexOf(slot);
	const [before, after] = [conditions[at - 1], conditions[at + 1]];
	let { jointFrom: from, to } = slot;
	const hasPrefix = slot.jointFrom < slot.contentFrom;
	const hasSuffix = slot.contentTo < slot.jointTo;
	if (before && hasPrefix && hasSuffix) to = slot.contentTo;
	else if (before && !hasPrefix && !(hasSuffix && after) && (after ? after.jointFrom < after.contentFrom : joinedBy === "word"))
		from = before.contentTo < before.jointTo ? before.contentTo : from;
	else if (!before && after && !hasSuffix) to = Math.max(to, after.jointFrom < after.contentFrom ? after.contentFrom : to);
	from += /^[^\S\n\r]*/.exec(text.slice(from, to))?.[0].length ?? 0;
	// Blanks with a line break in them stay behind it.
	const tail = /\s*$/.exec(text.slice(from, to))?.[0] ?? "";
	if (/[\n\r]/.test(tail)) return { from, to: to - tail.length };
	const blanks = /^[^\S\n\r]*/.exec(text.slice(to, to + 10_000))?.[0].length ?? 0;
	return { from, to: endsItsLine(text, to) ? to : to + blanks };
}
