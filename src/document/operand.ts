// A value as a value editor takes it: what kind of editor fits, the value, and where its words stand.
import type * as ast from "../syntax/ast.ts";
import type { Field } from "../fields/field.ts";
import type { Span } from "../text/span.ts";

/**
 * | editor | shows |
 * | --- | --- |
 * | text, number, boolean | a literal |
 * | date | `2026-05-01`, `2026-05`, or a moment |
 * | relative-date | `today`, `30 days ago`, `trial_end - 3 days` |
 * | month-day | `--05-01` |
 * | window | `last 30 days`, `this week` |
 * | field | another field |
 * | aggregate | `count(orders)`, `sum(orders.total where …)` |
 * | part | `age(birthday)` |
 * | hole | nothing yet: `?` or no words at all |
 * | words | whatever has no editor, as text: arithmetic, a value with a mistake |
 */
export type Editor =
	| "text"
	| "number"
	| "boolean"
	| "date"
	| "relative-date"
	| "month-day"
	| "window"
	| "field"
	| "aggregate"
	| "part"
	| "hole"
	| "words";

export interface Operand {
	readonly editor: Editor;
	/** The value; a hole where it is missing or cannot be read. */
	readonly value: ast.Expression;
	/** Its words, parentheses and minus sign included; empty where it is missing. */
	readonly span: Span;
	/** The field of the catalogue that it names, when a catalogue is given. */
	readonly field?: Field;
}

const editors: Readonly<Record<ast.Expression["kind"], Editor>> = {
	field: "field",
	text: "text",
	number: "number",
	boolean: "boolean",
	date: "date",
	instant: "date",
	"month-day": "month-day",
	point: "relative-date",
	relative: "relative-date",
	shift: "relative-date",
	arithmetic: "words",
	part: "part",
	aggregate: "aggregate",
	rolling: "window",
	calendar: "window",
	hole: "hole",
};

/** `text` is the whole text; `field` looks up a name where it stands. */
export function operandOf(value: ast.Expression, span: Span, text: string, field: (name: ast.FieldName) => Field | undefined): Operand {
	const found = value.kind === "field" ? field(value) : undefined;
	return { editor: editorOf(value, text.slice(span.from, span.to)), value, span, ...(found && { field: found }) };
}

function editorOf(value: ast.Expression, words: string): Editor {
	if (value.kind === "hole") return words === "" || words === "?" ? "hole" : "words";
	if (value.kind === "shift" && value.base.kind !== "point" && value.base.kind !== "field") return "words";
	return editors[value.kind];
}
