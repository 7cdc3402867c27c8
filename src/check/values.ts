// Expressions to typed values: fields, arithmetic, date parts, aggregates. Points in time that need no profile are points.ts's.
import type * as ast from "../syntax/ast.ts";
import { isUsableNumber } from "../values/number.ts";
import { checkAggregate } from "./aggregates.ts";
import type { ArithmeticValue, ConstantValue, FieldValue, Value } from "./checked.ts";
import { type Context, report, words } from "./context.ts";
import { checkName, withoutPart, withPart } from "./names.ts";
import { fitsCalendar, reportTooSmall } from "./points.ts";
import { reportNeeded } from "./wrong-type.ts";

/** The value of an expression; undefined after a report, and for a hole, which the parser has reported. */
export function checkValue(expression: ast.Expression, context: Context): Value | undefined {
	switch (expression.kind) {
		case "field":
			return checkName(expression, context);
		case "text":
		case "number":
		case "boolean":
			return { kind: "constant", value: expression.value, type: expression.kind };
		case "month-day":
			return { kind: "constant", value: expression.month * 100 + expression.day, type: "month-day" };
		case "arithmetic":
			return checkArithmetic(expression, context);
		case "part":
			return checkPart(expression, context);
		case "aggregate":
			return checkAggregate(expression, context);
		case "shift":
			return checkDateValue(expression, context);
		case "hole":
			return undefined;
		default:
			return report(
				context,
				"not-a-condition",
				`"${words(context, expression.span)}" is the same for every profile. Begin with a field, for example signed_up before ${words(context, expression.span)}.`,
				expression.span,
			);
	}
}

/** A value of the profile that is a date or a datetime, shifted or not: `trial_end + 3 days`. */
export function checkDateValue(expression: ast.Expression, context: Context): Value | undefined {
	if (expression.kind !== "shift") {
		const value = checkValue(expression, context);
		if (!value || value.type === "date" || value.type === "datetime") return value;
		return reportNeeded(expression, value.type, "date", context);
	}
	const base = checkDateValue(expression.base, context);
	return base && shiftValue(base, expression, context);
}

// A datetime moves by exact lengths up to weeks, which is arithmetic; everything else is the calendar's and a part of the record.
const lengths: Partial<Record<ast.Unit, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

function shiftValue(base: Value, expression: ast.Shift, context: Context): Value | undefined {
	const amount = expression.sign * expression.amount;
	const length = lengths[expression.unit];
	const isExact = base.type === "datetime" && length !== undefined;
	if (!fitsCalendar(isExact ? (amount * length) / 86_400_000 : amount)) {
		return report(
			context,
			"value-out-of-range",
			`"${words(context, expression.span)}" is too far away to be a date. Use a smaller number.`,
			expression.span,
		);
	}
	if (isExact) return movedBy(base, amount * length);
	if (length !== undefined && length < 86_400_000) return reportTooSmall(expression, expression.unit, context);
	const [count, unit] =
		expression.unit === "week" ? [amount * 7, "day"] : expression.unit === "quarter" ? [amount * 3, "month"] : [amount, expression.unit];
	const moved = datePart(base, `${signed(count)}${unit}`, base.type, context);
	return (
		moved ??
		report(
			context,
			"wrong-type",
			`"${words(context, expression.base.span)}" cannot be moved by ${expression.unit}s. Move a date field itself.`,
			expression.base.span,
		)
	);
}

const signed = (amount: number): string => `${amount < 0 ? "-" : "+"}${Math.abs(amount)}`;

/** Milliseconds later; moves follow one another as one. Adding 0 turns -0 into 0. */
function movedBy(base: Value, milliseconds: number): ArithmeticValue {
	const before = movement(base);
	const by: ConstantValue = { kind: "constant", value: before.by + milliseconds + 0, type: "number" };
	return { kind: "arithmetic", operator: "+", left: before.of, right: by, type: "datetime" };
}

function movement(value: Value): { readonly of: Value; readonly by: number } {
	const isMoved = value.kind === "arithmetic" && value.type === "datetime" && value.right.kind === "constant";
	return isMoved && value.right.kind === "constant" ? { of: value.left, by: Number(value.right.value) } : { of: value, by: 0 };
}

/** A further part of a date field, moved or not; undefined for values that no record holds. */
function datePart(value: Value, part: string, type: Value["type"], context: Context): FieldValue | undefined {
	const { of, by } = movement(value);
	if (of.kind !== "field") return undefined;
	const steps = [...(of.part === undefined ? [] : [of.part]), ...(by === 0 ? [] : [`${signed(by)}ms`]), part];
	const field = of.part === undefined ? of : withoutPart(of, context);
	return withPart(field, steps.join("@"), type, context);
}

/** The local day of a date or datetime value, as a value of type date. */
export function dayOf(value: Value, expression: ast.Expression, context: Context): Value | undefined {
	if (value.type === "date") return value;
	return (
		datePart(value, "date", "date", context) ??
		report(
			context,
			"wrong-type",
			`The day of "${words(context, expression.span)}" cannot be known. Use a date field, or compare with "before" and "after".`,
			expression.span,
		)
	);
}

function checkArithmetic(expression: ast.Arithmetic, context: Context): Value | undefined {
	const left = checkNumber(expression.left, context);
	const right = checkNumber(expression.right, context);
	if (!left || !right) return undefined;
	if (expression.operator === "/" && right.kind === "constant" && right.value === 0) {
		return report(
			context,
			"divide-by-zero",
			`"${words(context, expression.span)}" divides by 0, which is never a number.`,
			expression.right.span,
		);
	}
	if (left.kind === "constant" && right.kind === "constant") {
		const value = calculate(expression.operator, Number(left.value), Number(right.value));
		// Adding 0 turns -0 into 0, as every store would.
		if (isUsableNumber(value)) return { kind: "constant", value: value + 0, type: "number" };
		return report(context, "value-out-of-range", `"${words(context, expression.span)}" is too large a number.`, expression.span);
	}
	return { kind: "arithmetic", operator: expression.operator, left, right, type: "number" };
}

function calculate(operator: ast.Arithmetic["operator"], left: number, right: number): number {
	switch (operator) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			return left / right;
	}
}

/** A number, or undefined after saying what it is instead. */
export function checkNumber(expression: ast.Expression, context: Context): Value | undefined {
	const value = checkValue(expression, context);
	if (!value || value.type === "number") return value;
	return reportNeeded(expression, value.type, "number", context);
}

function checkPart(expression: ast.Part, context: Context): Value | undefined {
	const of = checkDateValue(expression.of, context);
	if (!of) return undefined;
	const { part } = expression;
	if (part === "hour" || part === "weekday") return checkRecordPart(part, of, expression, context);
	const day = dayOf(of, expression.of, context);
	if (!day) return undefined;
	if (part === "age") return { kind: "date-part", part, of: day, today: context.clock.today, type: "number" };
	return { kind: "date-part", part, of: day, type: part === "month" ? "number" : "month-day" };
}

function checkRecordPart(part: "hour" | "weekday", of: Value, expression: ast.Part, context: Context): FieldValue | undefined {
	const inner = words(context, expression.of.span);
	if (part === "hour" && of.type === "date") {
		return report(context, "wrong-type", `"${inner}" is a date and has no hour. Use a date and time.`, expression.of.span);
	}
	return (
		datePart(of, part, "number", context) ??
		report(context, "wrong-type", `${part}() needs a date field, not "${inner}". Write the field alone.`, expression.of.span)
	);
}
