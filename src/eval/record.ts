// Profile → Record: the catalogue's paths are read once, each value is checked against its field's type, and what does not fit is missing
// and counted. A record is plain data: conditions, rules and columns never look at the profile again.
import type { Catalogue } from "../fields/catalogue.ts";
import type { CollectionField, Field, ListField } from "../fields/field.ts";
import { type Path, readPath } from "../fields/json-path.ts";
import { timeZone as timeZoneOf, type TimeZone } from "../values/time-zone.ts";
import { FieldCounter, type QualityReport } from "./quality.ts";
import { partReader } from "./record-parts.ts";
import { scalarReader } from "./record-values.ts";

export type { FieldQuality, QualityReport } from "./quality.ts";

/** Typed values by field name, dotted names nested; what is missing is absent. Dates are `yyyymmdd`, datetimes epoch milliseconds UTC. */
export type ProfileRecord = Readonly<Record<string, unknown>>;

export interface RecorderOptions {
	/** IANA name: the days of instants. */
	readonly timeZone: string;
	/** Derived parts by full name, as a rule's `requires` lists them. */
	readonly requires?: readonly string[];
	/** Only these top-level fields; all when left out. */
	readonly fields?: readonly string[];
}

export interface Recorder {
	/** Never throws for JSON; a profile that is not an object gives an empty record and is counted. Linear in the profile. */
	toRecord(profile: unknown): ProfileRecord;
	/** Of all profiles so far. */
	readonly quality: QualityReport;
}

/** Throws RangeError for an unknown time zone, and for a part that its field does not have. */
export function recorder(catalogue: Catalogue, options: RecorderOptions): Recorder {
	const zone = timeZoneOf(options.timeZone);
	const counters: FieldCounter[] = [];
	const wanted = options.fields && new Set(options.fields);
	const requires = [...(options.requires ?? [])];
	const writers = catalogue.fields
		.filter(
			(field) =>
				!wanted ||
				wanted.has(field.name) ||
				requires.some((name) => name.startsWith(`${field.name}@`) || name.startsWith(`${field.name}.`)),
		)
		.map((field) => fieldWriter(field, "", requires, zone, counters));
	const unknown = requires.find((name) => !counters.some((counter) => name.startsWith(`${counter.name}@`)));
	if (unknown !== undefined) throw new RangeError(`The catalogue has no field for "${unknown}".`);
	let profiles = 0;
	let notObjects = 0;
	return {
		toRecord(profile) {
			profiles++;
			const record: Mutable = {};
			if (typeof profile !== "object" || profile === null || Array.isArray(profile)) notObjects++;
			else for (const write of writers) write(profile, record);
			return record;
		},
		get quality() {
			return { profiles, notObjects, fields: counters.map((counter) => counter.report()) };
		},
	};
}

/** One record, for a single profile; make a recorder for many. */
export const toRecord = (profile: unknown, catalogue: Catalogue, options: RecorderOptions): ProfileRecord =>
	recorder(catalogue, options).toRecord(profile);

type Mutable = Record<string, unknown>;
type Writer = (from: object, record: Mutable) => void;
/** A raw value that is there to a typed one; undefined when it is of another type, which it has counted. */
type Reader = (raw: unknown) => unknown;

function fieldWriter(field: Field, prefix: string, requires: readonly string[], zone: TimeZone, counters: FieldCounter[]): Writer {
	const fullName = `${prefix}${field.name}`;
	const counter = new FieldCounter(fullName, field);
	counters.push(counter);
	const read = valueReader(field, fullName, requires, zone, counter, counters);
	const get = getter(field.path);
	const write = setter(field.name);
	const parts = requires
		.filter((name) => name.startsWith(`${fullName}@`))
		.map((name) => {
			const part = name.slice(fullName.length + 1);
			const derive = partReader(part, field, zone);
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
	return (from) => (Object.hasOwn(from, only) ? (from as Readonly<Record<string, unknown>>)[only] : undefined);
}

function setter(name: string): (record: Mutable, value: unknown) => void {
	// Only the field's own dots nest; a part's sign and unit hold none.
	const steps = name.split(".");
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
			target = target[step] as Mutable;
		}
		target[last] = value;
	};
}

function valueReader(
	field: Field,
	fullName: string,
	requires: readonly string[],
	zone: TimeZone,
	counter: FieldCounter,
	counters: FieldCounter[],
): Reader {
	if (field.type === "collection") return collectionReader(field, fullName, requires, zone, counter, counters);
	if (field.type === "list") return listReader(field, zone, counter);
	const read = scalarReader(field.type, zone);
	return (raw) => {
		const value = read(raw);
		return value === undefined ? counter.wrong(raw) : value;
	};
}

function listReader(field: ListField, zone: TimeZone, counter: FieldCounter): Reader {
	const read = scalarReader(field.items, zone);
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		const items: unknown[] = [];
		for (const item of raw) {
			const value = item === null || item === undefined ? undefined : read(item);
			if (value === undefined) counter.dropped(item);
			else items.push(value);
		}
		return items;
	};
}

function collectionReader(
	field: CollectionField,
	fullName: string,
	requires: readonly string[],
	zone: TimeZone,
	counter: FieldCounter,
	counters: FieldCounter[],
): Reader {
	const writers = field.fields.map((inner) => fieldWriter(inner, `${fullName}.`, requires, zone, counters));
	return (raw) => {
		if (!Array.isArray(raw)) return counter.wrong(raw);
		const elements: Mutable[] = [];
		for (const item of raw) {
			if (typeof item !== "object" || item === null || Array.isArray(item)) {
				counter.dropped(item);
				continue;
			}
			const element: Mutable = {};
			for (const write of writers) write(item, element);
			elements.push(element);
		}
		return elements;
	};
}
