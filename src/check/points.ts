// Points in time: `today`, `30 days ago`, `2026-05`, `trial_end - 3 days`. A point is a stretch of local days, an exact instant,
// or a value of the profile. Rules of language.md §3; the clock's time zone decides where days begin.
import type * as ast from "../syntax/ast.ts";
import { addUnits } from "../values/calendar.ts";
import { addDays, dateOf, daysInMonth, maxDate, minDate } from "../values/civil-date.ts";
import { maxInstant, minInstant } from "../values/instant.ts";
import type { Clock } from "./clock.ts";
import type { Value } from "./checked.ts";
import { type Context, report, words } from "./context.ts";
import { isFixed } from "./fixed.ts";
import { checkDateValue } from "./values.ts";
import { reportType } from "./wrong-type.ts";

export type Point =
	/** The whole days `from` to `to`, `yyyymmdd`, both included. */
	| { readonly kind: "days"; readonly from: number; readonly to: number }
	/** Epoch milliseconds. */
	| { readonly kind: "instant"; readonly at: number }
	| { readonly kind: "value"; readonly value: Value };

const millisecondsOf = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
type ExactUnit = keyof typeof millisecondsOf;
const isExact = (unit: ast.Unit): unit is ExactUnit => unit in millisecondsOf;

/** Units that a date cannot count. */
export const isWithinDay = (unit: ast.Unit): unit is "second" | "minute" | "hour" =>
	unit === "second" || unit === "minute" || unit === "hour";

/** The test that asks for a point, and the value that is compared with it. */
export interface Asked {
	readonly test: ast.Test;
	readonly subject: Value;
}

type DateType = "date" | "datetime";

/** What `expression` points at, for a subject of this type; undefined after a report. */
export function checkPoint(expression: ast.Expression, type: DateType, asked: Asked, context: Context): Point | undefined {
	const point = resolve(expression, type, asked, context);
	return !point || inRange(point) ? point : reportRange(expression, context);
}

function resolve(expression: ast.Expression, type: DateType, asked: Asked, context: Context): Point | undefined {
	const { clock } = context;
	switch (expression.kind) {
		case "date": {
			const { year, month, day } = expression;
			return days(dateOf(year, month, day ?? 1), dateOf(year, month, day ?? daysInMonth(year, month)));
		}
		case "number":
			if (Number.isInteger(expression.value) && expression.value >= 1900 && expression.value <= 2299) {
				return days(dateOf(expression.value, 1, 1), dateOf(expression.value, 12, 31));
			}
			return reportType(expression, "number", asked.test, asked.subject, context);
		case "instant":
			return type === "date" ? oneDay(clock.zone.dateOf(expression.value)) : { kind: "instant", at: expression.value };
		case "point":
			return resolvePoint(expression.point, type, clock);
		case "relative": {
			const base: Point = type === "date" ? oneDay(clock.today) : { kind: "instant", at: clock.now };
			return shift(base, expression.direction === "ago" ? -expression.amount : expression.amount, expression.unit, expression, context);
		}
		case "shift": {
			if (!isFixed(expression.base)) {
				const value = checkDateValue(expression, context);
				return value && { kind: "value", value };
			}
			const base = resolve(expression.base, type, asked, context);
			return base && shift(base, expression.sign * expression.amount, expression.unit, expression, context);
		}
		case "text":
			return reportType(expression, "text", asked.test, asked.subject, context);
		case "boolean":
			return reportType(expression, "boolean", asked.test, asked.subject, context);
		case "month-day":
			return reportType(expression, "month-day", asked.test, asked.subject, context);
		default: {
			const value = checkDateValue(expression, context);
			return value && { kind: "value", value };
		}
	}
}

const oneDay = (day: number): Point => ({ kind: "days", from: day, to: day });

function days(from: number | undefined, to: number | undefined): Point {
	return { kind: "days", from: from ?? Number.NaN, to: to ?? Number.NaN };
}

function resolvePoint(point: ast.Point["point"], type: DateType, clock: Clock): Point {
	switch (point) {
		case "now":
			return type === "date" ? oneDay(clock.today) : { kind: "instant", at: clock.now };
		case "today":
			return oneDay(clock.today);
		case "yesterday":
			return oneDay(addDays(clock.today, -1));
		case "tomorrow":
			return oneDay(addDays(clock.today, 1));
	}
}

/** `amount` units later. Days move by civil days and months; instants by exact lengths up to weeks, by the calendar beyond. */
function shift(base: Point, amount: number, unit: ast.Unit, expression: ast.Expression, context: Context): Point | undefined {
	// Already beyond all dates: date arithmetic must not see it, and the whole is reported as it stands.
	if (base.kind === "value" || !inRange(base)) return base;
	if (base.kind === "instant") return { kind: "instant", at: shiftInstant(base.at, amount, unit, context.clock) };
	if (isWithinDay(unit)) return reportTooSmall(expression, unit, context);
	if (!fitsCalendar(amount)) return days(undefined, undefined);
	return { kind: "days", from: addUnits(base.from, amount, unit), to: addUnits(base.to, amount, unit) };
}

/** Amounts beyond every usable date, in any unit of a day or more: refused before date arithmetic sees them. */
export const fitsCalendar = (amount: number): boolean => Math.abs(amount) <= 200_000;

/** The instant `amount` units after `at`: exact lengths up to weeks, local calendar arithmetic for months, quarters and years. */
export function shiftInstant(at: number, amount: number, unit: ast.Unit, clock: Clock): number {
	if (isExact(unit)) return at + amount * millisecondsOf[unit];
	if (!fitsCalendar(amount)) return Number.NaN;
	return clock.zone.at(addUnits(clock.zone.dateOf(at), amount, unit as "month" | "quarter" | "year"), clock.zone.millisecondOfDay(at));
}

function inRange(point: Point): boolean {
	if (point.kind === "days") return point.from >= minDate && point.to <= maxDate;
	if (point.kind === "instant") return point.at >= minInstant && point.at <= maxInstant;
	return true;
}

export function reportTooSmall(expression: ast.Expression, unit: ast.Unit, context: Context): undefined {
	return report(
		context,
		"unit-too-small",
		`"${words(context, expression.span)}" counts ${unit}s, but a date has no time of day. Use days or longer.`,
		expression.span,
	);
}

function reportRange(expression: ast.Expression, context: Context): undefined {
	return report(
		context,
		"value-out-of-range",
		`"${words(context, expression.span)}" falls outside the years 1900 to 2299. Write a nearer date.`,
		expression.span,
	);
}
