// Profiles to columns: each value is read as records read it (src/fields/scalar-reader.ts), counted as they count it, and appended to its
// column. There is a class a kind of column, so that what reads a value and what stores it can become one piece of machine code.
import type { CollectionField, Field, ListField, ScalarField } from "../../fields/field.ts";
import { FieldCounter } from "../../fields/quality.ts";
import {
	readBoolean,
	readDatetime,
	readNumber,
	readText,
	type ScalarReader,
	scalarFieldReader,
	scalarReader,
} from "../../fields/scalar-reader.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import { BooleanColumn } from "./boolean-column.ts";
import { CollectionColumn, type Column, type Frame } from "./frame.ts";
import { ListColumn } from "./list-column.ts";
import { NumberColumn } from "./number-column.ts";
import { ObjectReader, type ValueWriter } from "./object-reader.ts";
import { TextColumn } from "./text-column.ts";

export interface Making {
	readonly zone: TimeZone;
	/** One for each field, put here in the catalogue's order. */
	readonly counters: FieldCounter[];
	readonly maxDistinctTexts: number;
}

/** Appends rows to a frame. */
export class FrameWriter {
	private readonly frame: Frame;
	private readonly writers: readonly ColumnWriter[];
	private readonly reader: ObjectReader;

	/** Gives the frame a column for each field. */
	constructor(frame: Frame, fields: readonly Field[], prefix: string, making: Making) {
		this.frame = frame;
		this.writers = fields.map((field) => {
			const counter = new FieldCounter(`${prefix}${field.name}`, field);
			making.counters.push(counter);
			const writer = columnWriter(field, counter, making);
			frame.members.set(field.name, { field, column: writer.column, parts: new Map() });
			return writer;
		});
		this.reader = new ObjectReader(fields.map(({ path }, index) => ({ path, writer: this.writers[index] as ColumnWriter })));
	}

	append(from: object): void {
		this.reader.append(from);
		this.frame.length++;
	}

	/** Of no object at all: nothing is read, so nothing is counted. */
	appendMissing(): void {
		for (const writer of this.writers) writer.writeMissing();
		this.frame.length++;
	}
}

interface ColumnWriter extends ValueWriter {
	readonly column: Column;
	/** Counts nothing. */
	writeMissing(): void;
}

function columnWriter(field: Field, counter: FieldCounter, making: Making): ColumnWriter {
	switch (field.type) {
		case "text":
			return new TextWriter(counter, making);
		case "number":
			return new (field.decimals === undefined ? PlainNumberWriter : NumberWriter)(field, counter, making);
		case "date":
			return new NumberWriter(field, counter, making);
		case "datetime":
			return new DatetimeWriter(field, counter, making);
		case "boolean":
			return new BooleanWriter(counter);
		case "list":
			return new ListWriter(field, counter, making);
		case "collection":
			return new CollectionWriter(field, counter, making);
	}
}

/** Dates, and numbers with decimals. */
class NumberWriter implements ColumnWriter {
	readonly column: NumberColumn = new NumberColumn();
	protected readonly counter: FieldCounter;
	private readonly read: ScalarReader;

	constructor(field: ScalarField, counter: FieldCounter, { zone }: Making) {
		this.counter = counter;
		this.read = scalarFieldReader(field, zone);
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const value = this.read(raw) as number | undefined;
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};

	writeMissing(): void {
		this.column.push(undefined);
	}
}

// These two call their reader by name: then no number is boxed on the way.

class PlainNumberWriter extends NumberWriter {
	override readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const value = readNumber(raw);
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};
}

class DatetimeWriter extends NumberWriter {
	override readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const value = readDatetime(raw);
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};
}

class BooleanWriter implements ColumnWriter {
	readonly column: BooleanColumn = new BooleanColumn();
	private readonly counter: FieldCounter;

	constructor(counter: FieldCounter) {
		this.counter = counter;
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const value = readBoolean(raw);
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};

	writeMissing(): void {
		this.column.push(undefined);
	}
}

class TextWriter implements ColumnWriter {
	readonly column: TextColumn;
	private readonly counter: FieldCounter;

	constructor(counter: FieldCounter, { maxDistinctTexts }: Making) {
		this.column = new TextColumn(maxDistinctTexts);
		this.counter = counter;
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		// A text that is in the dictionary has been found usable before.
		if (this.column.pushKnown(raw)) return;
		const value = readText(raw);
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};

	writeMissing(): void {
		this.column.push(undefined);
	}
}

class ListWriter implements ColumnWriter {
	readonly column: ListColumn;
	private readonly counter: FieldCounter;
	private readonly read: ScalarReader;

	constructor({ items }: ListField, counter: FieldCounter, { zone }: Making) {
		this.column = new ListColumn(items);
		this.counter = counter;
		this.read = scalarReader(items, zone);
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const isList = Array.isArray(raw);
		if (isList) this.writeItems(raw);
		else this.counter.without(raw);
		this.column.endRow(isList);
	};

	writeMissing(): void {
		this.column.endRow(false);
	}

	private writeItems(list: readonly unknown[]): void {
		const { items } = this.column;
		for (const item of list) {
			if (!(items instanceof NumberColumn) && items.pushKnown(item)) continue;
			const value = this.read(item);
			if (value === undefined) this.counter.dropped(item);
			else items.push(value as never);
		}
	}
}

class CollectionWriter implements ColumnWriter {
	readonly column: CollectionColumn = new CollectionColumn();
	private readonly counter: FieldCounter;
	private readonly elements: FrameWriter;

	constructor(field: CollectionField, counter: FieldCounter, making: Making) {
		this.counter = counter;
		this.elements = new FrameWriter(this.column.elements, field.fields, `${counter.name}.`, making);
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		const isList = Array.isArray(raw);
		if (isList) this.writeElements(raw);
		else this.counter.without(raw);
		this.column.endRow(isList);
	};

	writeMissing(): void {
		this.column.endRow(false);
	}

	private writeElements(list: readonly unknown[]): void {
		for (const element of list) {
			if (typeof element === "object" && element !== null && !Array.isArray(element)) this.elements.append(element);
			else this.counter.dropped(element);
		}
	}
}
