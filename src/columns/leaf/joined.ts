// The answers of several tests brought together, a stretch at a time.
import { wordsFor } from "../bitmap.ts";
import { andInto, orInto } from "../kernels/words.ts";
import { integerScratch, type Test } from "./test.ts";

export const constantTest = (value: boolean): Test => ({
	run: ({ from, to }, bits, word) => void bits.fill(value ? -1 : 0, word, word + wordsFor(to - from)),
});

/** True where there are none. */
export const allOf = (tests: readonly Test[]): Test => joined(tests, andInto);

/** False where there are none. */
export const anyOf = (tests: readonly Test[]): Test => joined(tests, orInto);

function joined(tests: readonly Test[], into: typeof andInto): Test {
	const [first = constantTest(into === andInto), ...others] = tests;
	const room = integerScratch();
	return {
		run(stretch, bits, word) {
			first.run(stretch, bits, word);
			const words = wordsFor(stretch.to - stretch.from);
			for (const other of others) {
				const more = room(words);
				other.run(stretch, more, 0);
				into(bits, word, more, words);
			}
		},
	};
}
