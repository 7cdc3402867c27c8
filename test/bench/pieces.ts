// How long a record takes where two threads are compared that work for very different times: what else the machine does interrupts long
// batches often and short ones seldom. So both are timed in pieces of some 40 µs, and the middle of many pieces counts.
import { quantile } from "./interleave.ts";

export interface Pieces {
	readonly count: number;
	/** Records in each. */
	readonly size: number;
}

/**
 * Nanoseconds a record. The records are read once before, because other threads have had the caches meanwhile, and come in a new order each
 * time: over a few thousand records that always come in the same order a processor learns all that one rule answers, and runs it three
 * times as fast as over records that it has not seen.
 */
export function timePerRecord(batch: (records: readonly unknown[]) => number, records: unknown[], { count, size }: Pieces): number {
	batch(records);
	const times: number[] = [];
	for (let from = records.length; times.length < count; from += size) {
		if (from + size > records.length) {
			shuffle(records);
			from = 0;
		}
		const piece = records.slice(from, from + size);
		const started = performance.now();
		batch(piece);
		times.push(performance.now() - started);
	}
	return (quantile(times, 0.5) * 1e6) / size;
}

function shuffle(records: unknown[]): void {
	for (let last = records.length - 1; last > 0; last--) {
		const other = Math.floor(Math.random() * (last + 1));
		[records[last], records[other]] = [records[other], records[last]];
	}
}
