// Which values the profiles have and how often, for completion. Nothing personal is looked at, and memory is bounded however many there are.
import { recorder } from "../../eval/record.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Field } from "../../fields/field.ts";
import type { ValueCount, ValuesSource } from "../../service/values-source.ts";

export interface ValueLimits {
	/** Different values of a field that are counted; those that come up later are not. */
	readonly maxDistinctValues: number;
	/** Numbers are worth offering only where there are few; a field with more has none. */
	readonly maxDistinctNumbers: number;
	/** Most values of one answer. */
	readonly maxAnswer: number;
}

export const defaultValueLimits: ValueLimits = { maxDistinctValues: 10_000, maxDistinctNumbers: 200, maxAnswer: 200 };

type Counts = Map<string | number, number>;

export class ValueCounts implements ValuesSource {
	readonly #limits: ValueLimits;
	readonly #fields: readonly Field[];
	readonly #toRecord: (profile: unknown) => Readonly<Record<string, unknown>>;
	readonly #counts = new Map<string, Counts>();
	#sorted: Map<string, readonly ValueCount[]> | undefined;
	/** Resolves once all profiles are counted. */
	#finish: () => void = () => undefined;
	readonly #finished: Promise<void>;

	/** `timeZone`: IANA name, the days of instants. */
	constructor(catalogue: Catalogue, timeZone: string, limits: Partial<ValueLimits> = {}) {
		this.#limits = { ...defaultValueLimits, ...limits };
		this.#fields = catalogue.fields.filter(isCounted);
		const records = recorder(catalogue, { timeZone, fields: this.names });
		this.#toRecord = (profile) => records.toRecord(profile);
		this.#finished = new Promise((resolve) => {
			this.#finish = resolve;
		});
	}

	/** The fields of the profile that are looked at. */
	get names(): readonly string[] {
		return this.#fields.map(({ name }) => name);
	}

	/** Linear in the profile's values. */
	add(profile: unknown): void {
		this.#addFields(this.#fields, "", [this.#toRecord(profile)]);
	}

	/** No more profiles come: questions are answered from now on. */
	end(): void {
		this.#sorted = new Map();
		this.#finish();
	}

	topValues(field: string, prefix: string): readonly ValueCount[] | Promise<readonly ValueCount[]> {
		return this.#sorted ? this.#answer(field, prefix) : this.#finished.then(() => this.#answer(field, prefix));
	}

	#answer(field: string, prefix: string): readonly ValueCount[] {
		const counts = this.#counts.get(field);
		if (!counts || !this.#sorted) return [];
		let sorted = this.#sorted.get(field);
		if (!sorted) {
			const values = [...counts].map(([value, count]) => ({ value, count }));
			const areManyNumbers = values.length > this.#limits.maxDistinctNumbers && typeof values[0]?.value === "number";
			sorted = areManyNumbers ? [] : values.sort((a, b) => b.count - a.count);
			this.#sorted.set(field, sorted);
		}
		const wanted = prefix.toLowerCase();
		const fitting = wanted === "" ? sorted : sorted.filter(({ value }) => String(value).toLowerCase().includes(wanted));
		return (fitting.length > 0 ? fitting : sorted).slice(0, this.#limits.maxAnswer);
	}

	/** `records`: the profile's record, or the records of one collection's elements. A profile counts once for each of its values. */
	#addFields(fields: readonly Field[], prefix: string, records: readonly unknown[]): void {
		for (const field of fields) {
			const name = prefix + field.name;
			const values = records.flatMap((record) => valuesAt(record, field.name.split(".")));
			if (field.type === "collection") this.#addFields(field.fields.filter(isCounted), `${name}.`, values);
			else for (const value of new Set(values)) this.#count(name, value);
		}
	}

	#count(name: string, value: unknown): void {
		if (typeof value !== "string" && typeof value !== "number") return;
		let counts = this.#counts.get(name);
		if (!counts) {
			counts = new Map();
			this.#counts.set(name, counts);
		}
		const known = counts.get(value);
		if (known !== undefined || counts.size < this.#limits.maxDistinctValues) counts.set(value, (known ?? 0) + 1);
	}
}

const isCounted = (field: Field): boolean =>
	field.pii === undefined && ["text", "number", "list", "collection"].includes(field.type) && field.exposure.includes("segments");

/** The value at a nested name, the items of a list or a collection one by one; none where it is missing. */
function valuesAt(record: unknown, keys: readonly string[]): readonly unknown[] {
	let value = record;
	for (const key of keys) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
		value = (value as Readonly<Record<string, unknown>>)[key];
	}
	return Array.isArray(value) ? value : [value];
}
