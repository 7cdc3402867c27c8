// What a condition tests, or whose elements a group is about.
import { changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import type { Row, RowDocument } from "../row.ts";
import { isInCollection, replaced } from "../row-parts.ts";
import { type ValueInput, wordsOfValue } from "../values.ts";

/** Sets what a condition tests, or the collection of a group. Operator and values stay: they may still fit. */
export function setSubject(document: RowDocument, id: number, subject: ValueInput): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoSubject(row);
	if (reason) return refuse(reason);
	const words = wordsOfValue(subject, "subject", isInCollection(document, row));
	if (typeof words !== "string") return words;
	if (row.kind === "group") {
		const name = (row.collection ?? row.edge)?.collection;
		if (!name || subject.kind !== "field") return refuse("Choose a collection, for example orders.");
		return changeOfWords(document, row, [{ span: name.span, text: words }], name.span);
	}
	if (row.kind !== "condition") return refuse("Only a condition has a subject.");
	const { subject: at, condition } = row.shape;
	if (row.list && condition.subject.kind === "aggregate") {
		if (subject.kind !== "aggregate" || subject.where) return refuse('Remove the conditions after "where" first.');
		const head = { from: condition.subject.span.from, to: condition.subject.of.span.to };
		return changeOfWords(document, row, [{ span: head, text: words.slice(0, -1) }], head);
	}
	if (at.from < at.to) return changeOfWords(document, row, replaced(document, row, at, words), at);
	return changeOfWords(document, row, [{ span: at, text: `${words} ` }], at);
}

export function whyNoSubject(row: Row): string | undefined {
	if (row.kind === "condition" || (row.kind === "group" && (row.collection || row.edge))) return undefined;
	return "Only a condition has a subject.";
}
