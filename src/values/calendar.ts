// Calendar units around a date: `this week`, `last 3 full months`. Dates are `yyyymmdd`.
import { addDays, addMonths, isoWeekday } from "./civil-date.ts";

export type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the unit that holds `date`. `weekStart` is the first day of a week, ISO 1 (Monday) to 7. */
export function startOfUnit(date: number, unit: CalendarUnit, weekStart = 1): number {
	switch (unit) {
		case "day":
			return date;
		case "week":
			return addDays(date, -((isoWeekday(date) - weekStart + 7) % 7));
		default: {
			const month = Math.trunc(date / 100) % 100;
			return addMonths(date - (date % 100) + 1, -((month - 1) % monthsOf[unit]));
		}
	}
}

/** `amount` units later; months clamp to the month's last day. */
export function addUnits(date: number, amount: number, unit: CalendarUnit): number {
	if (unit === "day") return addDays(date, amount);
	if (unit === "week") return addDays(date, amount * 7);
	return addMonths(date, amount * monthsOf[unit]);
}

/** The last day of the unit that holds `date`. */
export function endOfUnit(date: number, unit: CalendarUnit, weekStart = 1): number {
	return addDays(addUnits(startOfUnit(date, unit, weekStart), 1, unit), -1);
}
