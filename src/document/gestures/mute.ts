// A row commented out, and back. Whatever is muted comes back unit by unit: the plain form, `# ` before each line, is written where it
// does; else the form with marks (see read-muted.ts), which also says which line breaks are not the author's.
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { type Change, changeOfEdits, type Gesture, keepsOthers, refuse } from "../change.ts";
import { nextDocument } from "../document-of.ts";
import { conditionSlots, type Held, heldRow, whyFixed } from "../find-row.ts";
import { breakMark, firstMark, furtherMark } from "../read-muted.ts";
import { rowAt } from "../find-row.ts";
import type { Row, RowDocument, Slot } from "../row.ts";
import { beginsLine, endsItsLine, indentAt, lineBreakOf } from "../style.ts";
import { unmute } from "./unmute.ts";

/** Comments a row out, with all that stands in it. unmute() brings every unit back. */
export function mute(document: RowDocument, id: number): Gesture {
	const held = heldRow(document, id, "muted");
	if ("ok" in held) return held;
	const reason = whyNotMute(held);
	if (reason) return refuse(reason);
	for (const edits of [plainEdits(document, held), markedEdits(document, held)]) {
		const gesture = edits && changeOfEdits(document, edits, [held.row], held.row.words);
		if (gesture?.ok && comesBack(document, held.row, gesture)) return gesture;
	}
	return refuse("It cannot be muted where it stands. Put it on a line of its own first.");
}

export function whyNotMute({ row, list, owner }: Held): string | undefined {
	if (row.kind === "note") return "A comment is muted already.";
	if (row.kind === "muted") return "It is muted already.";
	if (row.words.from === row.words.to) return "There is no condition here yet.";
	const isAlone = conditionSlots(list).length === 1 && !(owner.kind === "group" && owner.form === "root");
	return isAlone ? "It is the only condition of its group. Mute the group instead." : whyFixed(row);
}

/** Whether unmuting gives the text as it was, and nothing else changes meanwhile. */
function comesBack(document: RowDocument, row: Row, change: Change): boolean {
	if (!keepsOthers(document, change, [row])) return false;
	const next = nextDocument(document, change);
	const muted = next.places.get(row.id)?.row ?? rowAt(next, change.selection.from);
	if (muted.kind !== "muted") return false;
	const back = unmute(next, muted.id);
	return back.ok && applyEdits(next.text, back.edits) === document.text;
}

const remove = (span: Span): TextEdit => ({ span, text: "" });

/** `# ` before each of its lines, if it has them for itself. What joined its neighbours to it goes, if it is not on these lines. */
function plainEdits({ text }: RowDocument, { list, index }: Held): readonly TextEdit[] | undefined {
	const slot = list.slots[index] as Slot;
	const end = slot.to;
	if (!beginsLine(text, slot.jointFrom) || !endsItsLine(text, end)) return undefined;
	const marks = lineStarts(text, { from: slot.jointFrom, to: end }).map(({ at, isEmpty }) => mark(at, isEmpty ? "#" : "# "));
	const conditions = conditionSlots(list);
	const at = conditions.indexOf(slot);
	const [before, after] = [conditions[at - 1], conditions[at + 1]];
	if (!before && after && after.jointFrom < after.contentFrom) return [...marks, remove({ from: after.jointFrom, to: after.contentFrom })];
	if (!after && before && before.contentTo < before.jointTo && list.joinedBy === "word")
		return [...marks, remove({ from: before.contentTo, to: before.jointTo })];
	return marks;
}

const mark = (at: number, text: string): TextEdit => ({ span: { from: at, to: at }, text });

/** Where the marks of a stretch's lines go: as far in as its first line, or as its line allows. */
function lineStarts(text: string, { from, to }: Span): readonly { readonly at: number; readonly isEmpty: boolean }[] {
	const indent = indentAt(text, from);
	const starts = [{ at: from, isEmpty: false }];
	for (const { index, 0: lineBreak } of text.slice(from, to).matchAll(/\r\n|\r|\n/g)) {
		const start = from + index + lineBreak.length;
		if (start >= to) continue;
		const own = /^[^\S\n\r]*/.exec(text.slice(start, to))?.[0] ?? "";
		const shared = own.startsWith(indent) ? indent.length : own.length;
		starts.push({ at: start + shared, isEmpty: /^[\n\r]/.test(text.slice(start + shared, start + shared + 1)) });
	}
	return starts;
}

/** The marked form: the row together with what joins it, from wherever on its line. */
function markedEdits({ text }: RowDocument, { list, index }: Held): readonly TextEdit[] {
	const slot = list.slots[index] as Slot;
	const { from, to } = withJoint(text, list.slots, conditionSlots(list), slot, list.joinedBy);
	const marks = lineStarts(text, { from, to }).map(({ at, isEmpty }, line) => {
		const sign = line === 0 ? firstMark : furtherMark;
		return mark(at, isEmpty ? sign : `${sign} `);
	});
	if (endsItsLine(text, to)) return marks;
	return [...marks, mark(to, breakMark + lineBreakOf(text) + indentAt(text, from))];
}

/** A row with the one word or comma that would be too much without it, and the blanks up to what follows on its line. */
function withJoint(text: string, slots: readonly Slot[], conditions: readonly Slot[], slot: Slot, joinedBy: Held["list"]["joinedBy"]): Span {
	const at = conditions.indexOf(slot);
	const [before, after] = [conditions[at - 1], conditions[at + 1]];
	let { jointFrom: from, to } = slot;
	const hasOwn = slot.jointFrom < slot.contentFrom || (slot.contentTo < slot.jointTo && after !== undefined);
	if (joinedBy === "word" && !hasOwn) {
		if (before && before.contentTo < before.jointTo) from = before.contentTo;
		else if (!before && after) to = after.contentFrom;
	} else if (joinedBy === "word" && before && before.contentTo < before.jointTo && !(slot.contentTo < slot.jointTo)) from = before.contentTo;
	from += /^[^\S\n\r]*/.exec(text.slice(from, to))?.[0].length ?? 0;
	const blanks = /^[^\S\n\r]*/.exec(text.slice(to, to + 10_000))?.[0].length ?? 0;
	return { from, to: endsItsLine(text, to) ? to : to + blanks };
}
