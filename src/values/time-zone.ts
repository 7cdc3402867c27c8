// Local days and hours of an IANA time zone. The rules are the host's own (Intl); they are asked once for each stretch between two
// changes of the offset, so that reading a day costs a few array steps and no formatting.
import { dateOfEpochDay, epochDay } from "./civil-date.ts";
import { maxInstant, minInstant } from "./instant.ts";

export interface TimeZone {
	readonly name: string;
	/** Milliseconds east of Greenwich at that moment. */
	offsetAt(instant: number): number;
	/** The local day, `yyyymmdd`. */
	dateOf(instant: number): number;
	/** The local hour, 0 to 23. */
	hourOf(instant: number): number;
	/** Milliseconds of local clock time since local midnight. */
	millisecondOfDay(instant: number): number;
	/** The first instant of that local day, also where midnight is skipped; for a day that was skipped whole, the first instant after it. */
	startOfDay(date: number): number;
	/** The instant when local clocks show that time of that day: the earlier of two, and the moment of the jump where clocks skip it. */
	at(date: number, millisecondOfDay: number): number;
}

const day = 86_400_000;
const known = new Map<string, TimeZone>();

/** Throws RangeError for a name that the host does not know. */
export function timeZone(name: string): TimeZone {
	let zone = known.get(name);
	if (!zone) {
		zone = makeZone(name);
		known.set(name, zone);
	}
	return zone;
}

export function isTimeZone(name: string): boolean {
	try {
		timeZone(name);
		return true;
	} catch {
		return false;
	}
}

function makeZone(name: string): TimeZone {
	const offsetAt = offsetTable(exactOffset(name));
	const localDay = (instant: number): number => Math.floor((instant + offsetAt(instant)) / day);
	const millisecondOfDay = (instant: number): number => (((instant + offsetAt(instant)) % day) + day) % day;
	const at = (date: number, time: number): number => instantOf(epochDay(date) * day + time, offsetAt);
	return {
		name,
		offsetAt,
		dateOf: (instant) => dateOfEpochDay(localDay(instant)),
		hourOf: (instant) => Math.floor(millisecondOfDay(instant) / 3_600_000),
		millisecondOfDay,
		startOfDay: (date) => at(date, 0),
		at,
	};
}

/** The first instant at which local clocks show `local` (milliseconds of local time since 1970) or more. */
function instantOf(local: number, offsetAt: (instant: number) => number): number {
	// No offset is a day long, so the candidates are those of a day before and after.
	const before = offsetAt(local - day);
	const after = offsetAt(local + day);
	const early = local - Math.max(before, after);
	const late = local - Math.min(before, after);
	if (early + offsetAt(early) === local) return early;
	if (late + offsetAt(late) === local) return late;
	return firstInstant((instant) => instant + offsetAt(instant) >= local, early, late);
}

/** The smallest instant in (low, high] for which `holds` is true, when it is false at first and true at last. */
function firstInstant(holds: (instant: number) => boolean, low: number, high: number): number {
	let [from, to] = [low, high];
	while (to - from > 1) {
		const middle = Math.floor((from + to) / 2);
		if (holds(middle)) to = middle;
		else from = middle;
	}
	return to;
}

/** Asks Intl: microseconds of work a call. Offsets of old local mean times have seconds, so all fields are read. */
function exactOffset(name: string): (instant: number) => number {
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone: name,
		calendar: "gregory",
		numberingSystem: "latn",
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	});
	return (instant) => {
		const whole = Math.floor(instant / 1_000) * 1_000;
		const fields: Record<string, number> = {};
		for (const { type, value } of format.formatToParts(whole)) fields[type] = Number(value);
		const { year = 0, month = 1, day: dayOfMonth = 1, hour = 0, minute = 0, second = 0 } = fields;
		return Date.UTC(year, month - 1, dayOfMonth, hour, minute, second) - whole;
	};
}

/** Blocks this long are looked at when first needed; no zone changed its offset twice within one. */
const block = 16 * day;

/**
 * The offset at an instant, with changes kept a block at a time: most blocks hold one offset, the others a change found by bisection.
 */
function offsetTable(exact: (instant: number) => number): (instant: number) => number {
	const first = Math.floor(minInstant / block) - 1;
	const count = Math.ceil(maxInstant / block) - first + 2;
	const starts = new Float64Array(count).fill(Number.NaN);
	const changes = new Float64Array(count);
	const ends = new Float64Array(count);
	const fill = (index: number): void => {
		const from = (first + index) * block;
		const [start, end] = [exact(from), exact(from + block)];
		starts[index] = start;
		ends[index] = end;
		changes[index] = start === end ? Number.POSITIVE_INFINITY : changeBetween(exact, from, from + block, start);
	};
	return (instant) => {
		const index = Math.floor(instant / block) - first;
		if (!(index >= 0 && index < count)) return exact(instant);
		if (Number.isNaN(starts[index])) fill(index);
		return instant < (changes[index] as number) ? (starts[index] as number) : (ends[index] as number);
	};
}

const changeBetween = (exact: (instant: number) => number, from: number, to: number, before: number): number =>
	firstInstant((instant) => exact(instant) !== before, from, to);
