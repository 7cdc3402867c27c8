// What a gesture gives: a change of the text, or the reason why there is none.
import { type TextEdit } from "../text/edit.ts";
import { offsetMap } from "../text/offset-map.ts";
import type { Span } from "../text/span.ts";
import { nextDocument } from "./document-of.ts";
import { type Draft, type Mark, placesAfter } from "./draft.ts";
import type { Move } from "./identity.ts";
import type { Row, RowDocument } from "./row.ts";

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
	const change: Change = { ok: true, edits, selection, moves };
	if (edits.length === 0 || !hasMistakes(document) || keepsOthers(document, change, touched)) return change;
	return refuse("The text near it is not finished, so that this would change how other rows are read. Finish or remove what is not a condition first.");
}

/** Mistakes other than `?` in place of a value. */
export const hasMistakes = ({ text, parsed }: RowDocument): boolean =>
	parsed.diagnostics.some(({ severity, span }) => severity === "error" && text.slice(span.from, span.to) !== "?");

/** Whether every row that holds no others, the touched ones left out, still is what it was. */
export function keepsOthers(document: RowDocument, change: Change, touched: readonly Row[]): boolean {
	const next = nextDocument(document, change);
	const isTouched = new Set(touched.flatMap(withAll));
	for (const [id, { row }] of document.places) {
		if (row.kind === "group" || isTouched.has(row)) continue;
		const now = next.places.get(id)?.row;
		if (!now || now.kind !== row.kind || bare(document, row) !== bare(next, now)) return false;
	}
	return true;
}

const withAll = (row: Row): readonly Row[] => [row, ...row.children.flatMap(withAll)];

/** The words of a row, whatever its indentation. */
const bare = ({ text }: RowDocument, { words }: Row): string => text.slice(words.from, words.to).replace(/\s+/g, " ");
