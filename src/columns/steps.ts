// Long work as steps: whoever shares the thread takes a turn between two of them. A loop over many entries becomes stretches.
import type { Steps } from "./run.ts";

/** Entries of arrays between two pauses: with 8 bytes each, what a processor copies in under a millisecond. */
export const defaultStretch = 2 ** 18;

/** The result of all steps, made at once: where nobody waits for a frame. */
export function toEnd<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Work on the entries from 0 to `length`, a stretch a step. */
export function* inStretches(length: number, work: (from: number, to: number) => void, stretch: number = defaultStretch): Steps<void> {
	for (let from = 0; from < length; from += stretch) {
		work(from, Math.min(from + stretch, length));
		yield;
	}
}
