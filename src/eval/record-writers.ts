// How each field of a record is made: read by its path, checked against its type, written under its name, with the parts asked for.
import type { CollectionField, Field, ListField } from "../fields/field.ts";
import { countedElements, countedItems, countedScalar, fieldReader, type RawReader } from "../fields/field-reader.ts";
import { type MutableRecord, nestedWriter } from "../fields/nested-value.ts";
import { partReader } from "../fields/part-reader.ts";
import type { FieldCounter } from "../fields/quality.ts";
import type { Scalar } from "../fields/scalar-reader.ts";
import type { TimeZone } from "../values/time-zone.ts";

export interface Making {
	readonly zone: TimeZone;
	/** Parts by the full name of their field. */
	readonly parts: ReadonlyMap<string, readonly string[]>;
	/** One for each field, put here in the catalogue's order. */
	readonly counters: FieldCounter[];
}

export type Writer = (from: object, record: MutableRecord) => void;

/** Writes one field of a profile, or of a collection's element, into the record. `prefix` is the collection's full name and a dot. */
export function fieldWriter(field: Field, prefix: string, making: Making): Writer {
	const fullName = `${prefix}${field.name}`;
	const read = fieldReader(field, fullName, making.counters, (counter) => valueReader(field, fullName, counter, making));
	const write = nestedWriter(field.name);
	const parts = (making.parts.get(fullName) ?? []).map((part) => {
		const derive = partReader(part, field, making.zone);
		if (!derive) throw new RangeError(`"${fullName}" has no part "${part}".`);
		return { derive, write: nestedWriter(`${field.name}@${part}`) };
	});
	return (from, record) => {
		const value = read(from);
		if (value === undefined) return;
		write(record, value);
		for (const part of parts) {
			const derived = part.derive(value as never);
			if (derived !== undefined) part.write(record, derived);
		}
	};
}

function valueReader(field: Field, fullName: string, counter: FieldCounter, making: Making): RawReader<unknown> {
	if (field.type === "collection") return collectionReader(field, fullName, counter, making);
	return field.type === "list" ? listReader(field, counter, making.zone) : countedScalar(field, counter, making.zone);
}

function listReader(field: ListField, counter: FieldCounter, zone: TimeZone): RawReader<readonly Scalar[]> {
	let items: Scalar[] = [];
	const read = countedItems(field, counter, zone, (item) => items.push(item));
	return (raw) => {
		items = [];
		return read(raw) && items;
	};
}

function collectionReader(field: CollectionField, fullName: string, counter: FieldCounter, making: Making): RawReader<readonly object[]> {
	const writers = field.fields.map((inner) => fieldWriter(inner, `${fullName}.`, making));
	let elements: MutableRecord[] = [];
	const read = countedElements(counter, (item) => {
		const element: MutableRecord = {};
		for (const write of writers) write(item, element);
		elements.push(element);
	});
	return (raw) => {
		elements = [];
		return read(raw) && elements;
	};
}
