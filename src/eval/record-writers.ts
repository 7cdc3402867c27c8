// How each field of a record is made: read by its path, checked against its type, written under its name, with the parts asked for.
import type { CollectionField, Field, ListField, NumberField } from "../fields/field.ts";
import { type Path, readPath } from "../fields/json-path.ts";
import { scaled } from "../values/decimal.ts";
import type { TimeZone } from "../values/time-zone.ts";
import { FieldCounter } from "./quality.ts";
import { partReader } from "./record-parts.ts";
import { scalarReader } from "./record-values.ts";

export interface Making {
	readonly zone: TimeZone;
	/** Parts by the full name of their field. */
	readonly parts: ReadonlyMap<string, readonly string[]>;
	/** One for each field, put here in the catalogue's order. */
	readonly counters: FieldCounter[];
}

export type MutableRecord = Record<string, unknown>;
export type Writer = (from: object, record: MutableRecord) => void;

/** Writes one field of a profile, or of a collection's element, into the record. `prefix` is the collection's full name and a dot. */
export function fieldWriter(field: Field, prefix: string, making: Making): Writer {
	const fullName = `${prefix}${field.name}`;
	const counter = new FieldCounter(fullName, field);
	making.counters.push(counter);
	const get = getter(field.path);
	const read = valueReader(field, fullName, counter, making);
	const write = setter(field.name);
	const parts = (making.parts.get(fullName) ?? []).map((part) => {
		const derive = partReader(part, field, making.zone);
		if (!derive) throw new RangeError(`"${fullName}" has no part "${part}".`);
		return { derive, write: setter(`${field.name}@${part}`) };
	});
	return (from, record) => {
		counter.seen++;
		const raw = get(from);
		if (raw === undefined || raw === null) {
			counter.missing++;
			return;
		}
		const value = read(raw);
		if (value === undefined) return;
		write(record, value);
		for (const part of parts) {
			const derived = part.derive(value as never);
			if (derived !== undefined) part.write(record, derived);
		}
	};
}

function getter(path: Path): (from: object) => unknown {
	const [only] = path;
	if (path.length !== 1 || typeof only !== "string") return (from) => readPath(from, path);
	return (from) => (Object.hasOwn(from, only) ? (from as Readonly<MutableRecord>)[only] : undefined);
}

function setter(name: string): (record: MutableRecord, value: unknown) => void {
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

/** A raw value that is there to a typed one; undefined when it is of another type, which is counted then. */
type Reader = (raw: unknown) => unknown;

function valueReader(field: Field, fullName: string, counter: FieldCounter, making: Making): Reader {
	if (field.type === "collection") return collectionReader(field, fullName, counter, making);
	if (field.type === "list") return listReader(field, counter, making.zone);
	const read = field.type === "number" ? decimalReader(field, making.zone) : scalarReader(field.type, making.zone);
	return (raw) => {
		const value = read(raw);
		return value === undefined ? counter.wrong(raw) : value;
	};
}

/** With `decimals`, a number too large to be a whole number of the smallest unit could not be added exactly, and is refused at the door. */
function decimalReader({ type, decimals }: NumberField, zone: TimeZone): Reader {
	const read = scalarReader(type, zone);
	if (decimals === undefined) return read;
	return (raw) => {
		const value = read(raw);
		return value === undefined || scaled(Number(value), decimals) === undefined ? undefined : value;
	};
}

function listReader(field: ListField, counter: FieldCounter, zone: TimeZone): Reader {
	const read = scalarReader(field.items, zone);
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		const items: unknown[] = [];
		for (const item of raw) {
			const value = read(item);
			if (value === undefined) counter.dropped(item);
			else items.push(value);
		}
		return items;
	};
}

function collectionReader(field: CollectionField, fullName: string, counter: FieldCounter, making: Making): Reader {
	const writers = field.fields.map((inner) => fieldWriter(inner, `${fullName}.`, making));
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		const elements: MutableRecord[] = [];
		for (const item of raw) {
			if (typeof item !== "object" || item === null || Array.isArray(item)) {
				counter.dropped(item);
				continue;
			}
			const element: MutableRecord = {};
			for (const write of writers) write(item, element);
			elements.push(element);
		}
		return elements;
	};
}
