// A record's value as files hold it: dates and instants in the forms that a catalogue reads back, at any depth.
import type { Field } from "../../../fields/field.ts";
import { formatDate } from "../../../values/civil-date.ts";
import { formatInstant } from "../../../values/instant.ts";

/** Undefined where the value is missing. Linear in the value. */
export function plainValue(value: unknown, field: Field): unknown {
	if (value === undefined || value === null) return undefined;
	if (field.type === "date") return formatDate(Number(value));
	if (field.type === "datetime") return formatInstant(Number(value));
	if (field.type !== "collection" || !Array.isArray(value)) return value;
	return value.map((element) => plainRecord(element, field.fields));
}

/** The fields of a record or of an element under their own paths of keys, dotted names nested. */
export function plainRecord(record: unknown, fields: readonly Field[]): unknown {
	if (typeof record !== "object" || record === null) return record;
	const plain: Record<string, unknown> = structuredClone(record) as Record<string, unknown>;
	for (const field of fields) {
		const steps = field.name.split(".");
		const last = steps.pop() ?? "";
		const owner = steps.reduce<unknown>(own, plain);
		if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, last)) continue;
		(owner as Record<string, unknown>)[last] = plainValue((owner as Record<string, unknown>)[last], field);
	}
	return plain;
}

const own = (at: unknown, step: string): unknown =>
	typeof at === "object" && at !== null && Object.hasOwn(at, step) ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
