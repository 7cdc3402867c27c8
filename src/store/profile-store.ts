// The profiles of one business, kept in the browser so that a reload without a network still previews. One database a business:
// nothing of one business can be read through another's store, and wiping is deleting the database.
import { KeptProfiles } from "./kept-profiles.ts";
import { MemoryProfiles } from "./memory-profiles.ts";
import { type StoreError, storeErrorFrom } from "./store-error.ts";

export interface ReplaceOptions {
	/** Aborting rejects with the signal's reason and leaves the profiles that were there before. */
	readonly signal?: AbortSignal;
	/** Called after each chunk with the number of profiles written so far. */
	readonly onProgress?: (written: number) => void;
}

export interface ProfileStore {
	/** False where the browser keeps nothing for this page: the profiles live in memory and go with it. */
	readonly kept: boolean;
	/**
	 * Puts these profiles in the place of all that were there, or, when anything goes wrong, changes nothing.
	 * Resolves to their number. Rejects with a StoreError, with the signal's reason, or with what `profiles` threw.
	 */
	replaceProfiles(profiles: Iterable<unknown> | AsyncIterable<unknown>, options?: ReplaceOptions): Promise<number>;
	/** 0 when nothing was ever put in. */
	countProfiles(): Promise<number>;
	/**
	 * All profiles in the order they were put in, some hundreds at a time. One loop sees one set of profiles:
	 * when they are replaced under it, it rejects with the StoreError `replaced`.
	 */
	profiles(): AsyncIterable<readonly unknown[]>;
	/** Deletes everything, from the disk too. */
	wipe(): Promise<void>;
	close(): void;
}

export interface OpenStore {
	readonly store: ProfileStore;
	/** Why the store is only in memory. */
	readonly problem?: StoreError;
}

/**
 * Opens the store of one business. Where the browser refuses (a sandboxed or third-party frame, storage switched off) the store is in memory
 * and `problem` says why; it never rejects for that. Throws a TypeError for a business id that is empty or holds half a surrogate pair.
 */
export async function openStore(businessId: string): Promise<OpenStore> {
	const name = databaseName(businessId);
	const kept = new KeptProfiles(name);
	try {
		await kept.countProfiles();
		return { store: kept };
	} catch (error) {
		kept.close();
		return { store: new MemoryProfiles(), problem: storeErrorFrom(error) };
	}
}

/** Any business id is data: it is encoded, so that it can be neither another's name nor a path. */
export function databaseName(businessId: string): string {
	if (businessId === "" || !businessId.isWellFormed())
		throw new TypeError("A business id is a text that is not empty and has whole characters.");
	return `segql-profiles-${encodeURIComponent(businessId)}`;
}
