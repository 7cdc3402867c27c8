// Rows by id, by offset, and what keeps one from being carried about.
import { readFragment } from "../syntax/fragment.ts";
import type { Span } from "../text/span.ts";
import { gone, type Refusal, refuse } from "./change.ts";
import { isCondition, type Place, type Row, type RowDocument, type RowList, type Slot } from "./row.ts";

/** A row that stands in a list. */
export interface Held extends Place {
	readonly owner: Row;
	readonly list: RowList;
}

/** The innermost row around an offset; the root where no other is. A comment belongs to the row it is a comment of. */
export function rowAt(document: RowDocument, offset: number): Row {
	let row: Row = document.root;
	for (;;) {
		const list: RowList | undefined = "list" in row ? row.list : undefined;
		const slot: Slot | undefined = list && slotAt(list.slots, offset);
		if (!slot) return row;
		row = slot.row;
	}
}

/** The whole of a row in the text: its comments, the word that joins it, its words. Undefined when it is gone. */
export const spanOf = (document: RowDocument, id: number): Span | undefined => document.places.get(id)?.row.span;

/** Slots follow one another; where two touch, the later one has the offset. */
function slotAt(slots: readonly Slot[], offset: number): Slot | undefined {
	let low = 0;
	let high = slots.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((slots[middle] as Slot).from <= offset) low = middle + 1;
		else high = middle;
	}
	const slot = slots[low - 1];
	return slot && offset <= slot.to ? slot : undefined;
}

export const isHeld = (place: Place | undefined): place is Held => place?.owner !== undefined && place.list !== undefined;

/** A row in a list, or why there is none. */
export function heldRow(document: RowDocument, id: number, what: string): Held | Refusal {
	const place = document.places.get(id);
	if (!place) return gone;
	return isHeld(place) ? place : refuse(`The whole segment cannot be ${what}.`);
}

/** Why the words of a row cannot be carried elsewhere or be wrapped: a parenthesis or a quote in them has no partner. */
export function whyFixed(row: Row): string | undefined {
	if (row.words.from === row.words.to) return "There is no condition here yet.";
	if (row.kind === "group" && !row.isClosed) return 'Close its parenthesis with ")" first.';
	if (row.kind === "text") {
		const { openEnd } = readFragment(row.text);
		if (openEnd === "quote") return "Close its quote first.";
		if (openEnd) return "It has a parenthesis without a partner. Add or remove one first.";
	}
	for (const child of row.children) {
		const reason = whyFixed(child);
		if (reason) return reason;
	}
	return undefined;
}

/** The conditions of a list, without notes and what is commented out. */
export const conditionSlots = ({ slots }: RowList): readonly Slot[] => slots.filter(({ row }) => isCondition(row));

/** How many conditions stand before an index of a list. */
export function conditionsBefore({ slots }: RowList, index: number): number {
	let count = 0;
	for (let at = 0; at < index; at++) if (isCondition((slots[at] as Slot).row)) count++;
	return count;
}

/** A bare `?`: a condition that is still to come. */
export const isPlaceholder = (row: Row): boolean =>
	row.kind === "condition" && row.operator === "true" && row.subject.editor === "hole" && !row.not && !row.label;

/** Whether a row is another one or stands in it. */
export function isWithin(document: RowDocument, row: Row, outer: Row): boolean {
	for (let at: Row | undefined = row; at; at = document.places.get(at.id)?.owner) if (at === outer) return true;
	return false;
}
