// Ages from dates as integers `yyyymmdd`: subtracting two of them and dropping the last four digits counts the whole years between.
import { isLeapYear } from "./civil-date.ts";

/** The day to subtract a birthday from: someone born on 29 February is a year older on 28 February of a common year. */
export function birthdayReached(today: number): number {
	return today % 10_000 === 228 && !isLeapYear(Math.floor(today / 10_000)) ? today + 1 : today;
}
