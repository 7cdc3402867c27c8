// Long work as steps: whoever shares the thread takes a turn between two of them. A loop over many entries becomes stretches.

/** Work in steps of a few milliseconds: a pause after each, and the result at the end. */
export type Steps<T> = Generator<undefined, T>;

/** Entries of arrays between two pauses: with 8 bytes each, what a processor copies in under a millisecond. */
export const defaultStretch = 2 ** 18;

/** The result of all steps, made at once: where nobody waits for a frame. */
export function toEnd<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/**
 * The entries from 0 to `length`, cut into stretches: `for (const { from, to } of stretches(length)) { …; yield; }`. A loop over the entries
 * stands in the generator itself, has a generator of its own, and goes over a view of the stretch. Measured in V8: a loop in a function is put
 * into the generator that calls it, and not compiled any further, so that it stays four times slower; over a view, with an index that is kept
 * to 32 bits, it is fast from the second stretch on.
 */
export function* stretches(length: number, most: number = defaultStretch): Generator<Stretch, void> {
	for (let from = 0; from < length; from += most) yield { from, to: Math.min(from + most, length) };
}

/** Entries of a piece: few enough that many pieces come, and many enough that calling costs nothing. A multiple of four: see checksum.ts. */
const pieceLength = 2 ** 11;

/**
 * Calls `work` with one piece of the entries from 0 to `length` after the other. What is called anew runs compiled as soon as it is, while a loop that
 * has begun waits to be replaced, which is most of what a page's first count takes: measured in V8, a third of the time.
 */
export function pieces(length: number, work: (from: number, to: number) => void): void {
	for (let from = 0; from < length; from += pieceLength) work(from, Math.min(from + pieceLength, length));
}
