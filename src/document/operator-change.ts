// The words of a test when its operator changes: which values stay, and what is asked for where one is missing.
import { operatorRow } from "../check/operators.ts";
import type * as ast from "../syntax/ast.ts";
import { operatorWords } from "../syntax/operators.ts";
import { printExpression } from "../syntax/print.ts";

/** A value as the author wrote it. */
export interface WrittenValue {
	readonly value: ast.Expression;
	readonly words: string;
}

export interface NewOperator {
	readonly operator: ast.Operator;
	/** Negated by its words. */
	readonly negated: boolean;
	readonly anyOf: boolean;
}

/** The words before the values. */
export function leadOf({ operator, negated, anyOf }: NewOperator, values: readonly WrittenValue[]): string {
	const words = operatorWords(operator, negated);
	if (anyOf) return `${words} any of`;
	if (operator !== "anniversary") return words;
	return values.length === 2 ? `${words} between` : isWindow(values[0]) ? `${words} in` : words;
}

/** How an operator's values stand: not at all, one, two joined by `and`, or a list in parentheses. */
export function arrangementOf(
	{ operator, anyOf }: Pick<NewOperator, "operator" | "anyOf">,
	count: number,
): "none" | "one" | "two" | "list" {
	if (anyOf) return "list";
	const { operands } = operatorRow(operator);
	if (operands !== "window") return operands;
	return operator === "anniversary" && count === 2 ? "two" : "one";
}

/** The predicate: words and values. */
export function predicateWords(operator: NewOperator, values: readonly WrittenValue[]): string {
	const lead = leadOf(operator, values);
	const words = values.map((value) => value.words);
	switch (arrangementOf(operator, values.length)) {
		case "none":
			return lead;
		case "list":
			return `${lead} (${words.join(", ")})`;
		default:
			return `${lead} ${words.join(" and ")}`;
	}
}

const hole: WrittenValue = { value: { kind: "hole", span: { from: 0, to: 0 } }, words: "?" };

const isWindow = (written: WrittenValue | undefined): boolean => written?.value.kind === "rolling" || written?.value.kind === "calendar";

const printed = (value: ast.Expression): WrittenValue => ({ value, words: printExpression(value) });

/** The values of a test for another operator: those that still mean something, `?` for those that are missing. */
export function valuesFor(operator: ast.Operator, anyOf: boolean, values: readonly WrittenValue[]): readonly WrittenValue[] {
	const known = values.filter(({ value, words }) => value.kind !== "hole" || (words !== "" && words !== "?"));
	if (operator === "within") return [windowOf(known)];
	if (operator === "anniversary")
		return known.length > 0 && known.length <= 2 ? known : [printed({ kind: "point", point: "today", span: none })];
	const points = known.flatMap((each) => (isWindow(each) ? pointOf(each.value) : [each]));
	switch (arrangementOf({ operator, anyOf }, points.length)) {
		case "none":
			return [];
		case "two":
			return [points[0] ?? hole, points[1] ?? hole];
		case "list":
			return points.length > 0 ? points : [hole];
		default:
			return [points[0] ?? hole];
	}
}

const none = { from: 0, to: 0 };

/** `last 30 days` for `30 days ago`; thirty days where nothing says how many. */
function windowOf(values: readonly WrittenValue[]): WrittenValue {
	const window = values.find(isWindow);
	if (window) return window;
	const relative = values.find(({ value }) => value.kind === "relative")?.value;
	if (relative?.kind !== "relative") return printed({ kind: "rolling", direction: "last", amount: 30, unit: "day", span: none });
	const { amount, unit, direction } = relative;
	return printed({ kind: "rolling", direction: direction === "ago" ? "last" : "next", amount, unit, span: none });
}

/** `30 days ago` for `last 30 days`; nothing for a stretch of the calendar. */
function pointOf(value: ast.Expression): readonly WrittenValue[] {
	if (value.kind !== "rolling") return [];
	const { amount, unit, direction } = value;
	return [printed({ kind: "relative", amount, unit, direction: direction === "last" ? "ago" : "from-now", span: none })];
}
