// Tests of numbers, dates, datetimes and booleans against constants: straight from a column where there is one.
import { missingInteger, type NumberColumn } from "../column/number-column.ts";
import type { RowBits } from "../column/row-bits.ts";
import { doublesAtLeast, doublesWithin, integersAtLeast, integersWithin } from "../kernels/kernels.generated.ts";
import { andNotInto } from "../kernels/words.ts";
import type { Constant } from "../../check/checked.ts";
import { wordsFor } from "../bitmap.ts";
import type { PlanValue } from "../plan.ts";
import { anyOf } from "./joined.ts";
import { prepareNumbers } from "./numbers.ts";
import type { Range } from "./range.ts";
import { numberColumn, type Scope } from "./scope.ts";
import type { Numbers, Stretch, Test } from "./test.ts";

const largestInteger = 2 ** 31 - 1;

/** Whether the value is there and within the range. */
export function rangeTest(value: PlanValue, range: Range, scope: Scope): Test {
	const own = value.kind === "field" && ownField(value, scope) ? numberColumn(value, scope) : undefined;
	if (!own) return numbersInRange(prepareNumbers(value, scope), range);
	return {
		run(stretch, bits, word) {
			own.extend(stretch.to);
			columnInRange(own.column, range, stretch, bits, word);
		},
	};
}

export const ownField = (field: { readonly scope: "profile" | "element" }, scope: Scope): boolean =>
	field.scope === "element" || scope.owner === undefined;

export function numbersInRange(numbers: Numbers, range: Range): Test {
	return { run: (stretch, bits, word) => doublesInRange(numbers.read(stretch), 0, stretch.to - stretch.from, range, bits, word) };
}

export function columnInRange(
	{ integers, doubles }: NumberColumn,
	range: Range,
	{ from, to }: Stretch,
	bits: Int32Array,
	word: number,
): void {
	if (doubles) {
		doublesInRange(doubles, from, to - from, range, bits, word);
		return;
	}
	const least = Math.max(Math.ceil(range.low), missingInteger + 1);
	const most = Math.min(Math.floor(range.high), largestInteger);
	if (!integers || least > most) bits.fill(0, word, word + wordsFor(to - from));
	else if (most === largestInteger) integersAtLeast(integers, from, to - from, least, bits, word);
	else integersWithin(integers, from, to - from, least, most, bits, word);
}

function doublesInRange(values: Float64Array, at: number, count: number, { low, high }: Range, bits: Int32Array, word: number): void {
	if (high === Number.POSITIVE_INFINITY) doublesAtLeast(values, at, count, low, bits, word);
	else doublesWithin(values, at, count, low, high, bits, word);
}

/** More values than this are looked up in a set. */
const fewItems = 6;

/** Whether the value is one of some numbers. */
export function numberInTest(value: PlanValue, items: readonly Constant[], scope: Scope): Test {
	const numbers = items.map(Number);
	if (numbers.length <= fewItems) return anyOf(numbers.map((item) => rangeTest(value, { low: item, high: item }, scope)));
	return numbersInSet(prepareNumbers(value, scope), new Set(numbers));
}

export function numbersInSet(numbers: Numbers, items: ReadonlySet<number>): Test {
	return {
		run(stretch, bits, word) {
			const values = numbers.read(stretch);
			const count = stretch.to - stretch.from;
			for (let index = 0, to = word; index < count; to++) {
				let made = 0;
				for (let bit = 0; bit < 32 && index < count; bit++) made |= +items.has(values[index++] as number) << bit;
				bits[to] = made;
			}
		},
	};
}

/** The rows that are set in `some`, or only those that are not set in `others` too. */
export function bitsTest(some: RowBits, others?: RowBits): Test {
	return {
		run({ from, to }, bits, word) {
			const words = wordsFor(to - from);
			const first = from >>> 5;
			bits.set(some.words.subarray(first, first + words), word);
			if (others) andNotInto(bits, word, others.words.subarray(first, first + words), words);
		},
	};
}
