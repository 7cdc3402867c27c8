// Going through the values that a profile has: one of a text or number, the items of a list, those of all elements of its collections.
import type { CollectionColumn, Column } from "../columns/column/frame.ts";
import type { ListColumn } from "../columns/column/list-column.ts";
import { NumberColumn } from "../columns/column/number-column.ts";
import type { TextColumn } from "../columns/column/text-column.ts";
import type { Table } from "../columns/table.ts";

/** What values are told one by one of. */
export type ValueColumn = TextColumn | NumberColumn | ListColumn;

/** Where a field's values lie: in a column of the profiles, or of the elements of collections, from outside in. */
export interface ValuePlace {
	readonly collections: readonly CollectionColumn[];
	readonly column: Column;
}

/** Throws RangeError for a name that there is no collection or no column of. */
export function valuePlace(table: Table, field: string, within: readonly string[]): ValuePlace {
	const collections: CollectionColumn[] = [];
	let frame = table.frame;
	for (const name of within) {
		const column = frame.members.get(name)?.column;
		if (column?.kind !== "collection") throw new RangeError(`The table has no collection "${name}".`);
		collections.push(column);
		frame = column.elements;
	}
	const column = frame.members.get(field)?.column;
	if (!column) throw new RangeError(`The table has no column for "${[...within, field].join(".")}".`);
	return { collections, column };
}

type Meet = (value: string | number, row: number) => void;
/** `index` is a row, or an element of the innermost collection; returns whether it has a value at all. */
type MeetAt = (index: number, row: number) => boolean;

/** Calls `meet` with every value of a row, again and again for one that it has twice; returns whether it has any. */
export function rowMeeter(collections: readonly CollectionColumn[], column: ValueColumn, meet: Meet): (row: number) => boolean {
	const inner = column.kind === "list" ? itemMeeter(column, meet) : valueMeeter(column, meet);
	const whole = collections.reduceRight(elementMeeter, inner);
	return (row) => whole(row, row);
}

function valueMeeter(column: TextColumn | NumberColumn, meet: Meet): MeetAt {
	return (index, row) => {
		const value = column.at(index);
		if (value === undefined) return false;
		meet(value, row);
		return true;
	};
}

function itemMeeter({ offsets, items }: ListColumn, meet: Meet): MeetAt {
	const itemAt = items instanceof NumberColumn ? (item: number) => items.at(item) : (item: number) => items.at(item);
	return (index, row) => {
		if (!offsets.present.has(index)) return false;
		const end = offsets.values[index + 1] as number;
		for (let item = offsets.values[index] as number; item < end; item++) meet(itemAt(item) as string | number, row);
		return true;
	};
}

function elementMeeter(meetElement: MeetAt, { offsets }: CollectionColumn): MeetAt {
	return (index, row) => {
		if (!offsets.present.has(index)) return false;
		const end = offsets.values[index + 1] as number;
		let hasAny = false;
		for (let element = offsets.values[index] as number; element < end; element++) if (meetElement(element, row)) hasAny = true;
		return hasAny;
	};
}
