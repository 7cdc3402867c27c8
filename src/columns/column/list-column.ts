// Lists of text or numbers: where each row's items begin, and the items of all rows one after the other.
import { CodedText } from "./coded-text.ts";
import { grownIntegers, trimmed } from "./growing.ts";
import { ItemIndex } from "./item-index.ts";
import { NumberColumn } from "./number-column.ts";
import { RowBits } from "./row-bits.ts";

/** Which rows of a longer table belong to a row: those from `offsets[row]` to `offsets[row + 1]`. A missing row has none. */
export class Offsets {
	values: Int32Array = new Int32Array(1);
	readonly present: RowBits = new RowBits();

	get length(): number {
		return this.present.length;
	}

	/** `end` is where the row's items end. */
	push(isPresent: boolean, end: number): void {
		const row = this.length;
		if (row + 2 > this.values.length) this.values = grownIntegers(this.values, row + 2);
		this.values[row + 1] = end;
		this.present.push(isPresent);
	}

	get bytes(): number {
		return this.values.byteLength + this.present.words.byteLength;
	}

	trim(): void {
		this.values = trimmed(this.values, this.length + 1);
		this.present.trim();
	}
}

export class ListColumn {
	readonly kind = "list";
	readonly offsets: Offsets = new Offsets();
	readonly items: CodedText | NumberColumn;
	#index: ItemIndex | undefined;

	constructor(type: "text" | "number", items: CodedText | NumberColumn = type === "text" ? new CodedText() : new NumberColumn()) {
		this.items = items;
	}

	/** Of lists of text. */
	get index(): ItemIndex | undefined {
		if (this.items instanceof CodedText) this.#index ??= new ItemIndex(this.offsets, this.items);
		return this.#index;
	}

	get length(): number {
		return this.offsets.length;
	}

	/** Ends the row whose items have been pushed. */
	endRow(isPresent: boolean): void {
		this.offsets.push(isPresent, this.items.length);
	}

	at(row: number): readonly (string | number)[] | undefined {
		if (!this.offsets.present.has(row)) return undefined;
		const [from = 0, to = 0] = this.offsets.values.subarray(row, row + 2);
		return Array.from({ length: to - from }, (_, index) => this.items.at(from + index) as string | number);
	}

	get bytes(): number {
		return this.offsets.bytes + this.items.bytes + (this.#index?.bytes ?? 0);
	}

	trim(): void {
		this.offsets.trim();
		this.items.trim();
	}
}
