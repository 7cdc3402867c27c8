// Numbers, dates (`yyyymmdd`) and datetimes (epoch milliseconds): 32-bit integers as long as every value is one, else doubles.
import { grownDoubles, grownIntegers, trimmed } from "./growing.ts";

/** Stands for a missing value among integers; a column that holds it as a value is of doubles, where NaN is the missing one. */
export const missingInteger: number = -(2 ** 31);

export class NumberColumn {
	readonly kind = "number";
	/** Exactly one of the two is there. Only the first `length` values mean something. */
	integers: Int32Array | undefined = new Int32Array(0);
	doubles: Float64Array | undefined;
	length = 0;

	push(value: number | undefined): void {
		if (value !== undefined && this.integers && ((value | 0) !== value || value === missingInteger)) this.toDoubles();
		const row = this.length++;
		if (this.integers) {
			if (row === this.integers.length) this.integers = grownIntegers(this.integers, row + 1);
			this.integers[row] = value ?? missingInteger;
		} else if (this.doubles) {
			if (row === this.doubles.length) this.doubles = grownDoubles(this.doubles, row + 1);
			this.doubles[row] = value ?? Number.NaN;
		}
	}

	at(row: number): number | undefined {
		const value = (this.integers ?? this.doubles)?.[row] as number;
		return Number.isNaN(value) || (this.integers !== undefined && value === missingInteger) ? undefined : value;
	}

	get bytes(): number {
		return (this.integers ?? this.doubles)?.byteLength ?? 0;
	}

	trim(): void {
		this.integers = this.integers && trimmed(this.integers, this.length);
		this.doubles = this.doubles && trimmed(this.doubles, this.length);
	}

	private toDoubles(): void {
		const doubles = new Float64Array(this.integers?.length ?? 0);
		for (let row = 0; row < this.length; row++) doubles[row] = this.at(row) ?? Number.NaN;
		this.doubles = doubles;
		this.integers = undefined;
	}
}
