// Where profiles come from, as the host says it and as it travels to the worker.

export type ProfileSource = IterableSource;

/** Profiles that the host has at hand or fetches in its own way. It is asked for more only as fast as they are written. */
export interface IterableSource {
	readonly kind: "iterable";
	/** One by one or in arrays, each JSON; what is no object is counted as a problem. When the refresh ends early, `return()` is called. */
	readonly profiles: AsyncIterable<unknown> | Iterable<unknown>;
}

/** An iterable stays on the page, which sends what comes out of it. */
export type SentSource = { readonly kind: "iterable" };

export const sentSource = ({ kind }: ProfileSource): SentSource => ({ kind });

/** A generator gives its profiles once; an array, or an object that makes an iterator each time, as often as it is asked. */
export function canBeAskedAgain({ profiles }: ProfileSource): boolean {
	const { next } = profiles as { readonly next?: unknown };
	return typeof next !== "function";
}
