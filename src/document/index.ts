// The entry `segql/document`: a text as the rows of a builder, and what a builder does to them, as edits of the text.
export { type Change, type Gesture, gone, type Refusal } from "./change.ts";
export { type DocumentChange, documentOf, nextDocument } from "./document-of.ts";
export { rowAt, spanOf } from "./find-row.ts";
export { duplicate } from "./gestures/duplicate.ts";
export { type InsertOptions, insert, type RowPlace } from "./gestures/insert.ts";
export { insertNote } from "./gestures/insert-note.ts";
export { move, moveDown, moveUp } from "./gestures/move.ts";
export { mute } from "./gestures/mute.ts";
export { remove } from "./gestures/remove.ts";
export { replaceText } from "./gestures/replace-text.ts";
export { setEdge, setQuantifier } from "./gestures/set-collection.ts";
export { type NewComments, setComments } from "./gestures/set-comments.ts";
export { setConnector, setQuantity } from "./gestures/set-connector.ts";
export { setLabel } from "./gestures/set-label.ts";
export { setNegated } from "./gestures/set-negated.ts";
export { isNegated, type OperatorChange, setIgnoringCase, setOperator } from "./gestures/set-operator.ts";
export { setOperand, setOperands } from "./gestures/set-operands.ts";
export { setSegments } from "./gestures/set-segments.ts";
export { setSubject } from "./gestures/set-subject.ts";
export { unmute } from "./gestures/unmute.ts";
export { unwrap } from "./gestures/unwrap.ts";
export { type Wrapping, wrap } from "./gestures/wrap.ts";
export type { Move } from "./identity.ts";
export { type GestureName, reasonsAgainst } from "./legal.ts";
export type { Editor, Operand } from "./operand.ts";
export type { Quantity } from "./quantity.ts";
export type {
	Comment,
	ConditionRow,
	GroupForm,
	GroupRow,
	Label,
	MutedRow,
	NoteRow,
	Place,
	ReferenceRow,
	Row,
	RowDocument,
	RowList,
	Slot,
	TextRow,
} from "./row.ts";
export { conditionFor, type TemplateOptions, usualOperators } from "./template.ts";
export type { ValueInput } from "./values.ts";
export { applyEdits, type TextEdit } from "../text/edit.ts";
export { invertEdits } from "../text/invert-edits.ts";
export { offsetMap, type Side } from "../text/offset-map.ts";
export type { Span } from "../text/span.ts";
