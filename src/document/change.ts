// What a gesture gives: a change of the text, or the reason why there is none.
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { offsetMap } from "../text/offset-map.ts";
import type { Span } from "../text/span.ts";
import { nextDocument } from "./document-of.ts";
import { type Draft, type Mark, placesAfter } from "./draft.ts";
import type { Move } from "./identity.ts";
import { isCondition, type Row, type RowDocument } from "./row.ts";

export type Gesture = Change | Refusal;

/** Edits in coordinates of the text before them. None when the text already says what was asked for. */
export interface Change {
	readonly ok: true;
	readonly edits: readonly TextEdit[];
	/** What to select in the text after. */
	readonly selection: Span;
	/** Words that were carried elsewhere: give them to nextDocument(), so that their rows keep their ids. */
	readonly moves: readonly Move[];
}

export interface Refusal {
	readonly ok: false;
	/** One sentence for the person at the builder. */
	readonly reason: string;
}

/** For a row that was removed meanwhile. */
export const gone: Refusal = { ok: false, reason: "This row is no longer there." };

export const refuse = (reason: string): Refusal => ({ ok: false, reason });

/** Nothing to do. */
export const unchanged = ({ words }: Row): Change => ({ ok: true, edits: [], selection: words, moves: [] });

/** A change by drafts, which do not overlap. `selection` is a mark with a length, or what becomes of a span. */
export function changeOf(
	document: RowDocument,
	drafts: readonly Draft[],
	touched: readonly Row[],
	selection: Span | { readonly mark: Mark | undefined; readonly length: number },
): Gesture {
	const edits = drafts.flatMap((draft) => draft.edits);
	const place = placesAfter(edits);
	const moves = drafts.flatMap((draft) => draft.moves(place));
	if ("from" in selection) return guarded(document, edits, moves, touched, movedSpan(selection, edits, moves));
	const from = selection.mark ? place(selection.mark) : 0;
	return guarded(document, edits, moves, touched, { from, to: from + selection.length });
}

/** A change by plain edits; what is selected is what becomes of a span. */
export const changeOfEdits = (document: RowDocument, edits: readonly TextEdit[], touched: readonly Row[], selection: Span): Gesture =>
	guarded(document, withoutEmpty(document.text, edits), [], touched, movedSpan(selection, edits, []));

/**
 * A change of the words within a row. Where only a new line separates it from its neighbours in a group, and these words no longer begin
 * or end so that it does, commas are added.
 */
export function changeOfWords(document: RowDocument, row: Row, edits: readonly TextEdit[], selection: Span = row.words): Gesture {
	const real = withoutEmpty(document.text, edits);
	const commas = missingCommas(document, row);
	const change: Change = { ok: true, edits: real, selection: movedSpan(selection, real, []), moves: [] };
	if (real.length === 0 || (commas.length === 0 && countMistakes(document) === 0) || keepsOthers(document, change, [row])) return change;
	const separated = [...real, ...commas];
	return guarded(document, separated, [], [row], movedSpan(selection, separated, []));
}

/** The commas that could stand around a row and around the groups that it begins or ends. */
function missingCommas({ text, places }: RowDocument, row: Row): readonly TextEdit[] {
	const commas: TextEdit[] = [];
	for (let place = places.get(row.id); place?.list && place.owner; place = places.get(place.owner.id)) {
		const { list, index } = place;
		if (list.joinedBy !== "comma") continue;
		const conditions = list.slots.filter((slot) => isCondition(slot.row));
		const at = conditions.indexOf(list.slots[index] as never);
		for (const slot of [conditions[at - 1], conditions[at + 1] && conditions[at]]) {
			if (!slot || slot.contentTo < slot.jointTo) continue;
			const next = conditions[conditions.indexOf(slot) + 1];
			if (next && next.jointFrom === next.contentFrom && !/,/.test(text.slice(slot.to, next.from))) {
				commas.push({ span: { from: slot.contentTo, to: slot.contentTo }, text: "," });
			}
		}
	}
	return commas;
}

const withoutEmpty = (text: string, edits: readonly TextEdit[]): readonly TextEdit[] =>
	edits.filter(({ span, text: words }) => text.slice(span.from, span.to) !== words);

function movedSpan({ from, to }: Span, edits: readonly TextEdit[], moves: readonly Move[]): Span {
	const move = moves.find((each) => each.from.from <= from && to <= each.from.to);
	if (move) return { from: move.to + from - move.from.from, to: move.to + to - move.from.from };
	const map = offsetMap(edits);
	const start = map(from, "before");
	return { from: start, to: Math.max(start, map(to, "after")) };
}

/**
 * In a text with mistakes a change can let words be read with others that they had nothing to do with: an operator without value takes
 * what comes next. Then there is no change. In a text without, gestures are safe as they are made.
 */
function guarded(
	document: RowDocument,
	edits: readonly TextEdit[],
	moves: readonly Move[],
	touched: readonly Row[],
	selection: Span,
): Gesture {
	if (edits.length > 0 && applyEdits(document.text, edits) === document.text) return { ok: true, edits: [], selection, moves: [] };
	const change: Change = { ok: true, edits, selection, moves };
	if (edits.length === 0 || countMistakes(document) === 0 || keepsOthers(document, change, touched)) return change;
	return refuse(
		"The text near it is not finished, so that this would change how other rows are read. Finish or remove what is not a condition first.",
	);
}

/**
 * How many mistakes a text has, `?` in place of a value not counted, nor that there is no condition yet. At most a hundred are known.
 */
export function countMistakes({ text, parsed, root }: RowDocument): number {
	if (!root.children.some(isCondition)) return 0;
	return parsed.diagnostics.filter(({ severity, span }) => severity === "error" && text.slice(span.from, span.to) !== "?").length;
}

/** Whether every condition and muted row, the touched ones left out, still is what it was. `next` is the document after the change. */
export function keepsOthers(
	document: RowDocument,
	change: Change,
	touched: readonly Row[],
	next: RowDocument = nextDocument(document, change),
): boolean {
	const isTouched = new Set(touched.flatMap(withAll));
	for (const [id, { row }] of document.places) {
		// A note can become a comment of the row below, and the other way round.
		if (row.kind === "group" || row.kind === "note" || row.children.length > 0 || isTouched.has(row)) continue;
		const now = next.places.get(id)?.row;
		if (!now || now.kind !== row.kind || bare(document, row) !== bare(next, now)) return false;
	}
	return true;
}

const withAll = (row: Row): readonly Row[] => [row, ...row.children.flatMap(withAll)];

/** The words of a row, whatever its indentation. */
const bare = ({ text }: RowDocument, { words }: Row): string => text.slice(words.from, words.to).replace(/\s+/g, " ");
