// What comes of a source.
import type { Problems } from "../../formats/problems.ts";
import type { ProfileBatch } from "../../formats/profile-batch.ts";
import type { Validators } from "./source-options.ts";

export type OpenedSource = { readonly kind: "unchanged" } | SourceProfiles;

export interface SourceProfiles {
	readonly kind: "profiles";
	/**
	 * To be read once, to its end: only then is everything there. Throws SourceError, also when the profiles end in the middle
	 * ("incomplete"): those that came before are good, but not all. Leaving the loop closes the
	 * connection; who never begins it aborts the signal.
	 */
	readonly batches: AsyncIterable<SourceBatch>;
	/** To remember for the next time, once the batches have come to their end. Empty where the server gave none. */
	readonly validators: Validators;
	readonly totalBytes: number | undefined;
	/** Single profiles that were left out. Since the last restart, and all of them when the batches have come to their end. */
	readonly problems: Problems;
}

export type SourceBatch =
	| (ProfileBatch & {
			readonly kind: "profiles";
			/** Values are texts whose types are still to come from the catalogue. */
			readonly untyped: boolean;
	  })
	/** What was read so far is of another version than what follows: forget it all. */
	| { readonly kind: "restart" };
