// The values that a condition tests with.
import { operatorRow } from "../../check/operators.ts";
import type { ListShape } from "../../syntax/shape.ts";
import type { Span } from "../../text/span.ts";
import { changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import { listEdits } from "../list-edits.ts";
import { arrangementOf, type WrittenValue } from "../operator-change.ts";
import type { ConditionRow, Row, RowDocument } from "../row.ts";
import { isInCollection, replaced } from "../row-parts.ts";
import { type ValueInput, wordsOfValue } from "../values.ts";
import { predicateEdits, writtenValues } from "./set-operator.ts";

/** Sets one value of a condition, counted from 0. */
export function setOperand(document: RowDocument, id: number, index: number, value: ValueInput): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoValues(row);
	if (reason || row.kind !== "condition") return refuse(reason ?? "");
	if (!row.operands[index]) return refuse("There is no such value here.");
	return setWords(
		document,
		row,
		[...row.operands.keys()].map((at) => (at === index ? value : undefined)),
	);
}

/** Sets all values of a condition. A list can get longer or shorter: values that stay keep their words, blanks and comments. */
export function setOperands(document: RowDocument, id: number, values: readonly ValueInput[]): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoValues(row);
	if (reason || row.kind !== "condition") return refuse(reason ?? "");
	return setWords(document, row, values);
}

export function whyNoValues(row: Row): string | undefined {
	if (row.kind !== "condition") return "Only a condition has values.";
	return row.operands.length > 0 ? undefined : "This operator takes no value.";
}

/** Undefined leaves a value as it is. */
function setWords(document: RowDocument, row: ConditionRow, values: readonly (ValueInput | undefined)[]): Gesture {
	const arrangement = arrangementOf(row, values.length);
	const needed = arrangement === "one" ? 1 : arrangement === "two" ? 2 : Math.max(1, values.length);
	if (values.length !== needed)
		return refuse(values.length === 0 ? "Write at least one value." : "This operator takes another number of values.");
	const isInside = isInCollection(document, row);
	const written = writtenValues(document, row);
	const words: string[] = [];
	for (const [index, value] of values.entries()) {
		const isWindow = value?.kind === "rolling" || value?.kind === "calendar";
		if (isWindow && operatorRow(row.operator).operands !== "window") return refuse("This operator takes a value, not a stretch of time.");
		if (value && !isWindow && value.kind !== "words" && row.operator === "within")
			return refuse("Write a stretch of time, for example last 30 days.");
		const role = isWindow || row.operator === "within" ? "window" : "operand";
		const each = value ? wordsOfValue(value, role, isInside) : (written[index]?.words ?? "?");
		if (typeof each !== "string") return each;
		words.push(each === "" ? "?" : each);
	}
	const { list } = row.shape;
	if (list && arrangement === "list") return changeOfWords(document, row, listEdits(document.text, list, words), selected(row, list));
	const isWritten = row.operands.length === words.length && row.operands.every(({ span }) => span.from < span.to);
	if (isWritten && arrangement !== "list") {
		const edits = words.flatMap((each, index) => replaced(document, row, row.operands[index]?.span as Span, each));
		if (!changesPreposition(row, values)) return changeOfWords(document, row, edits, row.operands[0]?.span);
	}
	const next = words.map(
		(each, index): WrittenValue => ({ value: (values[index] ?? written[index]?.value ?? hole) as WrittenValue["value"], words: each }),
	);
	const { operator, negated, anyOf, ignoringCase } = row;
	return changeOfWords(document, row, predicateEdits(document, row, { operator, negated, anyOf }, next, ignoringCase));
}

const hole = { kind: "hole" };

/** `anniversary today` and `anniversary in last 7 days` differ in a word. */
function changesPreposition(row: ConditionRow, values: readonly (ValueInput | undefined)[]): boolean {
	if (row.operator !== "anniversary" || row.operands.length !== 1) return false;
	const isWindow = (kind: string | undefined): boolean => kind === "rolling" || kind === "calendar";
	return values[0] !== undefined && isWindow(values[0].kind) !== isWindow(row.operands[0]?.value.kind);
}

const selected = (row: Row, list: ListShape): Span => (list.region.from < list.region.to ? list.region : row.words);
