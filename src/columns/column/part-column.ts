// A derived part of a column in numbers, such as the local day of a datetime: computed when a condition first asks for it, kept, and continued
// when the table has grown. What a part is, is said in src/fields/part-reader.ts; folded texts have a file of their own.
import type { PartReader } from "../../fields/part-reader.ts";
import { NumberColumn } from "./number-column.ts";

interface Base {
	at(row: number): unknown;
}

export class PartColumn {
	readonly values: NumberColumn = new NumberColumn();
	private readonly base: Base;
	private readonly derive: PartReader;

	constructor(base: Base, derive: PartReader) {
		this.base = base;
		this.derive = derive;
	}

	get length(): number {
		return this.values.length;
	}

	/** Makes sure that the rows before `row` are there. */
	extend(row: number): true {
		const { values, base, derive } = this;
		while (values.length < row) {
			const value = base.at(values.length);
			values.push(value === undefined ? undefined : (derive(value as never) as number | undefined));
		}
		return true;
	}
}
