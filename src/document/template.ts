// The words of a new condition about a field: an operator that suits its type, and `?` for the value to come.
import { operatorRow } from "../check/operators.ts";
import type { Field, FieldType } from "../fields/field.ts";
import type * as ast from "../syntax/ast.ts";
import { printFieldName } from "../syntax/names.ts";
import { predicateWords, valuesFor } from "./operator-change.ts";

export interface TemplateOptions {
	/** By default one that suits the field's type. */
	readonly operator?: ast.Operator;
	readonly negated?: boolean;
	/** Within a collection's parentheses, where a name is the element's field. */
	readonly isInside?: boolean;
	/** A field of the profile, within a collection's parentheses. */
	readonly ofProfile?: boolean;
}

/** The operator that a new condition gets, by the type of what it tests. */
export const usualOperators: Readonly<Record<FieldType | "month-day", ast.Operator>> = {
	text: "equal",
	number: "at-least",
	boolean: "true",
	date: "within",
	datetime: "within",
	list: "has",
	collection: "set",
	"month-day": "equal",
};

/**
 * For insert().
 *
 * conditionFor(plan) // -> plan = ?
 * conditionFor(signedUp) // -> signed_up in last 30 days
 * conditionFor(orders) // -> any orders
 */
export function conditionFor({ name, type }: Pick<Field, "name" | "type">, options: TemplateOptions = {}): string {
	const { operator = usualOperators[type], negated = false, isInside = false, ofProfile = false } = options;
	const subject = printFieldName(name, ofProfile, isInside);
	if (type === "collection" && options.operator === undefined) return `${negated ? "no" : "any"} ${subject}`;
	const words = predicateWords(
		{ operator, negated: negated && operatorRow(operator).negatedWords !== undefined, anyOf: false },
		valuesFor(operator, false, []),
	);
	const test = words === "" ? subject : `${subject} ${words}`;
	return negated && operatorRow(operator).negatedWords === undefined ? `not ${test}` : test;
}
