// Where values stand along a histogram, from 0 to 1, and which value stands where. Days are as wide as days: `yyyymmdd` is not.
import type { FieldType } from "../../../fields/field.ts";
import { dateOfEpochDay, epochDay } from "../../../values/civil-date.ts";

export interface Scale {
	readonly low: number;
	readonly high: number;
	/** The smallest step worth taking: a round number, a day, or an hour. */
	readonly step: number;
	/** Of a value in the field's own unit; outside 0 to 1 for values outside the bounds. */
	placeOf(value: number): number;
	/** The value at a place, on a whole step, within the bounds. */
	valueAt(place: number): number;
	/** The value some steps further, within the bounds. */
	stepped(value: number, steps: number): number;
}

const msPerHour = 3_600_000;

/** About as many steps as a chart has pixels. */
const stepsAcross = 400;

/** Of a histogram's bounds, at least two. `decimals` is how many digits after the point a number can have. */
export function scaleOf(type: FieldType, bounds: readonly number[], decimals?: number): Scale {
	const isDay = type === "date";
	const toLine = (value: number): number => (isDay ? epochDay(value) : value);
	const low = bounds[0] ?? 0;
	const high = bounds.at(-1) ?? 1;
	const [from, to] = [toLine(low), toLine(high)];
	const width = to - from;
	const step = isDay ? 1 : type === "datetime" ? msPerHour : numberStep(width, bounds.every(Number.isInteger), decimals);
	const within = (value: number): number => Math.min(Math.max(value, from), to);
	const rounded = (line: number): number => {
		const steps = Math.round(within(line) / step);
		const value = step < 1 ? steps / Math.round(1 / step) : steps * step;
		return isDay ? dateOfEpochDay(value) : value;
	};
	return {
		...{ low, high, step },
		placeOf: (value) => (width > 0 && Number.isFinite(width) ? (toLine(value) - from) / width : 0),
		valueAt: (place) => rounded(from + place * width),
		stepped: (value, steps) => rounded(toLine(value) + steps * step),
	};
}

/** 1, 2 or 5 times a power of ten, whole where all bounds are. */
function numberStep(width: number, isWhole: boolean, decimals: number | undefined): number {
	const wanted = width > 0 && Number.isFinite(width) ? width / stepsAcross : 1;
	const power = 10 ** Math.floor(Math.log10(wanted));
	const round = [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= wanted * 0.999) ?? 1;
	const least = isWhole && wanted > 0.02 ? 1 : decimals === undefined ? 0 : 10 ** -decimals;
	return Math.max(round, least);
}
