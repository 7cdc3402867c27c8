// Profile → Record: the catalogue's paths are read once, each value is checked against its field's type, and what does not fit is missing
// and counted. A record is plain data: conditions, rules and columns never look at the profile again.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import { timeZone } from "../values/time-zone.ts";
import type { MutableRecord } from "../fields/nested-value.ts";
import type { FieldCounter, QualityReport } from "../fields/quality.ts";
import { fieldWriter } from "./record-writers.ts";

export type { FieldQuality, QualityReport } from "../fields/quality.ts";

/** Typed values by field name, dotted names nested; what is missing is absent. Dates are `yyyymmdd`, datetimes epoch milliseconds UTC. */
export type ProfileRecord = Readonly<Record<string, unknown>>;

export interface RecorderOptions {
	/** IANA name: the days of instants. */
	readonly timeZone: string;
	/** Derived parts by full name, as a rule's `requires` lists them. */
	readonly requires?: readonly string[];
	/** Only these fields of the profile, and those that `requires` names; all when left out. A collection comes with all its fields. */
	readonly fields?: readonly string[];
}

export interface Recorder {
	/** Never throws for JSON; a profile that is not an object gives an empty record and is counted. Linear in the profile. */
	toRecord(profile: unknown): ProfileRecord;
	/** Of all profiles so far: a new report each time it is asked for. */
	readonly quality: QualityReport;
}

/**
 * Throws RangeError for an unknown time zone, a field that the catalogue does not have, and a part that its field does not have.
 *
 *     recorder(catalogue, { timeZone: "Europe/Paris" }).toRecord({ born: "1990-05-01" }); // -> { born: 19900501 }
 */
export function recorder(catalogue: Catalogue, options: RecorderOptions): Recorder {
	const parts = partsByField(options.requires ?? []);
	const counters: FieldCounter[] = [];
	const making = { zone: timeZone(options.timeZone), parts, counters };
	const writers = wantedFields(catalogue, options.fields, [...parts.keys()]).map((field) => fieldWriter(field, "", making));
	const known = new Set(counters.map((counter) => counter.name));
	for (const [field, [part]] of parts) {
		if (!known.has(field)) throw new RangeError(`The catalogue has no field for "${field}@${part}".`);
	}
	let profiles = 0;
	let notObjects = 0;
	return {
		toRecord(profile) {
			profiles++;
			const record: MutableRecord = {};
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

/** The parts asked for, each once, by the full name of their field: names of fields hold no "@". */
function partsByField(requires: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const parts = new Map<string, string[]>();
	for (const name of new Set(requires)) {
		const at = name.indexOf("@");
		if (at < 0) throw new RangeError(`"${name}" is no part of a field: write the field, "@" and the part.`);
		const field = name.slice(0, at);
		parts.set(field, [...(parts.get(field) ?? []), name.slice(at + 1)]);
	}
	return parts;
}

/** `withParts` are full names, `orders.total` for a field of a collection. */
function wantedFields(catalogue: Catalogue, names: readonly string[] | undefined, withParts: readonly string[]): readonly Field[] {
	if (!names) return catalogue.fields;
	const unknown = names.find((name) => !catalogue.field(name));
	if (unknown !== undefined) throw new RangeError(`The catalogue has no field "${unknown}".`);
	const wanted = new Set([...names, ...withParts]);
	return catalogue.fields.filter(
		({ name, type }) => wanted.has(name) || (type === "collection" && withParts.some((inner) => inner.startsWith(`${name}.`))),
	);
}
