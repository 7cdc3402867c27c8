// Where profiles come from, as the host says it and as it travels to the worker.

export type ProfileSource = IterableSource;

/** Profiles that the host has at hand or fetches in its own way. It is asked for more only as fast as they are written. */
export interface IterableSource {
	readonly kind: "iterable";
	/** One profile at a time, each JSON. When the refresh ends early, its `return()` is called. */
	readonly profiles: AsyncIterable<unknown> | Iterable<unknown>;
}

/** An iterable stays on the page, which sends what comes out of it. */
export type SentSource = { readonly kind: "iterable" };

export const sentSource = ({ kind }: ProfileSource): SentSource => ({ kind });
