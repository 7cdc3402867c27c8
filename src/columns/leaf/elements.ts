// From tests of elements, or of a list's items, to tests of the rows that own them.
import type { Offsets } from "../column/list-column.ts";
import { countElements, countOwned } from "../kernels/elements.ts";
import { wordsFor } from "../bitmap.ts";
import { doubleScratch, integerScratch, type Numbers, type Stretch, type Test } from "./test.ts";
import { numbersInRange } from "./number-tests.ts";

/** The elements of a stretch of rows; it can begin with some of the row before, so that it begins with a word. */
export function elementsOf(offsets: Offsets, { from, to }: Stretch): Stretch {
	return { from: (offsets.values[from] as number) & ~31, to: offsets.values[to] as number };
}

export interface ElementBits {
	/** The answers for the elements of a stretch of rows, its first bit that of element `base`; true until the next call. */
	read(rows: Stretch): { readonly bits: Int32Array; readonly base: number };
}

export function elementBits(offsets: Offsets, test: Test): ElementBits {
	const room = integerScratch();
	return {
		read(rows) {
			const elements = elementsOf(offsets, rows);
			// One word more: where the last row ends, counting looks at the word that follows.
			const bits = room(wordsFor(elements.to - elements.from) + 1);
			test.run(elements, bits, 0);
			return { bits, base: elements.from };
		},
	};
}

/** How many elements each row has; with a test, how many that pass it. */
export function elementCounts(offsets: Offsets, test?: Test): Numbers {
	const room = doubleScratch();
	const passing = test && elementBits(offsets, test);
	return {
		read(rows) {
			const counts = room(rows.to - rows.from);
			if (!passing) countElements(offsets.values, rows.from, rows.to, counts);
			else {
				const { bits, base } = passing.read(rows);
				countOwned(offsets.values, rows.from, rows.to, bits, base, counts);
			}
			return counts;
		},
	};
}

export const someElement = (offsets: Offsets, test: Test): Test =>
	numbersInRange(elementCounts(offsets, test), { low: 1, high: Number.POSITIVE_INFINITY });

export const noElements = (offsets: Offsets): Test => numbersInRange(elementCounts(offsets), { low: 0, high: 0 });
