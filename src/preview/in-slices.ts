// Steps with pauses between them, so that whoever shares the thread (a page's frames, a worker's messages) gets its turn. The clock and the
// pause are the host's.
import type { Steps } from "../columns/steps.ts";

export interface Slicing {
	/**
	 * Longest work between two pauses, in milliseconds; default 3, so that with what nobody foresees, a first step that is not compiled yet or the
	 * host collecting garbage, it stays under 8: half a frame at 60 a second.
	 */
	readonly budgetMs?: number | undefined;
	/** Milliseconds from any moment on: `() => performance.now()`. */
	readonly now: () => number;
	/** Resolves when work may go on: `() => scheduler.yield()`, or after a message to oneself. */
	readonly pause: () => Promise<unknown>;
	/** Asked before every step. */
	readonly isCancelled?: (() => boolean) | undefined;
}

export type Outcome<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "cancelled" };

/** Steps are about as long as the one before, but not quite: the next is reckoned with twice its time. */
const margin = 2;

/**
 * Runs the steps to the end, or until it is cancelled. It pauses before a step that would go over the budget if it took twice as long as the
 * step before it, so only a step that is longer than that can go over. Rejects with what a step throws.
 */
export async function inSlices<T>(steps: Steps<T>, { budgetMs = 3, now, pause, isCancelled }: Slicing): Promise<Outcome<T>> {
	let began = now();
	let before = began;
	for (;;) {
		if (isCancelled?.()) {
			// Lets the steps keep what they have.
			steps.return(undefined as T);
			return { kind: "cancelled" };
		}
		const step = steps.next();
		if (step.done) return { kind: "done", value: step.value };
		const after = now();
		const lastStep = after - before;
		before = after;
		if (after - began + margin * lastStep <= budgetMs) continue;
		await pause();
		began = now();
		before = began;
	}
}
