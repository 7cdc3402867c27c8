// How a condition tests its subject: operator, negation, upper and lower case.
import { operatorRow } from "../../check/operators.ts";
import type * as ast from "../../syntax/ast.ts";
import { canNegate } from "../../syntax/operators.ts";
import type { TextEdit } from "../../text/edit.ts";
import { changeOfWords, type Gesture, gone, refuse } from "../change.ts";
import { arrangementOf, leadOf, type NewOperator, predicateWords, valuesFor, type WrittenValue } from "../operator-change.ts";
import type { ConditionRow, Row, RowDocument } from "../row.ts";
import { afterLabel, replaced, withoutWords } from "../row-parts.ts";

export interface OperatorChange {
	/** As it is by default. */
	readonly negated?: boolean;
	/** Several alternatives in a list: by default when there are several values and the operator takes them so. */
	readonly anyOf?: boolean;
}

/**
 * Sets the operator of a condition. Values that still mean something stay as they are written; `?` stands for those that are missing.
 *
 * plan in ("a", "b") → contains  // -> plan contains any of ("a", "b")
 * seen in last 30 days → before  // -> seen before 30 days ago
 */
export function setOperator(document: RowDocument, id: number, operator: ast.Operator, change: OperatorChange = {}): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoOperator(row);
	if (reason || row.kind !== "condition") return refuse(reason ?? "");
	if (operator === "true" && valueEditors.has(row.subject.editor)) return refuse("A value alone is no condition. Choose an operator.");
	const negated = change.negated ?? isNegated(row);
	const written = writtenValues(document, row);
	const { canAnyOf } = operatorRow(operator);
	const anyOf = canAnyOf === true && (change.anyOf ?? (row.anyOf || written.length > 1));
	const keepsNot = row.not !== undefined && negated;
	const next: NewOperator = { operator, anyOf, negated: negated && !keepsNot && canNegate(operator) };
	const ignoring = row.ignoringCase && operatorRow(operator).canIgnoreCase === true;
	const edits = [...predicateEdits(document, row, next, valuesFor(operator, anyOf, written), ignoring)];
	if (row.not && !negated) edits.push(withoutWords(document, row.not));
	else if (negated && !next.negated && !keepsNot) edits.push(insertion(afterLabel(document, row), "not "));
	return changeOfWords(document, row, edits);
}

const valueEditors: ReadonlySet<string> = new Set(["text", "number", "date", "month-day"]);

export const whyNoOperator = (row: Row): string | undefined => (row.kind === "condition" ? undefined : "Only a condition has an operator.");

const insertion = (at: number, text: string): TextEdit => ({ span: { from: at, to: at }, text });

/** By `not` or by its operator, but not by both. */
export const isNegated = (row: Row): boolean => {
	const byWord = "not" in row && row.not !== undefined;
	const byOperator = (row.kind === "condition" || row.kind === "reference") && row.negated;
	return byWord !== (byOperator || (row.kind === "group" && row.collection?.quantifier === "no"));
};

export const writtenValues = ({ text }: RowDocument, { operands }: ConditionRow): readonly WrittenValue[] =>
	operands.map(({ value, span }) => ({ value, words: text.slice(span.from, span.to) }));

/** Only the words of the operator where its values stand as before; else all behind the subject. */
export function predicateEdits(
	document: RowDocument,
	row: ConditionRow,
	next: NewOperator,
	values: readonly WrittenValue[],
	ignoringCase: boolean,
): readonly TextEdit[] {
	const { condition, subject, span, list } = row.shape;
	const written = writtenValues(document, row);
	const arrangement = arrangementOf(next, values.length);
	const isSame = values.length === written.length && values.every(({ words }, index) => words === written[index]?.words && words !== "");
	const stays = isSame && arrangement === arrangementOf(row, written.length) && (arrangement === "list") === (list !== undefined);
	const { operatorSpan } = condition;
	// A window without "in" is its own operator.
	const hasWords = operatorSpan.from < operatorSpan.to && operatorSpan.to <= (row.operands[0]?.span.from ?? operatorSpan.to);
	if (stays && hasWords && arrangement !== "none") {
		const isSameOperator = next.operator === row.operator && next.negated === row.negated && next.anyOf === row.anyOf;
		const words = isSameOperator ? [] : replaced(document, row, operatorSpan, leadOf(next, values));
		return ignoringCase === row.ignoringCase ? words : [...words, ...ignoringEdits(document, row, ignoringCase)];
	}
	if (stays && next.operator === row.operator && next.negated === row.negated && ignoringCase === row.ignoringCase) return [];
	const words = predicateWords(next, values) + (ignoringCase ? " ignoring case" : "");
	if (subject.from === subject.to) return replaced(document, row, span, words);
	return replaced(document, row, { from: subject.to, to: span.to }, words === "" ? "" : ` ${words}`);
}

/** Says whether upper and lower case are the same to a test of text. */
export function setIgnoringCase(document: RowDocument, id: number, ignoringCase: boolean): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoCase(row);
	if (reason || row.kind !== "condition") return refuse(reason ?? "");
	return changeOfWords(document, row, row.ignoringCase === ignoringCase ? [] : ignoringEdits(document, row, ignoringCase));
}

export function whyNoCase(row: Row): string | undefined {
	if (row.kind !== "condition") return "Only a condition tests text.";
	if (operatorRow(row.operator).canIgnoreCase || row.ignoringCase) return undefined;
	return "Upper and lower case matter only to tests of text.";
}

function ignoringEdits(document: RowDocument, row: ConditionRow, ignoringCase: boolean): readonly TextEdit[] {
	const { ignoring, span } = row.shape;
	if (ignoringCase) return [insertion(span.to, " ignoring case")];
	if (!ignoring) return [];
	const blanks = /[^\S\n\r]*$/.exec(document.text.slice(span.from, ignoring.from))?.[0].length ?? 0;
	return replaced(document, row, { from: ignoring.from - blanks, to: ignoring.to }, "");
}
