// Days of the proleptic Gregorian calendar as integers `yyyymmdd`, which order as the days do. No clock, no time zone.
// The arithmetic is total on such integers also outside `minDate` to `maxDate`; only what profiles and texts hold is limited to them.
// Source of the day counts: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).

/** The first and the last day that a profile or a text can hold. */
export const minDate = 19000101;
export const maxDate = 22991231;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 28 to 31; 0 for a month outside 1–12. */
export function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day as `yyyymmdd`, or undefined unless there is such a day in the years 1 to 9999. */
export function dateOf(year: number, month: number, day: number): number | undefined {
	if (!(Number.isInteger(year) && year >= 1 && year <= 9999 && Number.isInteger(day) && day >= 1)) return undefined;
	return day <= daysInMonth(year, month) ? join(year, month, day) : undefined;
}

/** Strictly `YYYY-MM-DD`, a real day from `minDate` to `maxDate`; anything else is undefined. */
export function parseDate(text: string): number | undefined {
	if (text.length !== 10) return undefined;
	const date = parseDateAt(text);
	return date !== undefined && date >= minDate && date <= maxDate ? date : undefined;
}

/** The real day of the years 1 to 9999 that the first ten characters write, whatever follows. */
export function parseDateAt(text: string): number | undefined {
	if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined;
	// Anything but a digit makes the sum NaN.
	const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
	const month = digit(text, 5) * 10 + digit(text, 6);
	const day = digit(text, 8) * 10 + digit(text, 9);
	return dateOf(year, month, day);
}

const hyphen = 0x2d;

/** The decimal digit at `index`, or NaN. */
export function digit(text: string, index: number): number {
	const value = text.charCodeAt(index) - 0x30;
	return value >= 0 && value <= 9 ? value : Number.NaN;
}

/** `YYYY-MM-DD`. */
export function formatDate(date: number): string {
	const digits = String(date).padStart(8, "0");
	return `${digits.slice(0, -4)}-${digits.slice(-4, -2)}-${digits.slice(-2)}`;
}

const join = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day;

// Flooring, not truncating, keeps months and days positive in years before 0.
export const yearOf = (date: number): number => Math.floor(date / 10_000);
/** `mmdd`. */
export const monthDayOf = (date: number): number => date - yearOf(date) * 10_000;
/** 1 to 12. */
export const monthOf = (date: number): number => Math.floor(monthDayOf(date) / 100);
/** 1 to 31. */
export const dayOf = (date: number): number => monthDayOf(date) % 100;

/** Days since 1970-01-01. */
export function epochDay(date: number): number {
	const month = monthOf(date);
	// Years here begin in March, so that the leap day is the last one.
	const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The first day of each month from January 1900 to January 2300, as days since 1970-01-01; made when it is first needed. */
let monthStarts: Int32Array | undefined;

/** Days since 1970-01-01 by the calendar's own numbers, whole ones; NaN unless it is a real day from `minDate` to `maxDate`. By a table. */
export function epochDayAt(year: number, month: number, day: number): number {
	monthStarts ??= Int32Array.from({ length: 400 * 12 + 1 }, (_, index) => epochDay(addMonths(minDate, index)));
	if (!(year >= 1900 && year <= 2299 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
	const index = (year - 1900) * 12 + month - 1;
	const start = monthStarts[index] as number;
	return day <= (monthStarts[index + 1] as number) - start ? start + day - 1 : Number.NaN;
}

/** The inverse of `epochDay`. */
export function dateOfEpochDay(epochDay: number): number {
	const days = epochDay + 719_468;
	const era = Math.floor(days / 146_097);
	const dayOfEra = days - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
	return join(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: number, days: number): number => dateOfEpochDay(epochDay(date) + days);

/** Clamps to the month's end: 31 January and 1 month is 28 or 29 February. */
export function addMonths(date: number, months: number): number {
	const total = yearOf(date) * 12 + monthOf(date) - 1 + months;
	const year = Math.floor(total / 12);
	const month = total - year * 12 + 1;
	return join(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** ISO 8601: 1 (Monday) to 7 (Sunday). */
export function isoWeekday(date: number): number {
	// 1970-01-01 was a Thursday.
	const sinceMonday = epochDay(date) + 3;
	return sinceMonday - Math.floor(sinceMonday / 7) * 7 + 1;
}
