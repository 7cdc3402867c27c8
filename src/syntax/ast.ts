// The tree of a segment's text, after parsing and before any field is known. Nothing here depends on a catalogue.
// Every node carries the span of its words; a half-typed text has `hole` and `broken` nodes where something is missing.
import type { Span } from "../text/span.ts";

interface Node {
	readonly span: Span;
}

/**
 * Comments of a condition, without their `#`. Comment lines belong to the next condition, a trailing one to the condition before it.
 * An `and` or `or` has none: its first and last conditions do.
 */
export interface Comments {
	readonly before: readonly string[];
	/** At most one. */
	readonly after: readonly string[];
	/** Comment lines before the closing parenthesis of a group or a collection, where no condition follows. */
	readonly inside?: readonly string[];
}

interface ConditionNode extends Node {
	readonly comments?: Comments;
}

/** A whole text. `condition` is missing when the text is empty or only comments. */
export interface Segment extends Node {
	readonly kind: "segment";
	readonly condition?: Condition;
	/** Comments after which no condition comes: at the end, or in a text of comments only. */
	readonly comments: readonly string[];
}

export type Condition = And | Or | Not | Group | Named | Test | Quantified | Edge | Reference | Broken;

/** `a and b and c`: at least two items, none of them an `and` (nested ones are flattened). */
export interface And extends ConditionNode {
	readonly kind: "and";
	readonly items: readonly Condition[];
}

/** `a or b or c`: at least two items, none of them an `or`. */
export interface Or extends ConditionNode {
	readonly kind: "or";
	readonly items: readonly Condition[];
}

export interface Not extends ConditionNode {
	readonly kind: "not";
	readonly item: Condition;
}

/** `all of (…)`, `any of (…)`, `none of (…)`, `at least 2 of (…)`. */
export interface Group extends ConditionNode {
	readonly kind: "group";
	readonly quantity: "all" | "any" | "none" | { readonly atLeast: number };
	readonly items: readonly Condition[];
}

/** `"spends well": condition`. */
export interface Named extends ConditionNode {
	readonly kind: "named";
	readonly name: string;
	readonly nameSpan: Span;
	readonly item: Condition;
}

/**
 * The positive operators; `negated` on the test makes the exact complement.
 * | operator | canonical | negated |
 * | --- | --- | --- |
 * | true | `opted_in` | (by `not`) |
 * | equal | `=` | `!=` |
 * | less, at-most, greater, at-least | `<` `<=` `>` `>=` | (by `not`) |
 * | between | `between a and b` | `not between a and b` |
 * | in | `in (…)` | `not in (…)` |
 * | set | `is set` | `is missing` |
 * | empty | `is empty` | `is not empty` |
 * | contains, starts-with, ends-with | `contains "x"` | `does not contain`, `does not start with`, `does not end with` |
 * | like | `like "*x"` | `not like "*x"` |
 * | has, has-any, has-all | `has "x"`, `has any of (…)`, `has all of (…)` | `does not have "x"`, `has none of (…)`, `does not have all of (…)` |
 * | before, after, on, on-or-before, on-or-after | the words | `not on` for `on`; the others by `not` |
 * | within | `in last 30 days`, `in this week` | `not in last 30 days` |
 * | anniversary | `anniversary today`, `anniversary in next 7 days`, `anniversary between today and today + 7 days` | (by `not`) |
 */
export type Operator =
	| "true"
	| "equal"
	| "less"
	| "at-most"
	| "greater"
	| "at-least"
	| "between"
	| "in"
	| "set"
	| "empty"
	| "contains"
	| "starts-with"
	| "ends-with"
	| "like"
	| "has"
	| "has-any"
	| "has-all"
	| "before"
	| "after"
	| "on"
	| "on-or-before"
	| "on-or-after"
	| "within"
	| "anniversary";

/** One test of one expression: `subject operator operands`. */
export interface Test extends ConditionNode {
	readonly kind: "test";
	readonly subject: Expression;
	readonly operator: Operator;
	/** The words of the operator; empty, after the subject, for a bare boolean field; `is true` where that was written. */
	readonly operatorSpan: Span;
	readonly negated: boolean;
	/** `contains any of ("a", "b")` and its like: `operands` are alternatives. */
	readonly anyOf: boolean;
	readonly ignoringCase: boolean;
	/** None for true, set, empty; two for between (and for anniversary between); the listed values for in, has-any, has-all and anyOf; else one. */
	readonly operands: readonly Expression[];
}

export type Quantifier = "any" | "every" | "no" | "at-least" | "at-most" | "exactly" | "fewer-than" | "more-than";

/** `any orders (…)`, `at least 3 orders (…)`. Without `where`, every element counts. */
export interface Quantified extends ConditionNode {
	readonly kind: "quantified";
	readonly quantifier: Quantifier;
	readonly quantifierSpan: Span;
	/** Only for at-least, at-most, exactly, fewer-than, more-than. */
	readonly count?: NumberLiteral;
	readonly collection: FieldName;
	readonly where?: Condition;
}

