// True, false or missing: two bits a row.
import { RowBits } from "./row-bits.ts";

export class BooleanColumn {
	readonly kind = "boolean";
	readonly present: RowBits = new RowBits();
	/** Never set where the value is missing. */
	readonly isTrue: RowBits = new RowBits();

	get length(): number {
		return this.present.length;
	}

	push(value: boolean | undefined): void {
		this.present.push(value !== undefined);
		this.isTrue.push(value === true);
	}

	at(row: number): boolean | undefined {
		return this.present.has(row) ? this.isTrue.has(row) : undefined;
	}

	get bytes(): number {
		return this.present.words.byteLength + this.isTrue.words.byteLength;
	}

	trim(): void {
		this.present.trim();
		this.isTrue.trim();
	}
}
