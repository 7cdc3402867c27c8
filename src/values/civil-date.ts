// Calendar dates as integers `yyyymmdd` in the proleptic Gregorian calendar. They sort as numbers and mean the same in every engine.

/** The first and the last usable date; what lies beyond is refused in texts and missing in profiles. */
export const minDate = 19000101;
export const maxDate = 22991231;

const yearOf = (date: number): number => Math.trunc(date / 10_000);
const monthOf = (date: number): number => Math.trunc(date / 100) % 100;
const dayOf = (date: number): number => date % 100;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `month` is 1 to 12; 0 for any other. */
export function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);
}

/** Undefined unless it is a real day. */
export function dateOf(year: number, month: number, day: number): number | undefined {
	const isReal = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
	return isReal ? year * 10_000 + month * 100 + day : undefined;
}

/** Two digits at `index`, or NaN. */
function twoDigits(text: string, index: number): number {
	const high = text.charCodeAt(index) - 48;
	const low = text.charCodeAt(index + 1) - 48;
	return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

const dash = 45;

/** `YYYY-MM-DD` and nothing else; undefined for impossible days and for those outside 1900–2299. */
export function parseDate(text: string): number | undefined {
	return text.length === 10 ? parseDateAtStart(text) : undefined;
}

/** The same for the first ten characters of a longer text. */
export function parseDateAtStart(text: string): number | undefined {
	if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	if (!(year >= 1900 && year <= 2299) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) return undefined;
	return year * 10_000 + month * 100 + day;
}

/** `YYYY-MM-DD`. */
export function formatDate(date: number): string {
	const pad = (value: number, width: number): string => String(value).padStart(width, "0");
	return `${pad(yearOf(date), 4)}-${pad(monthOf(date), 2)}-${pad(dayOf(date), 2)}`;
}

/** Days since 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil. */
export function epochDay(date: number): number {
	const month = monthOf(date);
	const year = yearOf(date) - (month <= 2 ? 1 : 0);
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
	const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The date that many days after 1970-01-01: civil_from_days of the same source. */
export function dateOfEpochDay(days: number): number {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.trunc(
		(dayOfEra - Math.trunc(dayOfEra / 1_460) + Math.trunc(dayOfEra / 36_524) - Math.trunc(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
	const shiftedMonth = Math.trunc((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.trunc((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day;
}

export const addDays = (date: number, days: number): number => dateOfEpochDay(epochDay(date) + days);

/** The same day of the month, or the month's last day where there is none: 31 January + 1 month is 28 or 29 February. */
export function addMonths(date: number, months: number): number {
	const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
	const year = Math.floor(index / 12);
	const month = index - year * 12 + 1;
	return year * 10_000 + month * 100 + Math.min(dayOf(date), daysInMonth(year, month));
}

/** ISO 8601: Monday is 1, Sunday 7. */
export function isoWeekday(date: number): number {
	const day = (epochDay(date) + 3) % 7;
	return (day < 0 ? day + 7 : day) + 1;
}

/** `mmdd`. */
export const monthDayOf = (date: number): number => date % 10_000;
