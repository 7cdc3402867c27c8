// Points and stretches of time, as language.md §3 describes them: whole local days, or exact instants.
import type * as ast from "../../src/syntax/ast.ts";
import { addMonths, clockAt, dayLength, dayOf, instantAt, partsOf, startOfDay, weekdayOf } from "./local-time.ts";
import type { World } from "./scope.ts";

/** Whole days, both included, or one instant. */
export type Point = { readonly from: number; readonly to: number } | { readonly instant: number };

const exactLength: Partial<Record<ast.Unit, number>> = {
	second: 1000,
	minute: 60_000,
	hour: 3_600_000,
	day: dayLength,
	week: 7 * dayLength,
};
const monthsIn: Partial<Record<ast.Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** Units that have one length; months and longer have not. */
export const isExact = (unit: ast.Unit): boolean => exactLength[unit] !== undefined;

export const today = (world: World): number => clockAt(world.now, world.zone).day;

export function shiftDay(day: number, amount: number, unit: ast.Unit): number {
	const months = monthsIn[unit];
	return months === undefined ? day + (amount * (exactLength[unit] ?? 0)) / dayLength : addMonths(day, amount * months);
}

/** Exact up to weeks; months and longer keep the time on the wall. */
export function shiftInstant(instant: number, amount: number, unit: ast.Unit, zone: string): number {
	const length = exactLength[unit];
	if (length !== undefined) return instant + amount * length;
	const clock = clockAt(instant, zone);
	return instantAt({ day: shiftDay(clock.day, amount, unit), time: clock.time }, zone);
}

/** A point that needs no profile; undefined when the expression is a value of the profile. */
export function fixedPoint(expression: ast.Expression, type: "date" | "datetime", world: World): Point | undefined {
	const days = (from: number, to = from): Point => ({ from, to });
	const nowOrToday = (): Point => (type === "date" ? days(today(world)) : { instant: world.now });
	switch (expression.kind) {
		case "number":
			return days(dayOf(expression.value, 1, 1), dayOf(expression.value, 12, 31));
		case "date": {
			const { year, month, day } = expression;
			return day === undefined ? days(dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1) : days(dayOf(year, month, day));
		}
		case "instant":
			return type === "date" ? days(clockAt(expression.value, world.zone).day) : { instant: expression.value };
		case "point":
			if (expression.point === "now") return nowOrToday();
			return days(today(world) + { yesterday: -1, today: 0, tomorrow: 1 }[expression.point]);
		case "relative":
			return shiftPoint(nowOrToday(), (expression.direction === "ago" ? -1 : 1) * expression.amount, expression.unit, world);
		case "shift": {
			const base = fixedPoint(expression.base, type, world);
			return base && shiftPoint(base, expression.sign * expression.amount, expression.unit, world);
		}
		default:
			return undefined;
	}
}

function shiftPoint(point: Point, amount: number, unit: ast.Unit, world: World): Point {
	if ("instant" in point) return { instant: shiftInstant(point.instant, amount, unit, world.zone) };
	return { from: shiftDay(point.from, amount, unit), to: shiftDay(point.to, amount, unit) };
}

/** `last 30 days` for a date: both ends included. Calendar windows are whole units. */
export function windowDays(window: ast.Window, world: World): { readonly from: number; readonly to: number } {
	const now = today(world);
	const sign = window.direction === "last" ? -1 : 1;
	if (window.kind === "rolling") {
		const other = shiftDay(now, sign * window.amount, window.unit);
		return sign < 0 ? { from: other, to: now } : { from: now, to: other };
	}
	const { unit, amount, direction } = window;
	const current = startOfUnit(now, unit, world.weekStart);
	const start = (units: number): number => shiftDay(current, units, unit);
	if (direction === "this") return { from: current, to: start(1) - 1 };
	const own = window.includesCurrent ? 1 : 0;
	if (direction === "last") return { from: start(own - amount), to: start(own) - 1 };
	return { from: start(1 - own), to: start(1 - own + amount) - 1 };
}

function startOfUnit(day: number, unit: ast.CalendarWindow["unit"], weekStart: number): number {
	const { year, month } = partsOf(day);
	switch (unit) {
		case "day":
			return day;
		case "week":
			return day - ((weekdayOf(day) - weekStart + 7) % 7);
		case "month":
			return dayOf(year, month, 1);
		case "quarter":
			return dayOf(year, month - ((month - 1) % 3), 1);
		case "year":
			return dayOf(year, 1, 1);
	}
}

/** Whether an instant is in the window: `now − n < x ≤ now`, `now ≤ x < now + n`, or the window's whole local days. */
export function isInstantWithin(instant: number, window: ast.Window, world: World): boolean {
	if (window.kind === "calendar") return isInDays(instant, windowDays(window, world), world.zone);
	if (window.direction === "last") {
		return instant > shiftInstant(world.now, -window.amount, window.unit, world.zone) && instant <= world.now;
	}
	return instant >= world.now && instant < shiftInstant(world.now, window.amount, window.unit, world.zone);
}

/** The half-open range from the first day's first instant to the first instant after the last day. */
export const isInDays = (instant: number, days: { readonly from: number; readonly to: number }, zone: string): boolean =>
	instant >= startOfDay(days.from, zone) && instant < startOfDay(days.to + 1, zone);
