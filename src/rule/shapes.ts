// The JSON Logic shapes that are exact on stock json-logic-js, as small builders: see the table in the language's §4.
import type { Rule } from "./rule.ts";

export const notNull = (x: Rule): Rule => ({ "!==": [x, null] });

/** True when all are; flat, so that guards stay one list. */
export function all(rules: readonly Rule[]): Rule {
	const flat = rules.flatMap((rule) => (isAnd(rule) ? rule.and : [rule]));
	const [only] = flat;
	if (flat.length === 0) return true;
	return flat.length === 1 && only !== undefined ? only : { and: flat };
}

const isAnd = (rule: Rule): rule is { readonly and: readonly Rule[] } =>
	typeof rule === "object" && rule !== null && "and" in rule && Array.isArray(rule.and);

const complements: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", some: "none", none: "some" };

/** The exact complement; shapes that have one of their own use it. `rule` answers true or false. */
export function complement(rule: Rule): Rule {
	if (typeof rule === "boolean") return !rule;
	if (typeof rule === "object" && rule !== null && !Array.isArray(rule)) {
		const [operator] = Object.keys(rule);
		const operands = operator === undefined ? undefined : (rule as Readonly<Record<string, Rule>>)[operator];
		if (operator === "!" && Array.isArray(operands) && operands[0] !== undefined && answersTruth(operands[0])) return operands[0];
		const opposite = operator === undefined ? undefined : complements[operator];
		if (opposite !== undefined && operands !== undefined) return { [opposite]: operands };
	}
	return { "!": [rule] };
}

/** What answers a value or a list: `{"!":[x]}` of a list says that it is empty, and is not taken away again. */
const valueOperators: ReadonlySet<string> = new Set(["var", "map", "filter", "merge", "reduce", "if"]);

const answersTruth = (rule: Rule): boolean =>
	!(typeof rule === "object" && rule !== null && valueOperators.has(Object.keys(rule)[0] ?? ""));

/** A value that is computed once: `body` sees it as the data itself. */
export const letOne = (value: Rule, body: Rule): Rule => ({ some: [[value], body] });

/** Several values computed once: `body` sees them as `0`, `1`, … */
export const letAll = (values: readonly Rule[], body: Rule): Rule => ({ some: [[values], body] });
