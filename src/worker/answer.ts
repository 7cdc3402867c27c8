// What comes back from a question about the kept profiles.
import type { PlanProblem } from "../columns/plan-problems.ts";
import type { Kept } from "../store/freshness.ts";

export type Answer<Value> =
	/** `freshness` is that of the profiles which the answer is about: others may be there by now. */
	| { readonly kind: "done"; readonly value: Value; readonly freshness: Kept }
	/** By its signal, or by a later question that took its place. */
	| { readonly kind: "cancelled" }
	/** Conditions that these profiles cannot answer, such as about a field that is left out of what is kept. */
	| { readonly kind: "problems"; readonly problems: readonly PlanProblem[]; readonly freshness: Kept }
	/** No profiles are kept. */
	| { readonly kind: "nothing" };
