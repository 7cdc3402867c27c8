// Numbers, dates and datetimes in buckets with readable bounds.
import type { NumberColumn } from "../columns/column/number-column.ts";
import type { Steps } from "../columns/steps.ts";
import type { FieldType } from "../fields/field.ts";
import type { TimeZone } from "../values/time-zone.ts";
import { dayBounds } from "./day-bounds.ts";
import type { Counts, Membership, Tally } from "./membership.ts";
import { numberBounds } from "./number-bounds.ts";

export interface HistogramOptions {
	/** Default 40. */
	readonly maxBuckets?: number | undefined;
	/** Only values from here on, in the field's own unit; default the least. Others are counted as `below` and `above`. */
	readonly low?: number | undefined;
	/** Only values up to here; default the greatest. */
	readonly high?: number | undefined;
}

export interface Histogram {
	readonly kind: "histogram";
	/**
	 * One more than there are buckets, in the field's own unit: numbers, `yyyymmdd`, or epoch milliseconds at which local days begin. A bucket
	 * is from its bound up to the next, which is not in it. Empty when nobody has a value between `low` and `high`.
	 */
	readonly bounds: readonly number[];
	readonly buckets: readonly Counts[];
	readonly below: Counts;
	readonly above: Counts;
}

const rowsPerStep = 16_384;

/** Two looks at every row: for the least and the greatest value, and for the buckets. Throws RangeError for options that are out of range. */
export function* histogram(
	column: NumberColumn,
	type: FieldType,
	zone: TimeZone,
	members: Membership,
	{ maxBuckets = 40, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: HistogramOptions,
): Steps<{ readonly missing: Counts; readonly values: Histogram }> {
	if (!(maxBuckets >= 1 && Number.isInteger(maxBuckets)))
		throw new RangeError(`maxBuckets is a whole number from 1 on, not ${maxBuckets}.`);
	refuseNoNumber("low", low);
	refuseNoNumber("high", high);
	const range = yield* rangeWithin(column, members, low, high);
	const bounds = range ? boundsFor(type, zone, range, maxBuckets) : [];
	const empty = (): Tally => ({ inside: 0, everyone: 0 });
	const buckets = bounds.slice(1).map(empty);
	const [missing, below, above] = [empty(), empty(), empty()];
	for (let row = 0; row < members.rows; row++) {
		if (members.isProfile(row)) {
			const value = column.at(row);
			if (value === undefined) members.count(row, missing);
			else if (value < low) members.count(row, below);
			else if (value > high) members.count(row, above);
			else members.count(row, buckets[bucketOf(bounds, value)] as Tally);
		}
		if (row % rowsPerStep === rowsPerStep - 1) yield;
	}
	return { missing, values: { kind: "histogram", bounds, buckets, below, above } };
}

function refuseNoNumber(name: string, value: number): void {
	if (typeof value !== "number" || Number.isNaN(value)) throw new RangeError(`${name} is a number, not ${value}.`);
}

interface Range {
	readonly least: number;
	readonly greatest: number;
	readonly isWhole: boolean;
}

/** Undefined when nobody has a value there. */
function* rangeWithin(column: NumberColumn, members: Membership, low: number, high: number): Steps<Range | undefined> {
	let least = Number.POSITIVE_INFINITY;
	let greatest = Number.NEGATIVE_INFINITY;
	let isWhole = true;
	for (let row = 0; row < members.rows; row++) {
		const value = members.isProfile(row) ? column.at(row) : undefined;
		if (value !== undefined && value >= low && value <= high) {
			if (value < least) least = value;
			if (value > greatest) greatest = value;
			if (!Number.isInteger(value)) isWhole = false;
		}
		if (row % rowsPerStep === rowsPerStep - 1) yield;
	}
	return least > greatest ? undefined : { least, greatest, isWhole };
}

function boundsFor(type: FieldType, zone: TimeZone, { least, greatest, isWhole }: Range, maxBuckets: number): readonly number[] {
	if (type === "date") return dayBounds(least, greatest, maxBuckets);
	if (type === "datetime") {
		const starts = dayBounds(zone.dateOf(least), zone.dateOf(greatest), maxBuckets).map((date) => zone.startOfDay(date));
		// A day that a zone left out begins with the one after it: nothing can be in it.
		return starts.filter((start, index) => start !== starts[index - 1]);
	}
	return numberBounds(least, greatest, maxBuckets, isWhole);
}

/** The last bucket whose bound is not above the value. */
function bucketOf(bounds: readonly number[], value: number): number {
	let low = 0;
	let high = bounds.length - 1;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if ((bounds[middle] as number) <= value) low = middle;
		else high = middle;
	}
	return low;
}
