// How many elements of a collection must pass, and which one is meant.
import type * as ast from "../../syntax/ast.ts";
import { printFieldName } from "../../syntax/names.ts";
import { printNumber } from "../../syntax/print-expression.ts";
import type { TextEdit } from "../../text/edit.ts";
import { changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import type { Row, RowDocument } from "../row.ts";

/** `any`, `no`, `every`, or `at least 3` and its like, which take a count. */
export function setQuantifier(document: RowDocument, id: number, quantifier: ast.Quantifier, count?: number): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoQuantifier(row);
	if (reason || row.kind !== "group" || !row.collection) return refuse(reason ?? "");
	const { collection } = row;
	const hasCount = quantifier === "exactly" || quantifier.includes("-");
	const number = count ?? collection.count?.value ?? 1;
	if (hasCount && !(Number.isSafeInteger(number) && number >= 0)) return refuse("Write a whole number of elements, for example 3.");
	const isSame = quantifier === collection.quantifier && (!hasCount || number === collection.count?.value);
	const words = `${quantifier.replace("-", " ")}${hasCount ? ` ${printNumber(number)}` : ""}`;
	const onlyCount = quantifier === collection.quantifier && collection.count;
	const edit = onlyCount ? { span: onlyCount.span, text: printNumber(number) } : { span: collection.quantifierSpan, text: words };
	return changeOfWords(document, row, isSame ? [] : [edit], collection.quantifierSpan);
}

export const whyNoQuantifier = (row: Row): string | undefined =>
	row.kind === "group" && row.collection ? undefined : "Only a collection asks how many of its elements pass.";

/** Which element: the first or the last, by which of its fields. */
export function setEdge(document: RowDocument, id: number, which: "first" | "last", by: string): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoEdge(row);
	if (reason || row.kind !== "group" || !row.edge) return refuse(reason ?? "");
	const { edge } = row;
	const edits: TextEdit[] = [];
	if (which !== edge.which) edits.push({ span: { from: edge.span.from, to: edge.span.from + edge.which.length }, text: which });
	if (edge.by.kind !== "field" || edge.by.name !== by || edge.by.ofProfile)
		edits.push({ span: edge.by.span, text: printFieldName(by, false, true) });
	return changeOfWords(document, row, edits);
}

export const whyNoEdge = (row: Row): string | undefined =>
	row.kind === "group" && row.edge ? undefined : "Only the first or last element of a collection has an order.";
