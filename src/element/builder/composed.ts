// Two gestures on one row as one change: a new subject that needs another operator.
import type { Gesture } from "../../document/change.ts";
import type { RowDocument } from "../../document/row.ts";
import { applyEdits } from "../../text/edit.ts";
import type { RowLanguage } from "../session/session.ts";
import { editBetween } from "./narrowed-edits.ts";

/** The first gesture, and another one on what it gives; the first alone where the second refuses or is undefined. Both leave rows where they are. */
export function composed(
	document: RowDocument,
	first: Gesture,
	then: (after: RowDocument) => Gesture | undefined,
	{ nextDocument }: RowLanguage["document"],
): Gesture {
	if (!first.ok) return first;
	const between = nextDocument(document, first);
	const second = then(between);
	if (!second?.ok) return first;
	const after = applyEdits(between.text, second.edits);
	return { ok: true, edits: editBetween(document.text, after), selection: second.selection, moves: [] };
}
