// Values in English: `30 days ago`, `the sum of total over orders`, `their age from birthday`.
import type * as ast from "../syntax/ast.ts";
import { clause, type Owner } from "./english.ts";
import { printText } from "../syntax/print-expression.ts";

/** `a`, `a or b`, `a, b or c`. */
export const listed = (items: readonly string[], word: "and" | "or"): string =>
	items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;

const functions: Record<ast.AggregateFunction, string> = {
	count: "number",
	sum: "sum",
	avg: "average",
	min: "smallest",
	max: "largest",
	"count-distinct": "number of different values",
};

const monthNames = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

const signs = { "+": "plus", "-": "minus", "*": "times", "/": "divided by" } as const;

export const plural = (amount: number, unit: ast.Unit): string => `${amount} ${unit}${amount === 1 ? "" : "s"}`;

/** `their ` before a field of the profile, nothing before a field of the element that is spoken of. */
export const ofOwner = (owner: Owner): string => (owner === "profile" ? "their " : "");

/** A value as it stands in a sentence. */
export function englishExpression(expression: ast.Expression, owner: Owner): string {
	switch (expression.kind) {
		case "field":
			return ofOwner(expression.ofProfile ? "profile" : owner) + expression.name;
		case "text":
			return printText(expression.value);
		case "number":
		case "boolean":
			return String(expression.value);
		case "date":
			return dateWords(expression);
		case "instant":
			return expression.text;
		case "month-day":
			return `${expression.day} ${monthNames[expression.month - 1] ?? expression.month}`;
		case "point":
			return expression.point;
		case "relative":
			return `${plural(expression.amount, expression.unit)} ${expression.direction === "ago" ? "ago" : "from now"}`;
		case "shift":
			return `${plural(expression.amount, expression.unit)} ${expression.sign > 0 ? "after" : "before"} ${englishExpression(expression.base, owner)}`;
		case "arithmetic":
			return `${operandWords(expression.left, owner)} ${signs[expression.operator]} ${operandWords(expression.right, owner)}`;
		case "part":
			return partWords(expression, owner);
		case "aggregate":
			return aggregateWords(expression, owner);
		case "rolling":
			return `the ${expression.direction} ${plural(expression.amount, expression.unit)}`;
		case "calendar":
			return windowWords(expression);
		case "hole":
			return "…";
	}
}

const operandWords = (expression: ast.Expression, owner: Owner): string =>
	expression.kind === "arithmetic" ? `(${englishExpression(expression, owner)})` : englishExpression(expression, owner);

const dateWords = (date: ast.DateLiteral): string =>
	`${date.day === undefined ? "" : `${date.day} `}${monthNames[date.month - 1] ?? date.month} ${date.year}`;

function partWords(expression: ast.Part, owner: Owner): string {
	const of = englishExpression(expression.of, owner);
	if (expression.part === "age") return `the age in years from ${of}`;
	if (expression.part === "month-day") return `the day of the year of ${of}`;
	return `the ${expression.part} of ${of}`;
}

function aggregateWords(expression: ast.Aggregate, owner: Owner): string {
	const of = englishExpression(expression.of, owner);
	const where = expression.where ? ` where ${clause(expression.where, "element")}` : "";
	return `the ${functions[expression.function]} of ${of}${where}`;
}

function windowWords(window: ast.CalendarWindow): string {
	if (window.direction === "this") return `this ${window.unit}`;
	if (window.amount === 1 && !window.includesCurrent) return `${window.direction} ${window.unit}`;
	const kind = window.includesCurrent ? "calendar" : "full";
	return `the ${window.direction} ${window.amount} ${kind} ${window.unit}${window.amount === 1 ? "" : "s"}`;
}
