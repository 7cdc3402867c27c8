// An empty column for a field, and an empty frame for the fields of profiles or of a collection's elements.
import type { Field } from "../../fields/field.ts";
import { BooleanColumn } from "./boolean-column.ts";
import { CollectionColumn, type Column, type Frame } from "./frame.ts";
import { ListColumn } from "./list-column.ts";
import { NumberColumn } from "./number-column.ts";
import { TextColumn } from "./text-column.ts";

export function makeColumn(field: Field, maxDistinctTexts: number): Column {
	switch (field.type) {
		case "text":
			return new TextColumn(maxDistinctTexts);
		case "number":
		case "date":
		case "datetime":
			return new NumberColumn();
		case "boolean":
			return new BooleanColumn();
		case "list":
			return new ListColumn(field.items);
		case "collection": {
			const column = new CollectionColumn();
			addColumns(column.elements, field.fields, maxDistinctTexts);
			return column;
		}
	}
}

export function addColumns(frame: Frame, fields: readonly Field[], maxDistinctTexts: number): void {
	for (const field of fields) frame.members.set(field.name, { field, column: makeColumn(field, maxDistinctTexts), parts: new Map() });
}
