// Running without pauses: where nobody waits for a frame.
import type { Steps } from "../columns/run.ts";

/** The result of all steps, made at once. */
export function toEnd<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
