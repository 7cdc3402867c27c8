// What a builder shows of a text: rows within rows, each with the stretch of text that it is. Plain data, made by documentOf().
import type { Catalogue } from "../fields/catalogue.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedText } from "../syntax/parse.ts";
import type { Muted } from "../syntax/read-muted.ts";
import type { Collection, Group, ReferenceShape, TestShape } from "../syntax/shape.ts";
import type { Span } from "../text/span.ts";
import type { Operand } from "./operand.ts";

export type Row = GroupRow | ConditionRow | ReferenceRow | TextRow | MutedRow | NoteRow;

export interface Comment {
	/** Without its `#` and the blanks around it. */
	readonly text: string;
	readonly span: Span;
}

interface RowBase {
	/** Stays the same while the text around and in the row is edited: see nextDocument(). */
	readonly id: number;
	/** How many rows it stands in. */
	readonly depth: number;
	/** All of the row: its comments, the word that joins it, its own words. Those of neighbours never overlap. */
	readonly span: Span;
	/** Its own words, name and `not` included. Empty where a condition is missing. */
	readonly words: Span;
	/** Lines above it, and the comment behind it. A blank line cuts: what stands above one is a note. */
	readonly comments: { readonly before: readonly Comment[]; readonly after?: Comment };
}

/** `"spends well":` before a condition. */
export interface Label {
	readonly name: string;
	readonly nameSpan: Span;
	/** With its colon. */
	readonly words: Span;
}

interface Prefixed {
	readonly label?: Label;
	/** The word `not` before it. Conditions can also be negated by their operator. */
	readonly not?: Span;
}

/**
 * | form | is |
 * | --- | --- |
 * | root | the whole text |
 * | bare | an `and` chain within an `or` chain, or a chain that is one item of a list, without parentheses |
 * | parentheses | `(a and b)` |
 * | quantity | `all of (…)`, `any of (…)`, `none of (…)`, `at least 2 of (…)` |
 * | collection | `any orders (…)`, `at least 3 orders`: see `collection` |
 * | edge | `last orders by placed_at (…)`: see `edge` |
 * | prefix | a `not` or a name before another `not` or name: it holds the one row after it |
 */
export type GroupForm = "root" | "bare" | "parentheses" | "quantity" | "collection" | "edge" | "prefix";

export interface GroupRow extends RowBase, Prefixed {
	readonly kind: "group";
	readonly form: GroupForm;
	/** What joins its conditions; undefined with fewer than two, and for quantities. */
	readonly connector?: "and" | "or";
	readonly quantity?: ast.Group["quantity"];
	readonly collection?: ast.Quantified;
	readonly edge?: ast.Edge;
	/** False where the `)` is missing: then it holds all of the text that follows. */
	readonly isClosed: boolean;
	readonly children: readonly Row[];
	/** Undefined for a collection without parentheses. */
	readonly list?: RowList;
	readonly shape?: Group | Collection;
}

/** One test. With children when its subject is an aggregate with `where`: they are the conditions after that word. */
export interface ConditionRow extends RowBase, Prefixed {
	readonly kind: "condition";
	readonly subject: Operand;
	readonly operator: ast.Operator;
	/** By the words of its operator: `!=`, `does not contain`. */
	readonly negated: boolean;
	/** `contains any of (…)`. */
	readonly anyOf: boolean;
	readonly ignoringCase: boolean;
	readonly operands: readonly Operand[];
	readonly connector?: "and" | "or";
	readonly children: readonly Row[];
	readonly list?: RowList;
	readonly shape: TestShape;
}

/** `in segment "vip"`. */
export interface ReferenceRow extends RowBase, Prefixed {
	readonly kind: "reference";
	readonly negated: boolean;
	readonly segments: readonly string[];
	readonly children: readonly [];
	readonly shape: ReferenceShape;
}

/** Words that cannot be shown as a condition, as they stand; empty where a condition is missing. */
export interface TextRow extends RowBase, Prefixed {
	readonly kind: "text";
	readonly text: string;
	readonly children: readonly [];
}

/** A condition that is commented out. `text` is what unmute() brings back, without the word that joins it. */
export interface MutedRow extends RowBase {
	readonly kind: "muted";
	readonly text: string;
	readonly children: readonly [];
	readonly muted: Muted;
}

/** Comment lines that belong to no condition: a blank line, or the end of a parenthesis, is below them. */
export interface NoteRow extends RowBase {
	readonly kind: "note";
	readonly lines: readonly Comment[];
	readonly children: readonly [];
}

/** The rows of one level, and the text between them. */
export interface RowList {
	/** All that belongs to the level, between the parentheses. */
	readonly region: Span;
	/** Conditions are joined by `and` or `or`, or separated by commas and new lines. */
	readonly joinedBy: "word" | "comma";
	readonly connector?: "and" | "or";
	/** Nothing encloses it: what stands around it is text of the list it is in. */
	readonly isBare: boolean;
	readonly slots: readonly Slot[];
}

/**
 * A row in its list, cut at offsets that follow one another: comment lines, the word that joins it to what is before, its content, the
 * word or comma that joins it to what comes after, the comment behind. Only blanks stand between slots. A comma behind the last condition of a
 * group is always its own: comments before such a comma are, too.
 */
export interface Slot {
	readonly row: Row;
	readonly from: number;
	readonly jointFrom: number;
	readonly contentFrom: number;
	readonly contentTo: number;
	readonly jointTo: number;
	readonly to: number;
}

/** Where a row is. */
export interface Place {
	readonly row: Row;
	/** Undefined for the root alone. */
	readonly owner?: Row;
	readonly list?: RowList;
	readonly index: number;
}

export interface RowDocument {
	readonly text: string;
	readonly parsed: ParsedText;
	readonly root: GroupRow;
	/** The fields that names mean, when one was given. */
	readonly catalogue?: Catalogue;
	/** Every row with its place, by id, in the order of the text, groups before what they hold. */
	readonly places: ReadonlyMap<number, Place>;
	/** No row has had an id as high as this. */
	readonly nextId: number;
}

/** Neither a note nor commented out. */
export const isCondition = ({ kind }: Row): boolean => kind !== "note" && kind !== "muted";
