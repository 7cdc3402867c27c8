// Rules compare dates as whole numbers `yyyymmdd`, and a number need not be a date. Every real date lies on one side of it all the same.
import { daysInMonth, maxDate, minDate } from "../../values/civil-date.ts";

/** The first real date of 1900–2299 that is not below the number; undefined when there is none. */
export function realDateAtLeast(number: number): number | undefined {
	if (number <= minDate) return minDate;
	if (number > maxDate) return undefined;
	const whole = Math.ceil(number);
	const [year, month, day] = [Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100];
	if (month < 1) return year * 10_000 + 101;
	if (month > 12) return within((year + 1) * 10_000 + 101);
	if (day < 1) return year * 10_000 + month * 100 + 1;
	if (day <= daysInMonth(year, month)) return whole;
	return within(month === 12 ? (year + 1) * 10_000 + 101 : year * 10_000 + (month + 1) * 100 + 1);
}

/** The last real date of 1900–2299 that is not above the number; undefined when there is none. */
export function realDateAtMost(number: number): number | undefined {
	if (number >= maxDate) return maxDate;
	if (number < minDate) return undefined;
	const whole = Math.floor(number);
	const [year, month, day] = [Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100];
	if (month < 1) return within((year - 1) * 10_000 + 1231);
	if (month > 12) return year * 10_000 + 1231;
	if (day < 1) return within(month === 1 ? (year - 1) * 10_000 + 1231 : year * 10_000 + (month - 1) * 100 + daysInMonth(year, month - 1));
	return year * 10_000 + month * 100 + Math.min(day, daysInMonth(year, month));
}

const within = (date: number): number | undefined => (date >= minDate && date <= maxDate ? date : undefined);
