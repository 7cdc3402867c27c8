// Values to canonical text, always on one line. Parentheses stand where reading back would otherwise group differently.
import type * as ast from "./ast.ts";
import { printFieldName } from "./names.ts";
import { LinePrinter } from "./print-line.ts";

/** `isInside` says whether the value stands within a collection's parentheses, where `profile.` has a meaning. */
export function printExpressionAt(expression: ast.Expression, isInside: boolean): string {
	switch (expression.kind) {
		case "field":
			return printFieldName(expression.name, expression.ofProfile, isInside);
		case "text":
			return printText(expression.value);
		case "number":
			return printNumber(expression.value);
		case "boolean":
			return String(expression.value);
		case "date":
			return printDate(expression);
		case "instant":
			return expression.text;
		case "month-day":
			return `--${two(expression.month)}-${two(expression.day)}`;
		case "point":
			return expression.point;
		case "relative":
			return `${printLength(expression.amount, expression.unit)} ${expression.direction === "ago" ? "ago" : "from now"}`;
		case "shift":
			return `${printOperand(expression.base, "sum", isInside)} ${expression.sign < 0 ? "-" : "+"} ${printLength(expression.amount, expression.unit)}`;
		case "arithmetic":
			return printArithmetic(expression, isInside);
		case "part":
			return printPart(expression, isInside);
		case "aggregate":
			return printAggregate(expression, isInside);
		case "rolling":
			return `${expression.direction} ${printLength(expression.amount, expression.unit)}`;
		case "calendar":
			return printCalendar(expression);
		case "hole":
			return "?";
	}
}

/** In double quotes, with JSON's escapes. */
export const printText = (value: string): string => JSON.stringify(value);

/** Plain digits where they say it all; the shortest form that reads back as the same number. */
export const printNumber = (value: number): string => (Object.is(value, -0) ? "0" : String(value));

const two = (value: number): string => String(value).padStart(2, "0");

const printDate = ({ year, month, day }: ast.DateLiteral): string =>
	`${String(year).padStart(4, "0")}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`;

/** `1 day`, `30 days`. */
const printLength = (amount: number, unit: ast.Unit): string => `${printNumber(amount)} ${unit}${amount === 1 ? "" : "s"}`;

function printCalendar({ direction, amount, unit, includesCurrent }: ast.CalendarWindow): string {
	if (includesCurrent) return `${direction} ${printNumber(amount)} calendar ${unit}${amount === 1 ? "" : "s"}`;
	return amount === 1 ? `${direction} ${unit}` : `${direction} ${printNumber(amount)} full ${unit}s`;
}

type Strength = "sum" | "product" | "value";

const strengths: readonly Strength[] = ["sum", "product", "value"];

function strengthOf(expression: ast.Expression): Strength {
	if (expression.kind === "shift") return "sum";
	if (expression.kind === "part") return expression.part === "month-day" ? "product" : "value";
	if (expression.kind !== "arithmetic") return "value";
	return expression.operator === "+" || expression.operator === "-" ? "sum" : "product";
}

/** In parentheses when it binds more loosely than `least`. */
function printOperand(expression: ast.Expression, least: Strength, isInside: boolean): string {
	const text = printExpressionAt(expression, isInside);
	return strengths.indexOf(strengthOf(expression)) < strengths.indexOf(least) ? `(${text})` : text;
}

function printArithmetic({ operator, left, right }: ast.Arithmetic, isInside: boolean): string {
	const isSum = operator === "+" || operator === "-";
	// Operators of one strength group from the left, so the right side needs more.
	const rightText = printOperand(right, isSum ? "product" : "value", isInside);
	return `${printOperand(left, isSum ? "sum" : "product", isInside)} ${operator} ${rightText}`;
}

function printPart({ part, of }: ast.Part, isInside: boolean): string {
	return part === "month-day" ? `${printOperand(of, "value", isInside)} month-day` : `${part}(${printExpressionAt(of, isInside)})`;
}

function printAggregate({ function: name, of, where }: ast.Aggregate, isInside: boolean): string {
	const words = name === "count-distinct" ? "count distinct" : name;
	const field = printExpressionAt(of, isInside);
	if (!where) return `${words}(${field})`;
	const line = new LinePrinter(Number.POSITIVE_INFINITY, 1);
	line.condition(where, false);
	return `${words}(${field} where ${line.text()})`;
}
