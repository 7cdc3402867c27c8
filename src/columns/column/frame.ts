// Columns of one length: those of all profiles, or those of all elements of a collection.
import type { Field } from "../../fields/field.ts";
import { nestedWriter } from "../../fields/nested-value.ts";
import type { BooleanColumn } from "./boolean-column.ts";
import { Offsets } from "./list-column.ts";
import type { FoldedText } from "./folded-text.ts";
import type { ListColumn } from "./list-column.ts";
import type { NumberColumn } from "./number-column.ts";
import type { PartColumn } from "./part-column.ts";
import type { TextColumn } from "./text-column.ts";

export type Column = NumberColumn | BooleanColumn | TextColumn | ListColumn | CollectionColumn;

/** A field's column, and the columns of its derived parts, made when a condition first asks for them. */
export interface Member {
	readonly field: Field;
	readonly column: Column;
	readonly parts: Map<string, PartColumn>;
	/** Of a plain column of text. */
	folded?: FoldedText;
}

export class Frame {
	length = 0;
	readonly members: Map<string, Member> = new Map();

	/** One row as plain data under the fields' names, dotted names nested, without what is missing. */
	recordAt(row: number): Record<string, unknown> {
		const record: Record<string, unknown> = {};
		for (const [name, { column }] of this.members) {
			const value = column.at(row);
			if (value !== undefined) nestedWriter(name)(record, value);
		}
		return record;
	}

	/** Of the arrays; dictionaries and derived parts are not counted. */
	get bytes(): number {
		return [...this.members.values()].reduce((sum, { column }) => sum + column.bytes, 0);
	}

	trim(): void {
		for (const { column } of this.members.values()) column.trim();
	}
}

/** Lists of objects: where each row's elements begin, and a frame with the elements of all rows one after the other. */
export class CollectionColumn {
	readonly kind = "collection";
	readonly offsets: Offsets = new Offsets();
	readonly elements: Frame = new Frame();

	get length(): number {
		return this.offsets.length;
	}

	/** Ends the row whose elements have been appended. */
	endRow(isPresent: boolean): void {
		this.offsets.push(isPresent, this.elements.length);
	}

	at(row: number): readonly Record<string, unknown>[] | undefined {
		if (!this.offsets.present.has(row)) return undefined;
		const [from = 0, to = 0] = this.offsets.values.subarray(row, row + 2);
		return Array.from({ length: to - from }, (_, index) => this.elements.recordAt(from + index));
	}

	get bytes(): number {
		return this.offsets.bytes + this.elements.bytes;
	}

	trim(): void {
		this.offsets.trim();
		this.elements.trim();
	}
}
