// A source that has travelled, as batches of profiles: the one place that knows how each kind is read.
import type { Batch, SourceEnd } from "../store/replace-profiles.ts";
import type { Feed } from "./feed.ts";
import type { SentSource } from "./source.ts";

export interface OpenedSource {
	readonly batches: AsyncIterable<Batch>;
	/** 0 to 1, where the source knows. */
	readonly share?: () => number | undefined;
	readonly end?: () => SourceEnd;
	/** Which source this is, as a hash. */
	readonly source?: string;
}

export function openSource(source: SentSource, feed: Feed, signal: AbortSignal): OpenedSource {
	switch (source.kind) {
		case "iterable":
			return { batches: feed.batches(signal), end: () => ({ problems: feed.problems }) };
		default:
			throw new TypeError(`There is no source of the kind "${String((source as { readonly kind: unknown }).kind)}".`);
	}
}
