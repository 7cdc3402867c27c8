// Values that cannot be compared with what a condition is about now: a text with a number, a number with a date. In their place something waits.
import type { Gesture } from "../../document/change.ts";
import type { Editor, Operand } from "../../document/operand.ts";
import type { RowDocument } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type { RowLanguage } from "../session/session.ts";
import { composed } from "./composed.ts";
import { scopeOf } from "./scope.ts";
import { subjectType } from "./subject-type.ts";

/** The gesture, and in what it gives `?` for each literal that does not fit; of a list those that fit stay. */
export function withFittingValues(document: RowDocument, id: number, gesture: Gesture, language: RowLanguage): Gesture {
	const { document: gestures, operatorRow } = language;
	const withoutCase = (after: RowDocument): Gesture | undefined => {
		const { row, type } = typed(after, id);
		return row?.ignoringCase && type !== undefined && type !== "text" ? gestures.setIgnoringCase(after, id, false) : undefined;
	};
	const fitted = (after: RowDocument): Gesture | undefined => {
		const { row, type } = typed(after, id);
		if (!row || row.operands.every((operand) => fits(operand, type))) return undefined;
		const values = row.operands.map(
			(operand): ValueInput => (fits(operand, type) ? { kind: "words", text: after.text.slice(operand.span.from, operand.span.to) } : hole),
		);
		const isList = row.anyOf || operatorRow(row.operator).operands === "list";
		const left = isList ? values.filter((value) => value !== hole) : values;
		return gestures.setOperands(after, id, left.length > 0 ? left : [hole]);
	};
	return composed(document, composed(document, gesture, withoutCase, gestures), fitted, gestures);
}

const hole: ValueInput = { kind: "words", text: "?" };

/** Of a list, what its items are. */
function typed(document: RowDocument, id: number) {
	const row = document.places.get(id)?.row;
	if (row?.kind !== "condition") return {};
	const { type, items } = subjectType(row.subject, scopeOf(document, row));
	return { row, type: type === "list" ? items : type };
}

/** What each kind of literal can be compared with. Other fields, calculations and stretches of time are not literals. */
const fitting: Readonly<Partial<Record<Editor, readonly string[]>>> = {
	text: ["text"],
	number: ["number"],
	boolean: ["boolean"],
	date: ["date", "datetime"],
	"relative-date": ["date", "datetime"],
	"month-day": ["month-day"],
};

const fits = ({ editor }: Operand, type: string | undefined): boolean => type === undefined || (fitting[editor]?.includes(type) ?? true);
