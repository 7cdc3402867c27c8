// Moments as epoch milliseconds, UTC: reading and writing RFC 3339.
import { dateOfEpochDay, digit, epochDay, epochDayAt, formatDate, parseDateAt } from "./civil-date.ts";
import type { TimeZone } from "./time-zone.ts";

/** 1900-01-01T00:00:00Z and the last millisecond of 2299, UTC. */
export const minInstant = -2_208_988_800_000;
export const maxInstant = 10_413_791_999_999;

export const millisecondsPerDay = 86_400_000;
export const millisecondsPerHour = 3_600_000;
export const millisecondsPerMinute = 60_000;

/** Whole milliseconds from `minInstant` to `maxInstant`. */
export const isUsableInstant = (value: unknown): value is number =>
	Number.isInteger(value) && (value as number) >= minInstant && (value as number) <= maxInstant;

const colon = 0x3a;
const point = 0x2e;
const plus = 0x2b;
const minus = 0x2d;
const zero = 0x30;
const letterT = 0x54;
const letterZ = 0x5a;

/**
 * An RFC 3339 date-time, seconds and zone (`Z` or an offset) included, as epoch milliseconds.
 * `"too-fine"` when it is one but has a fraction finer than a millisecond that is not zero; undefined for everything else: no such day,
 * a leap second (`:60`), no zone, before 1900 or after 2299 (UTC). Linear in the length.
 *
 *     parseInstant("2026-05-01T10:00:00+02:00"); // -> 1777622400000
 */
export function parseInstant(text: string): number | "too-fine" | undefined {
	const usual = parseUsual(text);
	if (!Number.isNaN(usual)) return usual;
	const date = parseDateAt(text);
	if (date === undefined || !isLetter(text, 10, "T")) return undefined;
	if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return undefined;
	const hour = twoDigits(text, 11);
	const minute = twoDigits(text, 14);
	const second = twoDigits(text, 17);
	if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
	const zoneAt = text.charCodeAt(19) === point ? endOfDigits(text, 20) : 19;
	if (zoneAt === 20) return undefined;
	const offset = parseOffset(text, zoneAt);
	const milliseconds =
		epochDay(date) * millisecondsPerDay +
		(hour * 60 + minute - offset) * millisecondsPerMinute +
		second * 1000 +
		milliseconds3(text, zoneAt);
	if (!isUsableInstant(milliseconds)) return undefined;
	return isTooFine(text, zoneAt) ? "too-fine" : milliseconds;
}

/**
 * The form that JavaScript writes, `2026-05-01T10:00:00.000Z`, with or without the milliseconds; NaN for any other, which may be an instant
 * all the same. Columns of millions are read through this, several times faster than through the general form.
 */
function parseUsual(text: string): number {
	const { length } = text;
	if (length !== 24 && length !== 20) return Number.NaN;
	const isMarked =
		text.charCodeAt(4) === minus &&
		text.charCodeAt(7) === minus &&
		text.charCodeAt(10) === letterT &&
		text.charCodeAt(13) === colon &&
		text.charCodeAt(16) === colon &&
		text.charCodeAt(length - 1) === letterZ &&
		(length === 20 || text.charCodeAt(19) === point);
	if (!isMarked) return Number.NaN;
	const century = pair(text, 0);
	const year = pair(text, 2);
	const month = pair(text, 5);
	const day = pair(text, 8);
	const hour = pair(text, 11);
	const minute = pair(text, 14);
	const second = pair(text, 17);
	const hundredths = length === 20 ? 0 : pair(text, 20);
	const thousandth = length === 20 ? 0 : text.charCodeAt(22) - zero;
	// A pair with anything but digits is negative, and so is whatever its bits are joined with.
	const areDigits = (century | year | month | day | hour | minute | second | hundredths | thousandth | (9 - thousandth)) >= 0;
	if (!areDigits || hour > 23 || minute > 59 || second > 59) return Number.NaN;
	return (
		epochDayAt(century * 100 + year, month, day) * millisecondsPerDay +
		((hour * 60 + minute) * 60 + second) * 1000 +
		hundredths * 10 +
		thousandth
	);
}

/** Two digits as a number; negative where one is none. */
function pair(text: string, at: number): number {
	const tens = text.charCodeAt(at) - zero;
	const ones = text.charCodeAt(at + 1) - zero;
	return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
}

/** Minutes east of Greenwich; NaN unless the rest of the text from `from` is `Z` or `±hh:mm`. RFC 3339 allows small letters. */
function parseOffset(text: string, from: number): number {
	if (isLetter(text, from, "Z")) return text.length === from + 1 ? 0 : Number.NaN;
	const sign = text.charCodeAt(from) === plus ? 1 : text.charCodeAt(from) === minus ? -1 : Number.NaN;
	if (text.length !== from + 6 || text.charCodeAt(from + 3) !== colon) return Number.NaN;
	const hours = twoDigits(text, from + 1);
	const minutes = twoDigits(text, from + 4);
	return hours <= 23 && minutes <= 59 ? sign * (hours * 60 + minutes) : Number.NaN;
}

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

// Letters differ from their small form by one bit.
const isLetter = (text: string, at: number, letter: "T" | "Z"): boolean => (text.charCodeAt(at) & ~0x20) === letter.charCodeAt(0);

function endOfDigits(text: string, from: number): number {
	let at = from;
	while (digit(text, at) >= 0) at++;
	return at;
}

/** The first three digits of the fraction that ends at `end`; 0 where there is none. */
function milliseconds3(text: string, end: number): number {
	const at = (index: number): number => (index < end ? digit(text, index) : 0);
	return at(20) * 100 + at(21) * 10 + at(22);
}

function isTooFine(text: string, end: number): boolean {
	for (let at = 23; at < end; at++) if (digit(text, at) !== 0) return true;
	return false;
}

/**
 * RFC 3339, with milliseconds only where there are some: `2026-05-01T10:00:00Z`, or in a zone `2026-05-01T12:00:00+02:00`.
 * It reads back to the same instant; a zone's offset that is no whole minute (local mean time) cannot be written, so UTC is.
 */
export function formatInstant(milliseconds: number, zone?: TimeZone): string {
	const offset = zone ? offsetIn(zone, milliseconds) : 0;
	const isWritable = offset % millisecondsPerMinute === 0;
	const local = milliseconds + (isWritable ? offset : 0);
	const day = Math.floor(local / millisecondsPerDay);
	return `${formatDate(dateOfEpochDay(day))}T${formatTime(local - day * millisecondsPerDay)}${zone && isWritable ? formatOffset(offset) : "Z"}`;
}

function offsetIn(zone: TimeZone, milliseconds: number): number {
	return epochDay(zone.dateOf(milliseconds)) * millisecondsPerDay + zone.millisecondOfDay(milliseconds) - milliseconds;
}

function formatTime(millisecondOfDay: number): string {
	const seconds = Math.floor(millisecondOfDay / 1000);
	const fraction = millisecondOfDay % 1000;
	const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
	return fraction === 0 ? time : `${time}.${String(fraction).padStart(3, "0")}`;
}

function formatOffset(offset: number): string {
	const minutes = Math.abs(offset) / millisecondsPerMinute;
	return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
