// What tells a URL's answer from any other: the address in full, what is sent along, and what of the answer is left out. Only a source that is
// known as the same may say that nothing has changed.
import { httpUrl } from "./address.ts";
import type { UrlSource } from "./source.ts";
import { type SourceOptions, sourceLimits } from "./source-options.ts";

/** A text to be hashed: it holds the source's headers. */
export function knownAs(source: UrlSource, { baseUrl = globalThis.location?.href, limits }: SourceOptions): string {
	const { maxLineBytes } = sourceLimits(limits);
	return JSON.stringify({ ...source, url: httpUrl(source.url, baseUrl) ?? source.url, maxLineBytes });
}
