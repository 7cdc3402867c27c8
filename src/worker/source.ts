// Where profiles come from, as the host says it and as it travels to the worker.
import type { FileSource, IterableSource, PagesSource, ProfileSource, UrlSource } from "../store/sources/source.ts";

/** Read where the store is. */
export type PlainSource = UrlSource | PagesSource | FileSource;

/** An iterable stays on the page, which sends what comes out of it. */
export type SentSource = PlainSource | { readonly kind: "iterable" };

export const sentSource = (source: ProfileSource): SentSource => (source.kind === "iterable" ? { kind: "iterable" } : source);

/** A generator gives its profiles once; an array, or an object that makes an iterator each time, as often as it is asked, as all others do. */
export function canBeAskedAgain(source: ProfileSource): boolean {
	if (source.kind !== "iterable") return true;
	const { next } = source.profiles as IterableSource["profiles"] & { readonly next?: unknown };
	return typeof next !== "function";
}
