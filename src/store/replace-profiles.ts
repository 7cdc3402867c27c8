// A full refresh: a new generation is written beside the present one, then the pointer moves. While there is nothing yet, what has come so far
// can be seen, and says of itself that it is partial.
import type { Utf8Lines } from "../formats/profile-batch.ts";
import type { Pointer } from "./pointer.ts";
import { Replacement } from "./replacement.ts";
import type { SourceWait, Validators } from "./sources/source-options.ts";
import type { StoreContext } from "./store-context.ts";

export interface Batch {
	readonly profiles: readonly unknown[];
	/** Each profile as JSON without line breaks, where the source has it at hand. */
	readonly texts?: readonly string[] | undefined;
	/** The same as UTF-8, where the source has that at hand: valid until the next batch is asked for. */
	readonly lines?: Utf8Lines | undefined;
	/** Values that the catalogue does not type are texts, as of CSV. Default false. */
	readonly untyped?: boolean;
	/** What came before this batch is of another version of the source: it is forgotten. */
	readonly startsAnew?: boolean;
}

export interface RefreshProgress {
	/** Profiles so far. */
	readonly profiles: number;
	/** 0 to 1, where the source knows how much there is. */
	readonly share?: number | undefined;
	/** The server did not answer, or asked for patience: what it is asked again after. Told through `segql/worker`; a store has `onWait`. */
	readonly waiting?: SourceWait;
}

/** What is known of the source once its profiles have come. */
export interface SourceEnd {
	/** False when it ended too early. Default true. */
	readonly isComplete?: boolean;
	/** Profiles that could not be read. */
	readonly problems?: number;
	readonly validators?: Validators | undefined;
}

export interface ReplaceOptions {
	/** Aborting rejects with the signal's reason and leaves the profiles that were there before. */
	readonly signal?: AbortSignal | undefined;
	/** Called after each batch. */
	readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
	/** Called whenever the pointer has moved. */
	readonly onMoved?: ((pointer: Pointer) => void) | undefined;
	/** 0 to 1, where the source knows. */
	readonly share?: (() => number | undefined) | undefined;
	readonly end?: (() => SourceEnd) | undefined;
	/** Which source this is, as a hash. */
	readonly source?: string | undefined;
}

/** Rejects with a StoreError, with the signal's reason, or with what `batches` throws; then what was there before is there still. */
export async function replaceProfiles(
	context: StoreContext,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	options: ReplaceOptions = {},
): Promise<Pointer> {
	const iterator = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
	try {
		for (;;) {
			const replacement = await Replacement.begin(context, options);
			const pointer = await replacement.run(iterator);
			if (pointer) return pointer;
		}
	} finally {
		await iterator.return?.();
	}
}
