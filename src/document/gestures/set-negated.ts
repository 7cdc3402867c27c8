// The opposite of a row: by its operator's own words where there are some, else by `not`.
import { canNegate } from "../../syntax/operators.ts";
import { changeOf, changeOfWords, type Gesture, gone, refuse, unchanged } from "../change.ts";
import { whyFixed } from "../find-row.ts";
import type { ConditionRow, Row, RowDocument } from "../row.ts";
import { afterLabel, replaced, withoutWords } from "../row-parts.ts";
import type { TextEdit } from "../../text/edit.ts";
import { wrapped } from "./wrap.ts";
import { isNegated, predicateEdits, writtenValues } from "./set-operator.ts";

/** Makes a row its exact complement, or takes that back. A `not` that stands there goes before anything else is changed. */
export function setNegated(document: RowDocument, id: number, negated: boolean): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNotNegate(row);
	if (reason) return refuse(reason);
	if (isNegated(row) === negated) return unchanged(row);
	if ("not" in row && row.not) return changeOfWords(document, row, [withoutWords(document, row.not)]);
	if (row.kind === "group" && row.form === "bare") {
		const { draft, mark } = wrapped(document, row, "not ");
		return changeOf(document, [draft], [], { mark: mark(), length: 0 });
	}
	return changeOfWords(document, row, negatedWords(document, row));
}

export function whyNotNegate(row: Row): string | undefined {
	if (row.kind === "note") return "A comment has no opposite.";
	if (row.kind === "muted") return "It is muted. Unmute it first.";
	if (row.kind === "text") return "This is not a whole condition yet.";
	if (row.kind === "group" && row.form === "root") return "Select the rows to negate: the whole segment has no opposite in one step.";
	return whyFixed(row);
}

function negatedWords(document: RowDocument, row: Row): readonly TextEdit[] {
	const before = { from: afterLabel(document, row), to: afterLabel(document, row) };
	const withNot: readonly TextEdit[] = [{ span: before, text: "not " }];
	if (row.kind === "reference") return row.shape.not ? [withoutWords(document, row.shape.not)] : withNot;
	if (row.kind === "group" && row.collection) {
		const { quantifier, quantifierSpan } = row.collection;
		if (quantifier !== "any" && quantifier !== "no") return withNot;
		return [{ span: quantifierSpan, text: quantifier === "any" ? "no" : "any" }];
	}
	if (row.kind !== "condition" || (!row.negated && !canNegate(row.operator))) return withNot;
	const kept = withOwnNot(document, row);
	if (kept) return replaced(document, row, row.shape.condition.operatorSpan, kept);
	const { operator, anyOf, ignoringCase } = row;
	return predicateEdits(document, row, { operator, anyOf, negated: !row.negated }, writtenValues(document, row), ignoringCase);
}

/** `is` and `is not` in the author's words, which stay as they are. */
function withOwnNot({ text }: RowDocument, { shape, negated }: ConditionRow): string | undefined {
	const { from, to } = shape.condition.operatorSpan;
	const words = text.slice(from, to);
	if (negated) return /^is\s+not\b/i.test(words) ? words.replace(/\s+not\b/i, "") : undefined;
	return /^is(?:\s+(?:set|empty|one|any|in|equal)\b.*)?$/i.test(words) ? words.replace(/^is/i, (word) => `${word} not`) : undefined;
}
