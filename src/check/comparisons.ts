// =, !=, <, <=, >, >=, between and in, for text, numbers, booleans and days of the year. Dates are date-tests.ts's.
import type * as ast from "../syntax/ast.ts";
import { fold } from "../values/fold.ts";
import type { CheckedCondition, Constant, Value } from "./checked.ts";
import { type Context, report, words } from "./context.ts";
import { dayNumber, monthNumber } from "./day-names.ts";
import { withPart } from "./names.ts";
import { warnUnknownPart, warnUnknownValue } from "./options.ts";
import { checkValue } from "./values.ts";
import { reportType } from "./wrong-type.ts";

const comparisonOperators = { equal: "=", less: "<", "at-most": "<=", greater: ">", "at-least": ">=" } as const;

/** The comparison's condition, without its negation; undefined after a report. */
export function checkComparison(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	if (test.operator === "between") return checkBetween(test, subject, context);
	if (test.operator === "in") return checkIn(test, subject, context);
	const operator = comparisonOperators[test.operator as keyof typeof comparisonOperators];
	const [operand] = test.operands;
	const right = operand && checkOperand(operand, test, subject, context);
	if (!right) return undefined;
	if (test.ignoringCase) {
		return { kind: "compare", operator, left: folded(subject, context), right: folded(right, context), source: test };
	}
	return { kind: "compare", operator, left: subject, right, source: test };
}

/** The value on the right, of the subject's type. */
export function checkOperand(operand: ast.Expression, test: ast.Test, subject: Value, context: Context): Value | undefined {
	const named = calendarName(operand, test);
	if (named !== undefined) return { kind: "constant", value: named, type: "number" };
	if (operand.kind === "text" && isCalendarPart(test.subject)) return reportCalendarName(operand, test.subject, context);
	if (operand.kind === "date" || operand.kind === "instant" || operand.kind === "point" || operand.kind === "relative") {
		return reportType(operand, "date", test, subject, context);
	}
	const mayBeText = operand.kind === "field" && subject.type === "text";
	const value = checkValue(operand, mayBeText ? { ...context, wantsText: true } : context);
	if (!value) return undefined;
	if (value.type !== subject.type) return reportType(operand, value.type, test, subject, context);
	if (value.kind === "constant") {
		warnUnknownValue(value.value, operand, subject, context);
		if (test.operator === "equal" || test.operator === "in") warnUnknownPart(value.value, operand, test.subject, context);
	}
	return value;
}

type CalendarPart = ast.Part & { readonly part: "weekday" | "month" };

const isCalendarPart = (subject: ast.Expression): subject is CalendarPart =>
	subject.kind === "part" && (subject.part === "weekday" || subject.part === "month");

/** `sat` after weekday(…), `jan` after month(…): names that mean a number only there. */
function calendarName(operand: ast.Expression, { subject }: ast.Test): number | undefined {
	if (!isCalendarPart(subject) || (operand.kind !== "field" && operand.kind !== "text")) return undefined;
	const name = operand.kind === "field" ? operand.name : operand.value;
	return subject.part === "weekday" ? dayNumber(name) : monthNumber(name);
}

function reportCalendarName(operand: ast.TextLiteral, { part }: CalendarPart, context: Context): undefined {
	const example = part === "weekday" ? "sat" : "jan";
	return report(context, "wrong-type", `"${operand.value}" is not the name of a ${part}. Write one, for example ${example}.`, operand.span);
}

/** Text is fixed or a field's: nothing computes one. */
function folded(value: Value, context: Context): Value {
	if (value.kind === "constant") return { ...value, value: fold(String(value.value)) };
	return value.kind === "field" ? withPart(value, "fold", "text", context) : value;
}

function checkBetween(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const [first, second] = test.operands;
	const low = first && checkOperand(first, test, subject, context);
	const high = second && checkOperand(second, test, subject, context);
	if (!low || !high) return undefined;
	if (low.kind === "constant" && high.kind === "constant") {
		return betweenConstants(subject, Number(low.value), Number(high.value), test);
	}
	if (subject.type === "month-day") {
		return report(
			context,
			"wrong-type",
			`"between" needs two fixed days of the year. Write them, for example between --12-20 and --01-05.`,
			test.span,
		);
	}
	return {
		kind: "and",
		items: [
			{ kind: "compare", operator: ">=", left: subject, right: low, source: test },
			{ kind: "compare", operator: "<=", left: subject, right: high, source: test },
		],
		source: test,
	};
}

/** Days of the year wrap: between --12-20 and --01-05 goes over the year's end. */
export function betweenConstants(value: Value, low: number, high: number, source: ast.Condition): CheckedCondition {
	if (value.type !== "month-day" || low <= high) return { kind: "between", value, low, high, source };
	const constant = (day: number): Value => ({ kind: "constant", value: day, type: "month-day" });
	return {
		kind: "or",
		items: [
			{ kind: "compare", operator: ">=", left: value, right: constant(low), source },
			{ kind: "compare", operator: "<=", left: value, right: constant(high), source },
		],
		source,
	};
}

function checkIn(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const values = test.operands.map((operand) => checkListed(operand, test, subject, context));
	if (values.length === 0 || !values.every((value) => value !== undefined)) return undefined;
	if (!test.ignoringCase) return { kind: "in", value: subject, items: unique(values), source: test };
	return { kind: "in", value: folded(subject, context), items: unique(values.map((item) => fold(String(item)))), source: test };
}

/** A listed value must be fixed; fields are compared one by one. */
export function checkListed(operand: ast.Expression, test: ast.Test, subject: Value, context: Context): Constant | undefined {
	const value = checkOperand(operand, test, subject, context);
	if (!value || value.kind === "constant") return value?.value;
	return report(
		context,
		"wrong-type",
		`"${words(context, operand.span)}" is not a fixed value, so it cannot stand in a list. Compare it on its own with "=".`,
		operand.span,
	);
}

const unique = (items: readonly Constant[]): readonly Constant[] => [...new Set(items)];
