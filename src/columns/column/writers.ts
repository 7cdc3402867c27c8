// Profiles to columns: each field is read as records read it (src/fields/field-reader.ts) and appended to its column.
import type { CollectionField, Field, ListField, ScalarField } from "../../fields/field.ts";
import { countedElements, countedItems, countedScalar, fieldReader, type RawReader } from "../../fields/field-reader.ts";
import type { FieldCounter } from "../../fields/quality.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import { BooleanColumn } from "./boolean-column.ts";
import { CollectionColumn, type Column, type Frame } from "./frame.ts";
import { ListColumn } from "./list-column.ts";
import { NumberColumn } from "./number-column.ts";
import { TextColumn } from "./text-column.ts";

interface Making {
	readonly zone: TimeZone;
	readonly counters: FieldCounter[];
	readonly maxDistinctTexts: number;
}

/** Appends one row to a frame, or to a column. */
export interface RowWriter {
	append(from: object): void;
	/** Of no object at all: nothing is read, so nothing is counted. */
	appendMissing(): void;
}

/** Gives the frame a column for each field, and returns what appends a row to all of them. */
export function frameWriter(frame: Frame, fields: readonly Field[], prefix: string, making: Making): RowWriter {
	const writers = fields.map((field) => {
		const writer = columnWriter(field, `${prefix}${field.name}`, making);
		frame.members.set(field.name, { field, column: writer.column, parts: new Map() });
		return writer;
	});
	return {
		append(from) {
			for (const writer of writers) writer.append(from);
			frame.length++;
		},
		appendMissing() {
			for (const writer of writers) writer.appendMissing();
			frame.length++;
		},
	};
}

interface ColumnWriter extends RowWriter {
	readonly column: Column;
}

/** The reader appends a value that is there, and says so. */
function writer<C extends Column>(
	field: Field,
	fullName: string,
	making: Making,
	column: C,
	appendMissing: () => void,
	makeReader: (counter: FieldCounter) => RawReader<true>,
): ColumnWriter {
	const read = fieldReader(field, fullName, making.counters, makeReader);
	return {
		column,
		append: (from) => {
			if (read(from) === undefined) appendMissing();
		},
		appendMissing,
	};
}

function columnWriter(field: Field, fullName: string, making: Making): ColumnWriter {
	switch (field.type) {
		case "text":
			return textWriter(field, fullName, making);
		case "number":
		case "date":
		case "datetime": {
			const column = new NumberColumn();
			return scalarWriter(field, fullName, making, column, (value) => column.push(value as number));
		}
		case "boolean": {
			const column = new BooleanColumn();
			return scalarWriter(field, fullName, making, column, (value) => column.push(value as boolean));
		}
		case "list":
			return listWriter(field, fullName, making);
		case "collection":
			return collectionWriter(field, fullName, making);
	}
}

function scalarWriter(
	field: ScalarField,
	fullName: string,
	making: Making,
	column: NumberColumn | BooleanColumn,
	push: (value: unknown) => void,
): ColumnWriter {
	return writer(
		field,
		fullName,
		making,
		column,
		() => column.push(undefined),
		(counter) => {
			const read = countedScalar(field, counter, making.zone);
			return (raw) => {
				const value = read(raw);
				if (value === undefined) return undefined;
				push(value);
				return true;
			};
		},
	);
}

/** A text that is in the dictionary has been found usable before. */
function textWriter(field: ScalarField, fullName: string, making: Making): ColumnWriter {
	const column = new TextColumn(making.maxDistinctTexts);
	return writer(
		field,
		fullName,
		making,
		column,
		() => column.push(undefined),
		(counter) => {
			const read = countedScalar(field, counter, making.zone);
			return (raw) => {
				if (column.pushKnown(raw)) return true;
				const value = read(raw);
				if (value === undefined) return undefined;
				column.push(value as string);
				return true;
			};
		},
	);
}

function listWriter(field: ListField, fullName: string, making: Making): ColumnWriter {
	const column = new ListColumn(field.items);
	const { items } = column;
	return writer(
		field,
		fullName,
		making,
		column,
		() => column.endRow(false),
		(counter) => {
			const read = countedItems(field, counter, making.zone, (item) => items.push(item as never));
			return (raw) => {
				if (read(raw) === undefined) return undefined;
				column.endRow(true);
				return true;
			};
		},
	);
}

function collectionWriter(field: CollectionField, fullName: string, making: Making): ColumnWriter {
	const column = new CollectionColumn();
	return writer(
		field,
		fullName,
		making,
		column,
		() => column.endRow(false),
		(counter) => {
			const rows = frameWriter(column.elements, field.fields, `${fullName}.`, making);
			const read = countedElements(counter, rows.append);
			return (raw) => {
				if (read(raw) === undefined) return undefined;
				column.endRow(true);
				return true;
			};
		},
	);
}
