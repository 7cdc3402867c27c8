// What a list is written from: rows that stay, rows that come from elsewhere, new ones. Each knows its pieces and what they need around
// them.
import { readFragment } from "../syntax/fragment.ts";
import type { Draft, IndentChange, Mark } from "./draft.ts";
import type { Row, RowList, Slot } from "./row.ts";

/** Writes one piece. */
export type Piece = (draft: Draft) => void;

export interface Entry {
	readonly kind: "condition" | "muted" | "note";
	/** Comment lines above, with the line break after each. */
	readonly lead?: Piece;
	readonly content: Piece;
	/** The content as text, or text that begins and ends like it. */
	readonly words: () => string;
	/** The comment behind, with the blanks before it. */
	readonly trail?: Piece;
	/** That comment's words. */
	readonly behind?: string;
	/** The content is a chain without parentheses around it. */
	readonly chain?: "and" | "or";
	/** What follows has to begin on another line, whatever comes. */
	readonly endsLine: boolean;
	/** Its first piece is a comment, which has to stand on a line of its own. */
	readonly beginsWithComment: boolean;
	/** The slot it was, and that of the condition before it. */
	readonly slot?: Slot;
	readonly previous?: Slot;
}

/** The rows of a list as they stand in it. */
export function entriesOf(text: string, { slots }: RowList, change?: IndentChange): readonly Entry[] {
	let previous: Slot | undefined;
	return slots.map((slot) => {
		const entry = { ...slotEntry(text, slot, true, change), ...(previous && { previous }) };
		if (entry.kind === "condition") previous = slot;
		return entry;
	});
}

/** A row with all that is its own; `isKept` where its units stay in the text as they are. */
export function slotEntry(text: string, slot: Slot, isKept: boolean, change?: IndentChange): Entry {
	const { row, from, jointFrom, contentFrom, contentTo, jointTo, to } = slot;
	return {
		kind: kindOf(row),
		...(from < jointFrom && { lead: (draft: Draft) => draft.bring(from, jointFrom, isKept, change) }),
		content: (draft) => draft.bring(contentFrom, contentTo, isKept, change),
		words: () => text.slice(contentFrom, contentTo),
		...(jointTo < to && { trail: (draft: Draft) => draft.bring(jointTo, to, isKept, change), behind: text.slice(jointTo, to).trim() }),
		...chainOf(row),
		endsLine: endsInComment(slot),
		beginsWithComment: from < jointFrom || row.kind === "note" || (row.kind === "muted" && !row.muted.isExplicit) || beginsInside(row),
		slot,
	};
}

export const kindOf = (row: Row): Entry["kind"] => (row.kind === "note" || row.kind === "muted" ? row.kind : "condition");

export const chainOf = (row: Row): Pick<Entry, "chain"> =>
	row.kind === "group" && row.form === "bare" && row.connector ? { chain: row.connector } : {};

/** Whether the first row of a chain has comment lines that are part of the chain's own content. */
const beginsInside = (row: Row): boolean => {
	const first = row.kind === "group" && row.form === "bare" ? row.list?.slots[0] : undefined;
	return first !== undefined && (first.from < first.jointFrom || beginsInside(first.row));
};

function endsInComment({ row, jointTo, to }: Slot): boolean {
	if (row.kind === "note" || row.kind === "muted" || jointTo < to) return true;
	if (row.kind === "text") return endsInOpenQuote(row.text);
	const last = row.kind === "group" && row.form === "bare" ? row.list?.slots.at(-1) : undefined;
	return last !== undefined && endsInComment(last);
}

/** Words of an unread row can end in a quote that only its line ends. */
const endsInOpenQuote = (text: string): boolean => readFragment(text).endsLine;

/** New words; `placed` hears where they begin. */
export function newEntry(words: string, chain: "and" | "or" | undefined, placed?: (mark: Mark) => void): Entry {
	return {
		kind: "condition",
		content: (draft) => {
			const mark = draft.add(words);
			placed?.(mark);
		},
		words: () => words,
		...(chain && { chain }),
		endsLine: false,
		beginsWithComment: false,
	};
}
