// Bounds of a histogram of days: whole days, weeks from Monday, months, quarters or years.
import { addDays, addMonths, dateOfEpochDay, epochDay, isoWeekday, monthOf, yearOf } from "../values/civil-date.ts";

/**
 * The first days (`yyyymmdd`) of at most `maxBuckets` buckets from `low` to `high`, both within them, and the day after the last.
 *
 *     dayBounds(20260115, 20260310, 5); // -> [20260101, 20260201, 20260301, 20260401]
 */
export function dayBounds(low: number, high: number, maxBuckets: number): readonly number[] {
	for (let index = 0; ; index++) {
		const bounds = boundsOf(low, high, units[index] ?? years(index - units.length), maxBuckets);
		if (bounds) return bounds;
	}
}

interface Unit {
	first(date: number): number;
	next(date: number): number;
}

const months = (count: number): Unit => ({
	first: (date) => dateFrom(yearOf(date), monthOf(date) - ((monthOf(date) - 1) % count)),
	next: (date) => addMonths(date, count),
});

const dateFrom = (year: number, month: number): number => year * 10_000 + month * 100 + 1;

const units: readonly Unit[] = [
	{ first: (date) => date, next: (date) => dateOfEpochDay(epochDay(date) + 1) },
	{ first: (date) => addDays(date, 1 - isoWeekday(date)), next: (date) => addDays(date, 7) },
	months(1),
	months(3),
	months(12),
];

const spans = [2, 5, 10] as const;

/** 2, 5, 10, 20, 50, … years. */
function years(index: number): Unit {
	const count = (spans[index % 3] as number) * 10 ** Math.floor(index / 3);
	return {
		first: (date) => dateFrom(Math.max(1, yearOf(date) - (yearOf(date) % count)), 1),
		next: (date) => dateFrom(yearOf(date) - (yearOf(date) % count) + count, 1),
	};
}

function boundsOf(low: number, high: number, { first, next }: Unit, maxBuckets: number): readonly number[] | undefined {
	const bounds = [first(low)];
	while (bounds.length <= maxBuckets) {
		const bound = next(bounds.at(-1) as number);
		bounds.push(bound);
		if (bound > high) return bounds;
	}
	return undefined;
}
