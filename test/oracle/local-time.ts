// Local days and clocks, slow and plain: every question goes to Intl, and a day begins at the first instant that shows it.
// Days are counted from 1970-01-01 here (never yyyymmdd), so that this code shares nothing with src/values.

export interface Clock {
	/** Days since 1970-01-01. */
	readonly day: number;
	/** Milliseconds since local midnight, as the clock on the wall counts them. */
	readonly time: number;
}

export const dayLength = 86_400_000;
const hourLength = 3_600_000;
// No zone has been further east of Greenwich since 1900.
const furthestEast = 16 * hourLength;

const formats = new Map<string, Intl.DateTimeFormat>();
const clocks = new Map<string, Clock>();
const starts = new Map<string, number>();

function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (!format) {
		const two = "2-digit" as const;
		const fields = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
		format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", ...fields });
		formats.set(zone, format);
	}
	return format;
}

/** What the wall shows at an instant. */
export function clockAt(instant: number, zone: string): Clock {
	const key = `${zone} ${instant}`;
	const known = clocks.get(key);
	if (known) return known;
	const part: Record<string, number> = {};
	for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
	const milliseconds = ((instant % 1000) + 1000) % 1000;
	const clock = { day: dayOf(year, month, day), time: ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds };
	if (clocks.size > 200_000) clocks.clear();
	clocks.set(key, clock);
	return clock;
}

/** The first instant whose local day is this one or a later one. */
export function startOfDay(day: number, zone: string): number {
	const key = `${zone} ${day}`;
	const known = starts.get(key);
	if (known !== undefined) return known;
	let high = day * dayLength - furthestEast;
	while (clockAt(high, zone).day < day) high += hourLength;
	let low = high - hourLength;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (clockAt(middle, zone).day < day) low = middle;
		else high = middle;
	}
	starts.set(key, high);
	return high;
}

/** When the wall shows this time: the earlier of two; a time that is left out is moved forward by what is left out. */
export function instantAt({ day, time }: Clock, zone: string): number {
	const wanted = day * dayLength + time;
	const offset = (instant: number): number => {
		const clock = clockAt(instant, zone);
		return clock.day * dayLength + clock.time - instant;
	};
	const candidates = [wanted - offset(wanted - dayLength), wanted - offset(wanted + dayLength)].sort((a, b) => a - b);
	const shows = (instant: number): boolean => instant + offset(instant) === wanted;
	return candidates.find(shows) ?? wanted - offset(wanted - dayLength);
}

export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayLength;

export function partsOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
	const date = new Date(day * dayLength);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isLeapYear = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
	const from = partsOf(day);
	const first = new Date(Date.UTC(from.year, from.month - 1 + months, 1));
	const last = new Date(Date.UTC(from.year, from.month + months, 0)).getUTCDate();
	return first.getTime() / dayLength + Math.min(from.day, last) - 1;
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => new Date(day * dayLength).getUTCDay() || 7;

const firstDay = dayOf(1900, 1, 1);
const lastDay = dayOf(2299, 12, 31);

export const isUsableDay = (day: number): boolean => day >= firstDay && day <= lastDay;
export const isUsableInstant = (instant: number): boolean =>
	Number.isInteger(instant) && instant >= firstDay * dayLength && instant < (lastDay + 1) * dayLength;
