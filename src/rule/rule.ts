// What a rule is: JSON Logic as a value. It is data, so it can be stored, sent and run by any JSON Logic implementation.

/**
 * A JSON value read as JSON Logic: an object with exactly one key is a call of that operator, an array is a list of rules, and everything
 * else stands for itself. Source of the meaning: https://jsonlogic.com/operations.html as json-logic-js 2.0.5 implements it.
 */
export type Rule = null | boolean | number | string | readonly Rule[] | { readonly [operator: string]: Rule };
