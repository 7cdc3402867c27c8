// A condition about something else: its operator and its values stay where they still fit.
import type { Gesture } from "../../document/change.ts";
import type { ConditionRow, RowDocument } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type * as ast from "../../syntax/ast.ts";
import type { RowLanguage } from "../session/session.ts";
import { composed } from "./composed.ts";
import { withFittingValues } from "./fitting-values.ts";
import { isPlaceholder } from "./placeholder.ts";
import { scopeOf } from "./scope.ts";
import type { SubjectChoice } from "./subject-choices.ts";

/**
 * A whole collection makes the row a group, `any orders`, one element of it too, `last orders by placed_at (?)`. A condition that is still to come gets an operator that suits the type, one that
 * is there only where its own does not.
 */
export function subjectGesture(document: RowDocument, id: number, choice: SubjectChoice, language: RowLanguage): Gesture {
	const { gone, setSubject, setOperator, replaceText } = language.document;
	const row = document.places.get(id)?.row;
	if (row?.kind !== "condition") return row ? setSubject(document, id, choice.subject) : gone;
	const isNew = isPlaceholder(row);
	if (choice.edge && row.children.length === 0)
		return replaceText(document, id, prefixOf(document, row) + edgeWords(document, row, choice, choice.edge, language));
	if (choice.collection && row.children.length === 0 && (isNew || !isLegal(row.operator, choice, language)))
		return replaceText(document, id, prefixOf(document, row) + newWords(document, row, choice, language));
	if (isNew) return replaceText(document, id, prefixOf(document, row) + newWords(document, row, choice, language));
	const legal = composed(
		document,
		setSubject(document, id, choice.subject),
		(after) => (isLegal(row.operator, choice, language) ? undefined : setOperator(after, id, usualOperator(choice, language))),
		language.document,
	);
	return withFittingValues(document, id, legal, language);
}

/** Its name and its `not`, as they are written. */
const prefixOf = ({ text }: RowDocument, row: ConditionRow): string => text.slice(row.words.from, row.shape.span.from);

function newWords(document: RowDocument, row: ConditionRow, choice: SubjectChoice, language: RowLanguage): string {
	const { subject, type } = choice;
	const isInside = scopeOf(document, row).ofProfile !== undefined;
	if (subject.kind === "field" && type.field) {
		return language.document.conditionFor(type.field, { isInside, ofProfile: subject.ofProfile });
	}
	const operator = usualOperator(choice, language);
	return `${printed(subject, isInside, language)} ${operator === "within" ? "in last 30 days" : operator === "equal" ? "= ?" : ">= ?"}`;
}

function edgeWords(
	document: RowDocument,
	row: ConditionRow,
	{ subject }: SubjectChoice,
	{ which, by }: NonNullable<SubjectChoice["edge"]>,
	language: RowLanguage,
): string {
	const isInside = scopeOf(document, row).ofProfile !== undefined;
	const order = language.printExpressionAt({ kind: "field", name: by, ofProfile: false, span: row.words }, true);
	return `${which} ${printed(subject, isInside, language)} by ${order} (?)`;
}

const printed = (subject: ValueInput, isInside: boolean, { printExpressionAt }: RowLanguage): string =>
	subject.kind === "words" ? subject.text : printExpressionAt(subject as ast.Expression, isInside);

const isLegal = (operator: ast.Operator, { type: { type } }: SubjectChoice, { operatorsFor }: RowLanguage): boolean =>
	type === undefined || operatorsFor(type).includes(operator);

const usualOperator = ({ type: { type = "text", names } }: SubjectChoice, { document: { usualOperators } }: RowLanguage): ast.Operator =>
	names ? "equal" : usualOperators[type];
