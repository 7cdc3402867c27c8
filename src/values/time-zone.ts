// Local days and hours of an IANA time zone. Intl knows the rules but takes a microsecond a question, so its offsets are
// learned once a year of the calendar, when first needed, and kept: a question then costs some nanoseconds.
import { dateOfEpochDay, epochDay } from "./civil-date.ts";
import { millisecondsPerDay, millisecondsPerHour } from "./instant.ts";

/** Instants are epoch milliseconds UTC, dates are `yyyymmdd`. Before 1899 and after 2300 the nearest known offset is used. */
export interface TimeZone {
	readonly name: string;
	/** The local day. */
	dateOf(instant: number): number;
	/** 0 to 23. */
	hourOf(instant: number): number;
	/** Milliseconds since 00:00 on the local clock. */
	millisecondOfDay(instant: number): number;
	/** The first instant of the local day; where 00:00 (or the whole day) was skipped, the first one after the gap. */
	startOfDay(date: number): number;
	/** The instant at which the local clock shows this time: the earlier of two, and moved forward by the gap where there is none. */
	at(date: number, millisecondOfDay: number): number;
}

const known = new Map<string, TimeZone>();

/**
 * The zone of that IANA name. Throws RangeError for an unknown name; an offset such as `+02:00` is no name, because engines disagree on it.
 *
 *     timeZone("Asia/Tokyo").dateOf(Date.UTC(2026, 4, 1, 20)); // -> 20260502
 */
export function timeZone(name: string): TimeZone {
	const found = known.get(name);
	if (found) return found;
	const made = makeTimeZone(name, cachedOffsets(formatter(name)));
	known.set(name, made);
	return made;
}

export function isTimeZone(name: string): boolean {
	try {
		timeZone(name);
		return true;
	} catch {
		return false;
	}
}

function formatter(name: string): Intl.DateTimeFormat {
	const message = `There is no time zone "${name}". Use an IANA name, for example "America/New_York".`;
	if (typeof name !== "string" || !/^[A-Za-z]/.test(name)) throw new RangeError(message);
	const field = "numeric";
	try {
		return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
			timeZone: name,
			hourCycle: "h23",
			...{ year: field, month: field, day: field, hour: field, minute: field, second: field },
		});
	} catch {
		throw new RangeError(message);
	}
}

type Offsets = (instant: number) => number;

/** Milliseconds east of Greenwich, as Intl has them: whole seconds, also for local mean times. */
function offsetByIntl(format: Intl.DateTimeFormat, instant: number): number {
	const digits = format.format(instant).matchAll(/\d+/g);
	const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = Array.from(digits, Number);
	const localSeconds = ((epochDay(year * 10_000 + month * 100 + day) * 24 + hour) * 60 + minute) * 60 + second;
	return (localSeconds - Math.floor(instant / 1000)) * 1000;
}

/** A stretch of about a year: `offsets[i]` holds from `starts[i]` to the next one. */
interface Year {
	readonly starts: readonly number[];
	readonly offsets: readonly number[];
}

const millisecondsPerYear = 365.2425 * millisecondsPerDay;
const firstYear = 1899 - 1970;
const lastYear = 2300 - 1970;

function cachedOffsets(format: Intl.DateTimeFormat): Offsets {
	const years: (Year | undefined)[] = [];
	return (instant) => {
		const index = Math.min(Math.max(Math.floor(instant / millisecondsPerYear), firstYear), lastYear);
		const slot = index - firstYear;
		let year = years[slot];
		if (!year) {
			year = learnYear(format, index);
			years[slot] = year;
		}
		const { starts, offsets } = year;
		let last = starts.length - 1;
		while (last > 0 && instant < (starts[last] as number)) last--;
		return offsets[last] as number;
	};
}

// The shortest time between two changes of any zone's clock since 1900 is a week, see test/values/time-zone.test.ts.
const daysBetweenLooks = 2;

function learnYear(format: Intl.DateTimeFormat, index: number): Year {
	const end = Math.ceil((index + 1) * millisecondsPerYear);
	let at = Math.floor(index * millisecondsPerYear);
	let offset = offsetByIntl(format, at);
	const starts = [at];
	const offsets = [offset];
	while (at < end) {
		const next = Math.min(at + daysBetweenLooks * millisecondsPerDay, end);
		const nextOffset = offsetByIntl(format, next);
		if (nextOffset !== offset) {
			starts.push(changeBetween((instant) => offsetByIntl(format, instant), at, next));
			offsets.push(nextOffset);
		}
		at = next;
		offset = nextOffset;
	}
	return { starts, offsets };
}

/** The first instant with the offset of `to`, given that `from` has another one and there is one change between. Changes come on whole seconds. */
function changeBetween(offsetAt: Offsets, from: number, to: number): number {
	const after = offsetAt(to);
	let low = Math.floor(from / 1000);
	let high = Math.ceil(to / 1000);
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(middle * 1000) === after) high = middle;
		else low = middle;
	}
	return high * 1000;
}

function makeTimeZone(name: string, offsetAt: Offsets): TimeZone {
	const local = (instant: number): number => instant + offsetAt(instant);
	const millisecondOfDay = (instant: number): number => {
		const at = local(instant);
		return at - Math.floor(at / millisecondsPerDay) * millisecondsPerDay;
	};
	return {
		name,
		dateOf: (instant) => dateOfEpochDay(Math.floor(local(instant) / millisecondsPerDay)),
		hourOf: (instant) => Math.floor(millisecondOfDay(instant) / millisecondsPerHour),
		millisecondOfDay,
		startOfDay(date) {
			const wanted = epochDay(date) * millisecondsPerDay;
			return instantOf(wanted, offsetAt) ?? changeBetween(offsetAt, wanted - millisecondsPerDay, wanted + millisecondsPerDay);
		},
		at(date, millisecondOfDay) {
			const wanted = epochDay(date) * millisecondsPerDay + millisecondOfDay;
			return instantOf(wanted, offsetAt) ?? wanted - offsetAt(wanted - millisecondsPerDay);
		},
	};
}

/**
 * The first instant at which the local clock shows `wanted`, or undefined in a gap. No zone is a whole day from Greenwich, so the only
 * candidates are the offsets a day before and after (as in Temporal, GetPossibleEpochNanoseconds).
 */
function instantOf(wanted: number, offsetAt: Offsets): number | undefined {
	const before = offsetAt(wanted - millisecondsPerDay);
	const after = offsetAt(wanted + millisecondsPerDay);
	if (offsetAt(wanted - before) === before) return wanted - before;
	return offsetAt(wanted - after) === after ? wanted - after : undefined;
}

/** IANA name of where this program runs. To ask for it takes longer than to read a short text. */
export const hostTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
