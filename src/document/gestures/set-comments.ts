// What a row's comments say: lines above it, and one behind it.
import { changeOf, changeOfEdits, type Gesture, gone, refuse } from "../change.ts";
import { type Entry, entriesOf } from "../entries.ts";
import { isHeld } from "../find-row.ts";
import { MutedReader } from "../../syntax/read-muted.ts";
import type { NoteRow, Row, RowDocument, Slot } from "../row.ts";
import type { TextEdit } from "../../text/edit.ts";
import { beginsLine, endsItsLine, hasBreak, lineBreakOf, listIndent, slotIndent } from "../style.ts";
import { planOf, writeList } from "../write-list.ts";

/** Texts without `#`. What is left out stays as it is; an empty list or text takes comments away. */
export interface NewComments {
	readonly before?: readonly string[];
	readonly after?: string;
}

/** Sets the comments of a row, or the lines of a note. */
export function setComments(document: RowDocument, id: number, comments: NewComments): Gesture {
	const place = document.places.get(id);
	if (!place) return gone;
	const { row } = place;
	if (!isHeld(place)) return refuse("Comments belong to the rows in it.");
	const reason = whyNoSuchComments(row, comments);
	if (reason) return refuse(reason);
	if (row.kind === "note") return setLines(document, row, comments.before ?? row.lines.map(({ text }) => text));
	const { text } = document;
	const slot = place.list.slots[place.index] as Slot;
	const before = comments.before?.join("\n") === row.comments.before.map((each) => each.text).join("\n") ? undefined : comments.before;
	const after = comments.after === (row.comments.after?.text ?? "") ? undefined : comments.after;
	const inner = row.comments.before.filter(({ span }) => span.from >= slot.contentFrom);
	if (row.kind === "group" && row.form === "bare" && (after !== undefined || (before && slot.jointFrom === slot.contentFrom)))
		return refuse("Without parentheses, these comments belong to its first and last row. Set them there.");
	if (before && inner.length > 0) return refuse("Its comments stand between the joining word and the condition. Change them in the text.");
	const indent = beginsLine(text, slot.from) ? slotIndent(text, slot) : listIndent(text, place.list);
	const entries = entriesOf(text, place.list).map((entry, index) =>
		index === place.index ? commented(text, entry, slot, row, before, after, indent) : entry,
	);
	const isLast = place.index === place.list.slots.length - 1;
	if (after && isLast && place.list.isBare && !endsItsLine(text, place.list.region.to))
		return refuse("Something follows it on its line. Write the comment above it.");
	return changeOf(document, [writeList(text, place.list, planOf(text, place.list, entries))], [], row.words);
}

function whyNoSuchComments(row: Row, { before = [], after = "" }: NewComments): string | undefined {
	if (hasBreak(after) || before.some(hasBreak)) return "A comment is one line. Write more lines above the row.";
	if (row.kind === "note" && after !== "") return "A note has no comment behind it.";
	if (row.kind === "muted" && after !== "") return "It is muted. Unmute it first.";
	return whyMuted(before);
}

/** Why these lines are no note. */
export function whyNoNote(lines: readonly string[]): string | undefined {
	if (lines.length === 0) return "Write at least one line.";
	return lines.some(hasBreak) ? "A comment is one line. Write more lines above the row." : whyMuted(lines);
}

function whyMuted(before: readonly string[]): string | undefined {
	const words = before.map((line) => `# ${line}`).join("\n");
	const lines = before.map((line, index) => ({ line, from: before.slice(0, index).reduce((sum, each) => sum + each.length + 3, 0) }));
	const runs = new MutedReader(words).runs(lines.map(({ line, from }) => ({ from, to: from + line.length + 2 })));
	return runs.some(({ muted }) => muted) ? "This reads as a condition, so it would be shown as a muted one. Word it otherwise." : undefined;
}

export const commentWords = (text: string): string => (text.trim() === "" ? "#" : `# ${text.trim()}`);

function commented(
	text: string,
	entry: Entry,
	slot: Slot,
	row: Row,
	before: readonly string[] | undefined,
	after: string | undefined,
	indent: string,
): Entry {
	const { lead, trail, ...rest } = entry;
	const next = lineBreakOf(text) + indent;
	const newLead = before && before.length > 0 ? before.map((line) => commentWords(line) + next).join("") : undefined;
	const old = row.comments.after;
	const newTrail = after !== undefined && after.trim() !== "" ? commentWords(after) : undefined;
	const blanks = old ? text.slice(slot.jointTo, old.span.from) : " ";
	return {
		...rest,
		...(before ? newLead !== undefined && { lead: (draft) => void draft.add(newLead) } : lead && { lead }),
		...(after !== undefined ? newTrail !== undefined && { trail: (draft) => void draft.add(blanks + newTrail) } : trail && { trail }),
		beginsWithComment: before ? before.length > 0 : entry.beginsWithComment,
		endsLine: after !== undefined ? newTrail !== undefined : entry.endsLine,
	};
}

/** Each line that differs, in its place; lines more or fewer at the end. */
function setLines(document: RowDocument, row: NoteRow, lines: readonly string[]): Gesture {
	if (lines.length === 0) return refuse("Remove the note instead.");
	const { text } = document;
	const place = document.places.get(row.id);
	const next = lineBreakOf(text) + (place?.list ? slotIndent(text, place.list.slots[place.index] as Slot) : "");
	const edits: TextEdit[] = row.lines.flatMap(({ text: old, span }, index) => {
		const line = lines[index];
		if (line !== undefined) return line.trim() === old ? [] : [{ span, text: commentWords(line) }];
		return [{ span: { from: row.lines[index - 1]?.span.to ?? span.from, to: span.to }, text: "" }];
	});
	const more = lines.slice(row.lines.length).map((line) => next + commentWords(line));
	const end = row.lines.at(-1)?.span.to ?? row.words.to;
	if (more.length > 0) edits.push({ span: { from: end, to: end }, text: more.join("") });
	return changeOfEdits(document, edits, [row], row.words);
}
