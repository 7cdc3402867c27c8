// The name of a condition, which explanations and the funnel show.
import { printText } from "../../syntax/print-expression.ts";
import { isUsableText } from "../../values/text.ts";
import { changeOf, changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import { whyFixed } from "../find-row.ts";
import type { Row, RowDocument } from "../row.ts";
import { withoutWords } from "../row-parts.ts";
import { wrapped } from "./wrap.ts";

/** Gives a row a name, another name, or none. */
export function setLabel(document: RowDocument, id: number, name: string | undefined): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoLabel(row);
	if (reason) return refuse(reason);
	const label = "label" in row ? row.label : undefined;
	if (name === undefined) return changeOfWords(document, row, label ? [withoutWords(document, label.words)] : []);
	if (!isUsableText(name)) return refuse("This name holds a character that not every engine can store. Write it without.");
	if (label) return changeOfWords(document, row, label.name === name ? [] : [{ span: label.nameSpan, text: printText(name) }]);
	if (row.kind === "group" && row.form === "bare") {
		const { draft, mark } = wrapped(document, row, `${printText(name)}: `);
		return changeOf(document, [draft], [], { mark: mark(), length: printText(name).length });
	}
	const { from } = row.words;
	return changeOfWords(document, row, [{ span: { from, to: from }, text: `${printText(name)}: ` }]);
}

export function whyNoLabel(row: Row): string | undefined {
	if (row.kind === "note") return "A comment has no name.";
	if (row.kind === "muted") return "It is muted. Unmute it first.";
	if (row.kind === "text") return "This is not a whole condition yet.";
	if (row.kind === "group" && row.form === "root") return "Name the conditions in it: the segment itself has a name elsewhere.";
	return whyFixed(row);
}
