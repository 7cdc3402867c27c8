// The narrow waist: a condition whose names, types and dates are all resolved. Every back end starts here.
// It is smaller than the language: relative dates are literals, `on` and `in last …` are ranges, synonyms are gone.
// Only check() makes a CheckedSegment.
import type { Field, ScalarType } from "../fields/field.ts";
import type * as ast from "../syntax/ast.ts";

export type Constant = string | number | boolean;

/** Dates are `yyyymmdd`, datetimes epoch milliseconds, month-days `mmdd`: all integers. */
export type ValueType = ScalarType | "month-day" | "list" | "collection";

export type Value = FieldValue | ConstantValue | ArithmeticValue | AggregateValue | DatePartValue;

/**
 * A field of the record, or of the innermost collection element when `scope` is `element`.
 * `part` asks for a derived part that the record must carry (`email@fold`): see src/eval/record.ts.
 */
export interface FieldValue {
	readonly kind: "field";
	readonly field: Field;
	readonly scope: "profile" | "element";
	readonly part?: string;
	readonly type: ValueType;
}

export interface ConstantValue {
	readonly kind: "constant";
	readonly value: Constant;
	readonly type: ValueType;
}

/** Missing when an operand is missing, when the divisor is 0, or when a result is not finite. */
export interface ArithmeticValue {
	readonly kind: "arithmetic";
	readonly operator: "+" | "-" | "*" | "/";
	readonly left: Value;
	readonly right: Value;
	readonly type: "number" | "datetime";
}

/**
 * `count` counts elements; the others read `of` (scope element, or the list's own items when `of` is absent) and skip missing values.
 * count, count-distinct and sum of nothing are 0; min, max, avg of nothing are missing.
 * `scale` is 10 ** decimals where `of` is a `scaled` part: the result of sum and avg is divided by it, once.
 */
export interface AggregateValue {
	readonly kind: "aggregate";
	readonly function: ast.AggregateFunction;
	readonly collection: FieldValue;
	readonly of?: FieldValue;
	readonly where?: CheckedCondition;
	readonly scale?: number;
	readonly type: ValueType;
}

/** Computed from a `yyyymmdd` integer; `age` is missing for a date after `today`. */
export type DatePartValue =
	| { readonly kind: "date-part"; readonly part: "month" | "month-day"; readonly of: Value; readonly type: "number" | "month-day" }
	| { readonly kind: "date-part"; readonly part: "age"; readonly of: Value; readonly today: number; readonly type: "number" };

/** `source` is the author's condition this stands for; several nodes can share one. */
interface Sourced {
	readonly source: ast.Condition;
}

export type CheckedCondition = Sourced &
	(
		| { readonly kind: "and" | "or"; readonly items: readonly CheckedCondition[] }
		| { readonly kind: "not"; readonly item: CheckedCondition }
		| { readonly kind: "at-least"; readonly count: number; readonly items: readonly CheckedCondition[] }
		| { readonly kind: "constant"; readonly value: boolean }
		/** False when either side is missing. */
		| { readonly kind: "compare"; readonly operator: "=" | "<" | "<=" | ">" | ">="; readonly left: Value; readonly right: Value }
		/** Both ends included. */
		| { readonly kind: "between"; readonly value: Value; readonly low: number; readonly high: number }
		/** Never an empty list. */
		| { readonly kind: "in"; readonly value: Value; readonly items: readonly Constant[] }
		| { readonly kind: "set"; readonly value: Value }
		| {
				readonly kind: "text";
				readonly test: "contains" | "starts-with" | "ends-with" | "like";
				readonly value: FieldValue;
				readonly operand: string;
		  }
		/** Some item of the list is one of `items`. */
		| { readonly kind: "has"; readonly list: FieldValue; readonly items: readonly Constant[] }
		| { readonly kind: "has-all"; readonly list: FieldValue; readonly items: readonly Constant[] }
		/** A list or collection that is missing or has no element. */
		| { readonly kind: "empty"; readonly list: FieldValue }
		/** Some element satisfies `where`. */
		| { readonly kind: "some"; readonly collection: FieldValue; readonly where: CheckedCondition }
		/** The first or last element by `by` (elements without it never are; ties: array order) exists and satisfies `where`. */
		| {
				readonly kind: "edge";
				readonly which: "first" | "last";
				readonly collection: FieldValue;
				readonly by: FieldValue;
				readonly where: CheckedCondition;
		  }
		| { readonly kind: "reference"; readonly id: string; readonly name: string; readonly condition: CheckedCondition }
	);

declare const checkedBrand: unique symbol;

export interface CheckedSegment {
	readonly [checkedBrand]: true;
	readonly text: string;
	readonly segment: ast.Segment;
	readonly condition: CheckedCondition;
	/** Parts the record must carry beyond the fields themselves, sorted: `email@fold`, `orders.total@scaled`. */
	readonly requires: readonly string[];
	/** The clock it was bound to, epoch milliseconds UTC, and the IANA zone of its days. */
	readonly now: number;
	readonly timeZone: string;
}
