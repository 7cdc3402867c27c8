// What reading profiles has in common, whatever is made of them, records or columns: each field is read by its path, checked against its
// type, and what does not fit is counted and left out.
import type { Field, ListField, ScalarField } from "./field.ts";
import { pathReader } from "./json-path.ts";
import { FieldCounter } from "./quality.ts";
import { type Scalar, scalarFieldReader, scalarReader } from "./scalar-reader.ts";
import type { TimeZone } from "../values/time-zone.ts";

/** What is made of a raw value that is neither absent nor null; undefined where it is of another type, which is counted then. */
export type RawReader<T> = (raw: unknown) => T | undefined;

/**
 * Reads one field of a profile, or of a collection's element; undefined where it is missing. `fullName` has the collection's before it. The
 * field's counter is put into `counters` before those of `makeReader`.
 */
export function fieldReader<T>(
	field: Field,
	fullName: string,
	counters: FieldCounter[],
	makeReader: (counter: FieldCounter) => RawReader<T>,
): (from: object) => T | undefined {
	const counter = new FieldCounter(fullName, field);
	counters.push(counter);
	const get = pathReader(field.path);
	const read = makeReader(counter);
	return (from) => {
		counter.seen++;
		const raw = get(from);
		if (raw !== undefined && raw !== null) return read(raw);
		counter.missing++;
		return undefined;
	};
}

export function countedScalar(field: ScalarField, counter: FieldCounter, zone: TimeZone): RawReader<Scalar> {
	const read = scalarFieldReader(field, zone);
	return (raw) => {
		const value = read(raw);
		return value === undefined ? counter.wrong(raw) : value;
	};
}

/** Calls `keep` with each item that fits; true when there is a list. */
export function countedItems(field: ListField, counter: FieldCounter, zone: TimeZone, keep: (item: Scalar) => void): RawReader<true> {
	const read = scalarReader(field.items, zone);
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		for (const item of raw) {
			const value = read(item);
			if (value === undefined) counter.dropped(item);
			else keep(value);
		}
		return true;
	};
}

/** Calls `keep` with each element that is an object; true when there is a list. */
export function countedElements(counter: FieldCounter, keep: (element: object) => void): RawReader<true> {
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		for (const item of raw) {
			if (typeof item !== "object" || item === null || Array.isArray(item)) counter.dropped(item);
			else keep(item);
		}
		return true;
	};
}
