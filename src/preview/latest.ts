// One question at a time: a newer one takes the place of an older one, which keeps what it has found out.
import type { Steps } from "../columns/steps.ts";
import { inSlices, type Outcome, type Slicing } from "./in-slices.ts";

export type Ask = <T>(steps: Steps<T>) => Promise<Outcome<T>>;

/**
 * A function that runs steps in slices and cancels those it was given before, at once, so that their answers so far are there for the new
 * ones. One that is cancelled resolves as such after its pause.
 *
 *     const ask = latestWins({ now, pause });
 *     editor.oninput = async () => {
 *         const outcome = await ask(preview(table, plan));
 *         if (outcome.kind === "done") show(outcome.value);
 *     };
 */
export function latestWins(slicing: Omit<Slicing, "isCancelled">): Ask {
	let latest: Steps<unknown> | undefined;
	return async (steps) => {
		latest?.return(undefined);
		latest = steps;
		try {
			return await inSlices(steps, { ...slicing, isCancelled: () => latest !== steps });
		} finally {
			if (latest === steps) latest = undefined;
		}
	};
}
