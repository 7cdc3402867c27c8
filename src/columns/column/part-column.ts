// A derived part of a column, such as the local day of a datetime: computed when a condition first asks for it, kept, and continued when the
// table has grown. What a part is, is said in src/fields/part-reader.ts.
import type { PartReader } from "../../fields/part-reader.ts";
import { NumberColumn } from "./number-column.ts";
import { PlainText } from "./plain-text.ts";
import { TextColumn } from "./text-column.ts";

interface Base {
	at(row: number): unknown;
}

export class PartColumn {
	readonly values: NumberColumn | PlainText;
	private readonly base: Base;
	private readonly derive: PartReader;

	constructor(base: Base, derive: PartReader, type: "number" | "text") {
		this.values = type === "number" ? new NumberColumn() : new PlainText();
		this.base = base;
		this.derive = derive;
	}

	/** Makes sure that the rows before `row` are there. */
	extend(row: number): void {
		const { values, base, derive } = this;
		if (values.length === 0 && values instanceof PlainText && base instanceof TextColumn && base.plain) {
			// Nearly every text is as long folded as it is.
			values.reserve(base.length, Math.ceil(base.plain.utf8.length * 1.05));
		}
		while (values.length < row) {
			const value = base.at(values.length);
			values.push((value === undefined ? undefined : derive(value as never)) as never);
		}
	}
}
