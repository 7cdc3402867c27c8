// The first or the last element by a field: the answer is that of one element a row.
import { hasBit } from "../bitmap.ts";
import type { Offsets } from "../column/list-column.ts";
import { elementBits, elementsOf } from "./elements.ts";
import type { Numbers, Test } from "./test.ts";

/** Elements without a value in `by` never are; of equal ones `first` takes the earlier, `last` the later. */
export function edgeTest(which: "first" | "last", offsets: Offsets, by: Numbers, where: Test): Test {
	const passing = elementBits(offsets, where);
	const best = which === "first" ? firstOf : lastOf;
	return {
		run(rows, bits, word) {
			const elements = elementsOf(offsets, rows);
			const values = by.read(elements);
			const answers = passing.read(rows).bits;
			for (let row = rows.from, to = word; row < rows.to; to++) {
				let made = 0;
				for (let bit = 0; bit < 32 && row < rows.to; bit++, row++) {
					const from = (offsets.values[row] as number) - elements.from;
					const edge = best(values, from, (offsets.values[row + 1] as number) - elements.from);
					if (edge >= 0 && hasBit(answers, edge)) made |= 1 << bit;
				}
				bits[to] = made;
			}
		},
	};
}

/** -1 where no element has a value. */
function firstOf(values: Float64Array, from: number, to: number): number {
	let best = -1;
	for (let index = from; index < to; index++) {
		const value = values[index] as number;
		if (best < 0 ? !Number.isNaN(value) : value < (values[best] as number)) best = index;
	}
	return best;
}

function lastOf(values: Float64Array, from: number, to: number): number {
	let best = -1;
	for (let index = from; index < to; index++) {
		const value = values[index] as number;
		if (best < 0 ? !Number.isNaN(value) : value >= (values[best] as number)) best = index;
	}
	return best;
}
