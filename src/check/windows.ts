// Stretches of time relative to the clock: `last 30 days`, `next 7 days`, `this week`, `last 3 full months`.
// Rolling stretches of a datetime are half-open, `now − 30 × 24 h < x ≤ now`; on whole milliseconds that is a closed range.
import type * as ast from "../syntax/ast.ts";
import { addUnits, endOfUnit, startOfUnit } from "../values/calendar.ts";
import { addDays, maxDate, minDate } from "../values/civil-date.ts";
import { maxInstant, minInstant } from "../values/instant.ts";
import type { Clock } from "./clock.ts";
import { type Context, report, words } from "./context.ts";
import { fitsCalendar, isWithinDay, reportTooSmall, shiftInstant } from "./points.ts";

/** Both ends included; `yyyymmdd` or epoch milliseconds, as the subject's type. */
export interface Range {
	readonly low: number;
	readonly high: number;
}

/** The window as local days, for a date. */
export function daysOf(window: ast.Window, context: Context): Range | undefined {
	const { clock } = context;
	if (window.kind === "calendar") return calendarDays(window, context);
	const { unit } = window;
	if (isWithinDay(unit)) return reportTooSmall(window, unit, context);
	if (!fitsCalendar(window.amount)) return reportTooFar(window, context);
	return window.direction === "last"
		? clampDays(addUnits(clock.today, -window.amount, unit), clock.today)
		: clampDays(clock.today, addUnits(clock.today, window.amount, unit));
}

/** The window as instants, for a datetime. */
export function instantsOf(window: ast.Window, context: Context): Range | undefined {
	const { clock } = context;
	if (window.kind === "calendar") {
		const days = calendarDays(window, context);
		return days && instantsOfDays(days, clock);
	}
	const end = shiftInstant(clock.now, window.direction === "last" ? -window.amount : window.amount, window.unit, clock);
	if (Number.isNaN(end)) return reportTooFar(window, context);
	const [low, high] = window.direction === "last" ? [end + 1, clock.now] : [clock.now, end - 1];
	return { low: Math.max(low, minInstant), high: Math.min(high, maxInstant) };
}

/** From the first instant of the first local day to the last of the last one. */
export function instantsOfDays(days: Range, clock: Clock): Range {
	return { low: clock.zone.startOfDay(days.low), high: clock.zone.startOfDay(addDays(days.high, 1)) - 1 };
}

function calendarDays(window: ast.CalendarWindow, context: Context): Range | undefined {
	const { today, weekStart } = context.clock;
	const { unit, amount, includesCurrent } = window;
	if (!fitsCalendar(amount)) return reportTooFar(window, context);
	const start = startOfUnit(today, unit, weekStart);
	const end = endOfUnit(today, unit, weekStart);
	if (window.direction === "this") return { low: start, high: end };
	const others = includesCurrent ? amount - 1 : amount;
	if (window.direction === "last") return clampDays(addUnits(start, -others, unit), includesCurrent ? end : addDays(start, -1));
	const next = addDays(end, 1);
	return clampDays(includesCurrent ? start : next, addDays(addUnits(next, others, unit), -1));
}

/** No usable date lies beyond 1900–2299, so a longer window asks for nothing more. */
function clampDays(low: number, high: number): Range {
	return { low: Math.max(low, minDate), high: Math.min(high, maxDate) };
}

function reportTooFar(window: ast.Window, context: Context): undefined {
	return report(
		context,
		"value-out-of-range",
		`"${words(context, window.span)}" is longer than all dates that SegQL knows. Use a smaller number.`,
		window.span,
	);
}
