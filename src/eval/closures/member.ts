// Membership: `in` over a list of constants, over a list or a text that is data, and over anything else.
import { isScalar } from "./call.ts";
import type { ValueTest } from "./data.ts";

/** From this many constants on, a set is faster than looking through the list. */
const setFrom = 8;

/** Whether a value is in a list that never changes. Strict equality: NaN is in no list, and -0 is 0. */
export function memberTest(list: readonly unknown[]): ValueTest {
	const [first, second, third] = list;
	if (list.length === 1) return (value) => value === first;
	if (list.length === 2) return (value) => value === first || value === second;
	if (list.length === 3) return (value) => value === first || value === second || value === third;
	if (list.length >= setFrom && list.every(isScalar)) {
		const set = new Set<unknown>(list.filter((item) => !Number.isNaN(item)));
		return (value) => set.has(value);
	}
	return (value) => list.indexOf(value) !== -1;
}

/** What `{"in": [item, haystack]}` answers: an element of a list, a part of a text, or whatever the data's own `indexOf` says. */
export function contains(item: unknown, haystack: unknown): boolean {
	if (!haystack || typeof (haystack as readonly unknown[]).indexOf === "undefined") return false;
	return (haystack as readonly unknown[]).indexOf(item) !== -1;
}
