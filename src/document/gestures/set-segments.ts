// Which segments a reference names.
import { printText } from "../../syntax/print-expression.ts";
import type { TextEdit } from "../../text/edit.ts";
import { isUsableText } from "../../values/text.ts";
import { changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import { listEdits } from "../list-edits.ts";
import type { ReferenceRow, Row, RowDocument } from "../row.ts";
import { replaced } from "../row-parts.ts";

/** Sets the segments that a reference names. */
export function setSegments(document: RowDocument, id: number, names: readonly string[]): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoSegments(row);
	if (reason || row.kind !== "reference") return refuse(reason ?? "");
	if (names.length === 0) return refuse("Choose at least one segment.");
	if (!names.every(isUsableText)) return refuse("This name holds a character that not every engine can store. Choose another segment.");
	return changeOfWords(document, row, referenceEdits(document, row, names.map(printText)));
}

export const whyNoSegments = (row: Row): string | undefined => (row.kind === "reference" ? undefined : "Only a reference names segments.");

function referenceEdits(document: RowDocument, row: ReferenceRow, names: readonly string[]): readonly TextEdit[] {
	const { list, condition, not, span } = row.shape;
	if (list) return listEdits(document.text, list, names);
	const [only] = condition.segments;
	if (names.length === 1 && only) return replaced(document, row, only.span, names[0] ?? "");
	const from = not ? not.to + (/^(?:\s|#[^\n\r]*)*/.exec(document.text.slice(not.to, span.to))?.[0].length ?? 0) : span.from;
	return replaced(document, row, { from, to: span.to }, `in any segment (${names.join(", ")})`);
}
