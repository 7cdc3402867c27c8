// How long a record takes where two threads are compared that work for very different times: what else the machine does interrupts long
// batches often and short ones seldom. So both are timed in pieces of some 40 µs, and the middle of all pieces counts.
import { quantile } from "./interleave.ts";

/**
 * The records in groups of `size`. To run over a few thousand records again and again says little: a processor learns what one rule answers
 * to each of them, and is then three times as fast as over others. With groups that take turns it has forgotten them in the meantime.
 */
export function groupsOf<Item>(records: readonly Item[], size: number): readonly (readonly Item[])[] {
	return Array.from({ length: records.length / size }, (_, group) => records.slice(group * size, (group + 1) * size));
}

/** Nanoseconds a record. Each group is run once before it is timed, because another thread has had the caches meanwhile. */
export function timePerRecord<Item>(
	batch: (records: readonly Item[]) => number,
	groups: readonly (readonly Item[])[],
	size: number,
): number {
	const times: number[] = [];
	for (const group of groups) {
		const pieces = groupsOf(group, size);
		batch(group);
		for (const piece of pieces) {
			const started = performance.now();
			batch(piece);
			times.push(performance.now() - started);
		}
	}
	return (quantile(times, 0.5) * 1e6) / size;
}
