// Cells of sources without types (CSV) by the field's declared type, before they become records: language.md §2.
import type { Field } from "./field.ts";

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The JSON value that a cell stands for: an empty one is missing, numbers and booleans are read, lists and collections are JSON. A cell
 * that does not fit stays text, so that the record counts it as a wrong value.
 */
export function typedFromText(field: Field, cell: string): unknown {
	if (cell === "") return undefined;
	switch (field.type) {
		case "text":
		case "date":
			return cell;
		case "datetime":
			return /^-?\d{9,}$/.test(cell) ? Number(cell) : cell;
		case "number": {
			const trimmed = cell.trim();
			return jsonNumber.test(trimmed) ? Number(trimmed) : cell;
		}
		case "boolean":
			return booleanFromText(cell);
		case "list":
		case "collection":
			try {
				return JSON.parse(cell);
			} catch {
				return cell;
			}
	}
}

/** "true" and "false", whatever their case; an empty cell is missing, another one stays text. */
export function booleanFromText(cell: string): boolean | string | undefined {
	if (cell === "") return undefined;
	const word = cell.trim().toLowerCase();
	return word === "true" ? true : word === "false" ? false : cell;
}
