// A dotted field name nests in a record: `primary_location.tier` is `{primary_location: {tier}}`.

import { readPath } from "./json-path.ts";

export type MutableRecord = Record<string, unknown>;

/** A field's place in a record, for `readPath`. */
export const nestedPath = (name: string): readonly string[] => name.split(".");

/** The value under a field's name; undefined where there is none. */
export const nestedValue = (record: unknown, name: string): unknown => readPath(record, nestedPath(name));

/** Writes a value under a field's name, with or without a part. Throws RangeError for a name that every JavaScript object has. */
export function nestedWriter(name: string): (record: MutableRecord, value: unknown) => void {
	// Only the field's own dots nest: no part holds one.
	const steps = name.split(".");
	// `catalogue()` refuses such names; a catalogue that somebody made by hand must not write through `__proto__` either.
	const inherited = steps.find((step) => step in Object.prototype);
	if (inherited !== undefined) throw new RangeError(`A field cannot be named "${name}": every JavaScript object has "${inherited}".`);
	const last = steps.pop() as string;
	if (steps.length === 0) {
		return (record, value) => {
			record[last] = value;
		};
	}
	return (record, value) => {
		let target = record;
		for (const step of steps) {
			target[step] ??= {};
			target = target[step] as MutableRecord;
		}
		target[last] = value;
	};
}
