// The conditions of a text as they are written, with what the tree of meaning leaves out: parentheses, the words that join, commas, and
// where each of them stands. A shape never disagrees with the AST, because both come from the same concrete tree.
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";

export type Shape = Chain | Parenthesis | Not | Named | Group | Collection | TestShape | ReferenceShape | Unread;

interface ShapeNode {
	/** From the first word to the end of the last, the parentheses of the shape itself included. */
	readonly span: Span;
}

/** What joins or separates two conditions. */
export interface Joint {
	/** Empty where nothing is written: a new line of a group, or a forgotten word. */
	readonly span: Span;
	readonly word: "and" | "or" | "," | "";
}

/** Conditions side by side. `a and b or c` is an `or` chain whose first item is an `and` chain. */
export interface Chain extends ShapeNode {
	readonly kind: "chain";
	readonly word: "and" | "or";
	readonly items: readonly Shape[];
	/** One fewer than the items. */
	readonly joints: readonly Joint[];
}

/** What stands between parentheses. */
export interface Enclosed {
	/** Where its conditions can stand: from the end of `(` (or `where`) to the beginning of `)`, or to its last word where that is missing. */
	readonly region: Span;
	/** False where the `)` is missing: then all words up to the end of the text are inside. */
	readonly isClosed: boolean;
	/** Undefined when empty. */
	readonly item?: Shape;
}

export interface Parenthesis extends ShapeNode, Enclosed {
	readonly kind: "parenthesis";
}

export interface Not extends ShapeNode {
	readonly kind: "not";
	readonly word: Span;
	readonly item: Shape;
}

export interface Named extends ShapeNode {
	readonly kind: "named";
	readonly name: string;
	readonly nameSpan: Span;
	/** The name with its colon. */
	readonly words: Span;
	readonly item: Shape;
}

export interface Group extends ShapeNode {
	readonly kind: "group";
	readonly condition: ast.Group;
	/** `at least 2 of`. */
	readonly words: Span;
	readonly region: Span;
	readonly isClosed: boolean;
	readonly items: readonly Shape[];
	readonly joints: readonly Joint[];
	/** The comma after the last condition. */
	readonly last?: Joint;
}

/** A collection or its first or last element. Without `inside` it has no parentheses. */
export interface Collection extends ShapeNode {
	readonly kind: "collection";
	readonly condition: ast.Quantified | ast.Edge;
	readonly inside?: Enclosed;
}

export interface TestShape extends ShapeNode {
	readonly kind: "test";
	readonly condition: ast.Test;
	/** Negated by words that the AST has as a `not` around it: `is not before`. */
	readonly isNot: boolean;
	/** The values with their parentheses, minus signs and all; a missing one is an empty span where it should be. */
	readonly subject: Span;
	readonly operands: readonly Span[];
	readonly list?: ListShape;
	/** `ignoring case`. */
	readonly ignoring?: Span;
	/** Where the conditions of an aggregate stand that is the whole subject: `count(orders where …)`. */
	readonly inside?: Enclosed;
	/** The `)` of such an aggregate, when it is closed: where ` where …` can be written. */
	readonly aggregateEnd?: number;
}

/** The list in parentheses of a test or a reference. */
export interface ListShape {
	/** Between the parentheses. */
	readonly region: Span;
	readonly items: readonly Span[];
}

export interface ReferenceShape extends ShapeNode {
	readonly kind: "reference";
	readonly condition: ast.Reference;
	/** The `not` before it. */
	readonly not?: Span;
	readonly list?: ListShape;
}

/** Words that form no condition, or nothing where a condition should be (an empty span). */
export interface Unread extends ShapeNode {
	readonly kind: "unread";
}

/** The shape of a whole text. */
export interface TextShape {
	/** Undefined for a text without words. */
	readonly item?: Shape;
	/** With their `#`, in order. */
	readonly comments: readonly Span[];
}
