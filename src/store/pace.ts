// Long work on a thread that others need: it stops now and then, so that keys, clicks, paint, messages and the host's own timers get their turn.
import type { Steps } from "../columns/steps.ts";
import { nextTask } from "../platform/next-task.ts";

export interface Pace {
	/** Waits for a later task when the work since the last wait has taken its time; else goes on at once. */
	breathe(): Promise<void> | undefined;
}

export interface PaceOptions {
	/** Longest work between two waits, in milliseconds; default 8, so that a frame still fits. A worker may take longer. */
	readonly sliceMs?: number;
}

export function pace({ sliceMs = 8 }: PaceOptions = {}): Pace {
	let sliceEnd = performance.now() + sliceMs;
	const wait = async (): Promise<void> => {
		await nextTask();
		sliceEnd = performance.now() + sliceMs;
	};
	return { breathe: () => (performance.now() < sliceEnd ? undefined : wait()) };
}

/** Steps to their end, with pauses. */
export async function paced<T>(pace: Pace, steps: Steps<T>): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await pace.breathe();
	}
}
