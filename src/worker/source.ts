// Where profiles come from, as it travels to the worker: all but a host's iterable is plain data.
import type { IterableSource, ProfileSource } from "../store/sources/source.ts";

/** An iterable stays on the page, which sends what comes out of it. */
export type SentSource = Exclude<ProfileSource, IterableSource> | { readonly kind: "iterable" };

export const sentSource = (source: ProfileSource): SentSource => (source.kind === "iterable" ? { kind: "iterable" } : source);

/** A generator gives its profiles once; an array, or an object that makes an iterator each time, as often as it is asked, and so do all others. */
export function canBeAskedAgain(source: ProfileSource): boolean {
	return source.kind !== "iterable" || !("next" in source.profiles && typeof source.profiles.next === "function");
}
