// Profiles to columns: each field is read as records read it (src/fields/field-reader.ts) and appended to its column.
import type { CollectionField, Field, ListField, ScalarField } from "../../fields/field.ts";
import { countedElements, countedItems, countedScalar, fieldReader, type RawReader } from "../../fields/field-reader.ts";
import type { FieldCounter } from "../../fields/quality.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import type { BooleanColumn } from "./boolean-column.ts";
import type { CollectionColumn, Frame, Member } from "./frame.ts";
import type { ListColumn } from "./list-column.ts";
import type { NumberColumn } from "./number-column.ts";
import type { TextColumn } from "./text-column.ts";

interface Making {
	readonly zone: TimeZone;
	readonly counters: FieldCounter[];
}

/** Appends one row to a frame, or to a column. */
export interface RowWriter {
	append(from: object): void;
	/** Of no object at all: nothing is read, so nothing is counted. */
	appendMissing(): void;
}

/** What appends a row to all columns of a frame. */
export function frameWriter(frame: Frame, prefix: string, making: Making): RowWriter {
	const writers = Array.from(frame.members.values(), (member) => columnWriter(member, `${prefix}${member.field.name}`, making));
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

/** The reader appends a value that is there, and says so. */
function writer(
	field: Field,
	fullName: string,
	making: Making,
	appendMissing: () => void,
	makeReader: (counter: FieldCounter) => RawReader<true>,
): RowWriter {
	const read = fieldReader(field, fullName, making.counters, makeReader);
	return {
		append: (from) => {
			if (read(from) === undefined) appendMissing();
		},
		appendMissing,
	};
}

/** A column is always of its field's type: src/columns/column/make-column.ts. */
function columnWriter({ field, column }: Member, fullName: string, making: Making): RowWriter {
	switch (column.kind) {
		case "text":
			return textWriter(field as ScalarField, fullName, column, making);
		case "number":
			return scalarWriter(field as ScalarField, fullName, column, making, (value) => column.push(value as number));
		case "boolean":
			return scalarWriter(field as ScalarField, fullName, column, making, (value) => column.push(value as boolean));
		case "list":
			return listWriter(field as ListField, fullName, column, making);
		case "collection":
			return collectionWriter(field as CollectionField, fullName, column, making);
	}
}

function scalarWriter(
	field: ScalarField,
	fullName: string,
	column: NumberColumn | BooleanColumn,
	making: Making,
	push: (value: unknown) => void,
): RowWriter {
	return writer(
		field,
		fullName,
		making,
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
function textWriter(field: ScalarField, fullName: string, column: TextColumn, making: Making): RowWriter {
	return writer(
		field,
		fullName,
		making,
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

function listWriter(field: ListField, fullName: string, column: ListColumn, making: Making): RowWriter {
	const { items } = column;
	return writer(
		field,
		fullName,
		making,
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

function collectionWriter(field: CollectionField, fullName: string, column: CollectionColumn, making: Making): RowWriter {
	return writer(
		field,
		fullName,
		making,
		() => column.endRow(false),
		(counter) => {
			const rows = frameWriter(column.elements, `${fullName}.`, making);
			const read = countedElements(counter, rows.append);
			return (raw) => {
				if (read(raw) === undefined) return undefined;
				column.endRow(true);
				return true;
			};
		},
	);
}
