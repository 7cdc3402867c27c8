// A checked value as a rule, with the conditions under which it is not missing. Guards stay a flat list beside the value, so that a
// rule's size grows with the text and not with the power of its nesting.
import type { ArithmeticValue, DatePartValue, Value } from "../check/checked.ts";
import { birthdayReached } from "../values/age.ts";
import { aggregateRule } from "./rule-of-aggregate.ts";
import type { Environment } from "./environment.ts";
import type { Rule } from "./rule.ts";
import { notNull } from "./shapes.ts";

export interface ValueRule {
	readonly rule: Rule;
	/** All true exactly when the value is not missing; `rule` may be anything when one is false. */
	readonly guards: readonly Rule[];
	/**
	 * What else the rule can answer than a finite number: products and quotients can be infinite, the average of nothing is NaN.
	 * Both count as missing; NaN compares false by itself, infinities must be kept out.
	 */
	readonly mayBe: "finite" | "nan" | "infinite";
}

export function valueRule(value: Value, environment: Environment): ValueRule {
	switch (value.kind) {
		case "constant":
			return { rule: value.value, guards: [], mayBe: "finite" };
		case "field": {
			const rule = environment.read(value);
			return { rule, guards: [notNull(rule)], mayBe: "finite" };
		}
		case "aggregate":
			return aggregateValueRule(value, environment);
		case "arithmetic":
			return arithmeticRule(value, environment);
		case "date-part":
			return datePartRule(value, environment);
	}
}

/** The average of nothing is 0/0, which compares false with everything; only a test of presence must ask for more. */
function aggregateValueRule(value: Extract<Value, { kind: "aggregate" }>, environment: Environment): ValueRule {
	const rule = environment.aggregate?.(value) ?? aggregateRule(value, environment);
	const canBeNull = value.function === "min" || value.function === "max";
	return { rule, guards: canBeNull ? [notNull(rule)] : [], mayBe: value.function === "avg" ? "nan" : "finite" };
}

const isCompound = (value: Value): boolean => value.kind === "arithmetic" || (value.kind === "aggregate" && value.function === "avg");

function arithmeticRule(value: ArithmeticValue, environment: Environment): ValueRule {
	const left = valueRule(value.left, environment);
	const right = valueRule(value.right, environment);
	const guards = [...left.guards, ...right.guards];
	if (value.operator === "/" && value.right.kind !== "constant") {
		guards.push({ "!==": [right.rule, 0] });
		// A number divided by infinity is 0 again: the infinity must not get that far.
		if (isCompound(value.right)) guards.push(isFiniteRule(right.rule));
	}
	const overflows = value.operator === "*" || value.operator === "/" || left.mayBe === "infinite" || right.mayBe === "infinite";
	const mayBe = overflows ? "infinite" : left.mayBe === "nan" ? "nan" : right.mayBe;
	return { rule: { [value.operator]: [left.rule, right.rule] }, guards, mayBe };
}

/** False for both infinities and for NaN. */
export const isFiniteRule = (x: Rule): Rule => ({ "<=": [-Number.MAX_VALUE, x, Number.MAX_VALUE] });

function datePartRule(value: DatePartValue, environment: Environment): ValueRule {
	const of = valueRule(value.of, environment);
	const x = of.rule;
	switch (value.part) {
		case "month-day":
			return { rule: { "%": [x, 10_000] }, guards: of.guards, mayBe: "finite" };
		case "month":
			return { rule: wholeQuotient({ "%": [x, 10_000] }, 100), guards: of.guards, mayBe: "finite" };
		case "age": {
			const years = wholeQuotient({ "-": [birthdayReached(value.today), x] }, 10_000);
			return { rule: years, guards: [...of.guards, { "<=": [x, value.today] }], mayBe: "finite" };
		}
	}
}

/** Subtracting two `yyyymmdd` and dropping the last four digits counts the whole years between them. */
const wholeQuotient = (x: Rule, by: number): Rule => ({ "/": [{ "-": [x, { "%": [x, by] }] }, by] });
