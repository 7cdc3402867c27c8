// How fields are described: their type in a word or two.
import type { Field } from "../fields/field.ts";

export function fieldTypeWords(field: Field): string {
	switch (field.type) {
		case "boolean":
			return "true or false";
		case "datetime":
			return "date and time";
		case "list":
			return field.items === "number" ? "list of numbers" : "list of text";
		case "collection":
			return `collection of ${field.fields.length} ${field.fields.length === 1 ? "field" : "fields"}`;
		default:
			return field.type;
	}
}

export const isForSegments = (field: Field): boolean => field.exposure.includes("segments");
