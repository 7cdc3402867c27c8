// Values of records as people and programs read them: dates lie in records as numbers (src/values/civil-date.ts, instant.ts).
import type { Field } from "../fields/field.ts";
import { nestedValue } from "../fields/nested-value.ts";
import { formatDate } from "../values/civil-date.ts";
import { formatInstant } from "../values/instant.ts";
import { timeZone } from "../values/time-zone.ts";

/** For a table: a collection is its number of elements, a missing value a dash. */
export function cellText(field: Field, value: unknown, zone: string): string {
	if (value === undefined || value === null) return "–";
	if (field.type === "date") return formatDate(value as number);
	if (field.type === "datetime") return formatInstant(value as number, timeZone(zone));
	if (field.type === "collection") return String((value as readonly unknown[]).length);
	if (field.type === "list") return (value as readonly unknown[]).join(", ");
	return String(value);
}

/** For JSON: dates as texts, collections with their elements, missing values as null. */
export function valueJson(field: Field, value: unknown): unknown {
	if (value === undefined || value === null) return null;
	if (field.type === "date") return formatDate(value as number);
	if (field.type === "datetime") return formatInstant(value as number);
	if (field.type !== "collection") return value;
	const { fields } = field;
	return (value as readonly unknown[]).map((element) =>
		Object.fromEntries(fields.map((inner) => [inner.name, valueJson(inner, nestedValue(element, inner.name))])),
	);
}
