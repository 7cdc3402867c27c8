// The value that a record would hold, computed from the raw one: null where it is missing or of another type.
import type { Field } from "../../fields/field.ts";
import { variable } from "../environment.ts";
import type { Rule } from "../rule.ts";
import { isBoolean, isList, isObject, isUsableNumber, isUsableText } from "./guards.ts";

const orNull = (guard: Rule, x: Rule): Rule => ({ if: [guard, x, null] });

const item = variable("");

/** A text, a number, true or false, or a list without the items of another type. Dates are not read from raw profiles. */
export function typedValue(field: Field, x: Rule): Rule {
	switch (field.type) {
		case "text":
			return orNull(isUsableText(x), x);
		case "number":
			return orNull(isUsableNumber(x, field.decimals), x);
		case "boolean":
			return orNull(isBoolean(x), x);
		case "list":
			return { filter: [x, field.items === "text" ? isUsableText(item) : isUsableNumber(item)] };
		default:
			throw new Error(`"${field.name}" has no typed form here.`);
	}
}

/** The elements that are objects, each as a list of the values that `inside` reads from it. */
export const elementsOf = (x: Rule, inside: readonly Rule[]): Rule => ({ map: [{ filter: [x, isObject(item)] }, inside] });

/** Something where there is a list, whatever it holds. */
export const listIsSet = (x: Rule): Rule => orNull(isList(x), true);

/** `Math.round(x × 10^decimals)` of a usable number. */
export function scaledValue(x: Rule, decimals: number): Rule {
	const product: Rule = { "*": [x, 10 ** decimals] };
	const rest: Rule = { "%": [product, 1] };
	const whole: Rule = { "-": [product, rest] };
	// Halves go up, as Math.round has it.
	const rounded: Rule = {
		if: [{ ">=": [rest, 0.5] }, { "+": [whole, 1] }, { "<": [rest, -0.5] }, { "-": [whole, 1] }, whole],
	};
	return orNull(isUsableNumber(x, decimals), rounded);
}
