// How many of a group's conditions must hold, in words.
import type * as ast from "../syntax/ast.ts";
import { printNumber } from "../syntax/print-expression.ts";

export type Quantity = ast.Group["quantity"];

/** `any of`, `at least 2 of`. */
export const quantityWords = (quantity: Quantity): string =>
	typeof quantity === "string" ? `${quantity} of` : `at least ${printNumber(quantity.atLeast)} of`;

/** Why it is none. */
export const whyNoQuantity = (quantity: Quantity): string | undefined =>
	typeof quantity === "string" || (Number.isSafeInteger(quantity.atLeast) && quantity.atLeast >= 0)
		? undefined
		: "Write a whole number of conditions, for example 2.";
