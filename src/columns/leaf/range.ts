// Every comparison of a number with a constant as a closed range: between two doubles there is a next one.
import type { CompareOperator } from "../plan.ts";

export interface Range {
	/** Both included; -Infinity and Infinity where there is no bound. */
	readonly low: number;
	readonly high: number;
}

export const everything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function rangeOf(operator: CompareOperator, constant: number): Range {
	switch (operator) {
		case "=":
			return { low: constant, high: constant };
		case "<":
			return { ...everything, high: -nextUp(-constant) };
		case "<=":
			return { ...everything, high: constant };
		case ">":
			return { ...everything, low: nextUp(constant) };
		case ">=":
			return { ...everything, low: constant };
	}
}

export const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The smallest double greater than a finite one. */
function nextUp(value: number): number {
	if (value === 0) return Number.MIN_VALUE;
	const double = new Float64Array([value]);
	const bits = new BigInt64Array(double.buffer);
	// The bits of doubles of one sign are in the order of their magnitudes.
	bits[0] = (bits[0] as bigint) + (value > 0 ? 1n : -1n);
	return double[0] as number;
}
