// Whole days, weeks, months, quarters and years around a day (`yyyymmdd`).
import { addDays, addMonths, isoWeekday, monthOf, yearOf } from "./civil-date.ts";

export type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

/** The first day of the unit that holds `date`. `weekStart` is ISO 1 (Monday) to 7 (Sunday). */
export function startOfUnit(date: number, unit: CalendarUnit, weekStart = 1): number {
	switch (unit) {
		case "day":
			return date;
		case "week":
			return addDays(date, -((isoWeekday(date) - weekStart + 7) % 7));
		case "month":
			return firstOfMonth(yearOf(date), monthOf(date));
		case "quarter":
			return firstOfMonth(yearOf(date), monthOf(date) - ((monthOf(date) - 1) % 3));
		case "year":
			return firstOfMonth(yearOf(date), 1);
	}
}

/** The last day of the unit that holds `date`. */
export function endOfUnit(date: number, unit: CalendarUnit, weekStart = 1): number {
	return addDays(addUnits(startOfUnit(date, unit, weekStart), 1, unit), -1);
}

/** `amount` units later, or earlier when negative; months, quarters and years clamp to the month's end. */
export function addUnits(date: number, amount: number, unit: CalendarUnit): number {
	switch (unit) {
		case "day":
			return addDays(date, amount);
		case "week":
			return addDays(date, amount * 7);
		case "month":
			return addMonths(date, amount);
		case "quarter":
			return addMonths(date, amount * 3);
		case "year":
			return addMonths(date, amount * 12);
	}
}

const firstOfMonth = (year: number, month: number): number => year * 10_000 + month * 100 + 1;
