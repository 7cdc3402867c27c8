// Profiles to columns: each value is read as records read it (src/fields/scalar-reader.ts), counted as they count it, and appended to its
// column. There is a class a kind of column, so that what reads a value and what stores it can become one piece of machine code.
import type { Field, ListField, ScalarField } from "../../fields/field.ts";
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
import type { BooleanColumn } from "./boolean-column.ts";
import type { CollectionColumn, Frame, Member } from "./frame.ts";
import type { ListColumn } from "./list-column.ts";
import { NumberColumn } from "./number-column.ts";
import { ObjectReader, type ValueWriter } from "./object-reader.ts";
import type { TextColumn } from "./text-column.ts";

export interface Making {
	readonly zone: TimeZone;
	/** One for each field, put here in the catalogue's order. */
	readonly counters: FieldCounter[];
}

/** Appends rows to a frame. */
export class FrameWriter {
	private readonly frame: Frame;
	private readonly writers: readonly ColumnWriter[];
	private readonly reader: ObjectReader;

	constructor(frame: Frame, prefix: string, making: Making) {
		this.frame = frame;
		const members = [...frame.members.values()];
		this.writers = members.map((member) => columnWriter(member, `${prefix}${member.field.name}`, making));
		this.reader = new ObjectReader(members.map(({ field: { path } }, index) => ({ path, writer: this.writers[index] as ColumnWriter })));
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
	/** Counts nothing. */
	writeMissing(): void;
}

/** A column is always of its field's type: src/columns/column/make-column.ts. */
function columnWriter({ field, column }: Member, fullName: string, making: Making): ColumnWriter {
	const counter = new FieldCounter(fullName, field);
	making.counters.push(counter);
	switch (column.kind) {
		case "text":
			return new TextWriter(column, counter);
		case "number": {
			const Writer = field.type === "datetime" ? DatetimeWriter : isPlainNumber(field) ? PlainNumberWriter : NumberWriter;
			return new Writer(column, counter, scalarFieldReader(field as ScalarField, making.zone));
		}
		case "boolean":
			return new BooleanWriter(column, counter);
		case "list":
			return new ListWriter(column, counter, scalarReader((field as ListField).items, making.zone));
		case "collection":
			return new CollectionWriter(column, counter, making);
	}
}

const isPlainNumber = (field: Field): boolean => field.type === "number" && field.decimals === undefined;

/** Dates, and numbers with decimals. */
class NumberWriter implements ColumnWriter {
	protected readonly column: NumberColumn;
	protected readonly counter: FieldCounter;
	private readonly read: ScalarReader;

	constructor(column: NumberColumn, counter: FieldCounter, read: ScalarReader) {
		this.column = column;
		this.counter = counter;
		this.read = read;
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
	private readonly column: BooleanColumn;
	private readonly counter: FieldCounter;

	constructor(column: BooleanColumn, counter: FieldCounter) {
		this.column = column;
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
	private readonly column: TextColumn;
	private readonly counter: FieldCounter;

	constructor(column: TextColumn, counter: FieldCounter) {
		this.column = column;
		this.counter = counter;
	}

	readonly write = (raw: unknown): void => {
		this.counter.seen++;
		if (this.column.pushUsable(raw)) return;
		const value = readText(raw);
		if (value === undefined) this.counter.without(raw);
		this.column.push(value);
	};

	writeMissing(): void {
		this.column.push(undefined);
	}
}

class ListWriter implements ColumnWriter {
	private readonly column: ListColumn;
	private readonly counter: FieldCounter;
	private readonly read: ScalarReader;

	constructor(column: ListColumn, counter: FieldCounter, read: ScalarReader) {
		this.column = column;
		this.counter = counter;
		this.read = read;
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
	private readonly column: CollectionColumn;
	private readonly counter: FieldCounter;
	private readonly elements: FrameWriter;

	constructor(column: CollectionColumn, counter: FieldCounter, making: Making) {
		this.column = column;
		this.counter = counter;
		this.elements = new FrameWriter(column.elements, `${counter.name}.`, making);
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
