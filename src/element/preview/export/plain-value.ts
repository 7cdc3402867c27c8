// A record's value as files hold it: dates and instants in the forms that a catalogue reads back, at any depth.
import type { Field } from "../../../fields/field.ts";
import { withNestedValues } from "../../privacy/with-nested-values.ts";
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

export const plainRecord = (record: unknown, fields: readonly Field[]): unknown => withNestedValues(record, fields, plainValue);