/** `last orders by placed_at (…)`, `first …`: the test of one element. */
export interface Edge extends ConditionNode {
	readonly kind: "edge";
	readonly which: "first" | "last";
	readonly collection: FieldName;
	readonly by: FieldName | Hole;
	readonly where: Condition;
}

/** `in segment "vip"`, `not in segment "vip"`, `in any segment ("a", "b")`. */
export interface Reference extends ConditionNode {
	readonly kind: "reference";
	readonly negated: boolean;
	/** Written with `any segment (…)`. */
	readonly any: boolean;
	readonly segments: readonly TextLiteral[];
}

/** Words that form no condition, or no words where one should be. The parser has reported it. */
export interface Broken extends ConditionNode {
	readonly kind: "broken";
}

export type Expression =
	| FieldName
	| TextLiteral
	| NumberLiteral
	| BooleanLiteral
	| DateLiteral
	| InstantLiteral
	| MonthDayLiteral
	| Point
	| Relative
	| Shift
	| Arithmetic
	| Part
	| Aggregate
	| Window
	| Hole;

export interface FieldName extends Node {
	readonly kind: "field";
	/** As in the catalogue, dots included; for `profile.x` inside a collection's parentheses it is `x` with `ofProfile`. */
	readonly name: string;
	readonly ofProfile: boolean;
}

export interface TextLiteral extends Node {
	readonly kind: "text";
	readonly value: string;
}

export interface NumberLiteral extends Node {
	readonly kind: "number";
	readonly value: number;
}

export interface BooleanLiteral extends Node {
	readonly kind: "boolean";
	readonly value: boolean;
}

/** `2026-05-01`, or `2026-05` without `day`. A year alone is a number until the checker knows better. Always a real calendar date. */
export interface DateLiteral extends Node {
	readonly kind: "date";
	readonly year: number;
	readonly month: number;
	readonly day?: number;
}

/** `2026-05-01T10:00:00Z`: epoch milliseconds. `text` is as written, for the printer. */
export interface InstantLiteral extends Node {
	readonly kind: "instant";
	readonly value: number;
	readonly text: string;
}

/** `--05-01`. */
export interface MonthDayLiteral extends Node {
	readonly kind: "month-day";
	readonly month: number;
	readonly day: number;
}

export interface Point extends Node {
	readonly kind: "point";
	readonly point: "now" | "today" | "yesterday" | "tomorrow";
}

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** `30 days ago`, `2 weeks from now`. */
export interface Relative extends Node {
	readonly kind: "relative";
	readonly amount: number;
	readonly unit: Unit;
	readonly direction: "ago" | "from-now";
}

/** `today - 3 months`, `trial_end + 3 days`. */
export interface Shift extends Node {
	readonly kind: "shift";
	readonly base: Expression;
	readonly sign: 1 | -1;
	readonly amount: number;
	readonly unit: Unit;
}

export interface Arithmetic extends Node {
	readonly kind: "arithmetic";
	readonly operator: "+" | "-" | "*" | "/";
	readonly left: Expression;
	readonly right: Expression;
}

/** `age(birthday)`, `month(x)`, `weekday(x)`, `hour(x)`, and `x month-day`. */
export interface Part extends Node {
	readonly kind: "part";
	readonly part: "age" | "month" | "weekday" | "hour" | "month-day";
	readonly of: Expression;
}

export type AggregateFunction = "count" | "sum" | "avg" | "min" | "max" | "count-distinct";

/** `count(orders where …)`, `sum(orders.total)`, `count distinct(orders.sku)`, `count(tags)`. */
export interface Aggregate extends Node {
	readonly kind: "aggregate";
	readonly function: AggregateFunction;
	readonly of: FieldName;
	readonly where?: Condition;
}

/** The right side of `in last 30 days` and its like; only as an operand of `within` and `anniversary`. */
export type Window = RollingWindow | CalendarWindow;

/** `last 30 days`, `next 7 days`. */
export interface RollingWindow extends Node {
	readonly kind: "rolling";
	readonly direction: "last" | "next";
	readonly amount: number;
	readonly unit: Unit;
}

/**
 * Whole calendar units: `this week` (full, this, 1), `last month` (full, last, 1), `last 3 full months` (full, last, 3),
 * `last 7 calendar days` (calendar: the current unit counts as one of them).
 */
export interface CalendarWindow extends Node {
	readonly kind: "calendar";
	readonly direction: "last" | "this" | "next";
	readonly amount: number;
	readonly unit: "day" | "week" | "month" | "quarter" | "year";
	/** True for `calendar` (the current unit is one of `amount`); false for `full` and for a unit without a number. */
	readonly includesCurrent: boolean;
}

/** A value that is not there yet: `plan = ` or `plan = ?`. The parser has reported it. */
export interface Hole extends Node {
	readonly kind: "hole";
}
