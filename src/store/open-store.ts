// Opens the store of a business, or, where the browser keeps nothing for the page, one that lives in its memory.
import { IndexedVault } from "./indexed-vault.ts";
import { MemoryVault } from "./memory-vault.ts";
import { guardPointer } from "./pointer.ts";
import { ProfileStore } from "./profile-store.ts";
import { type StoreOptions, settingsOf } from "./settings.ts";
import { type StoreError, storeErrorFrom } from "./store-error.ts";
import type { Vault } from "./vault.ts";

export interface OpenStore {
	readonly store: ProfileStore;
	/** Why the store is only in memory. */
	readonly problem?: StoreError;
}

/**
 * Opens the store of one business. Where the browser refuses (a sandboxed or third-party frame, storage switched off) the store is in memory
 * and `problem` says why; it rejects for nothing but newer code's profiles, and older code that does not let go (`newer`, `blocked`). Throws a
 * TypeError for a business id that is empty or holds half a surrogate pair, and as `StoreOptions` says.
 */
export async function openStore(businessId: string, options: StoreOptions): Promise<OpenStore> {
	const name = databaseName(businessId);
	const settings = settingsOf(businessId, options);
	const onDisk = (onOutdated: () => void) => new IndexedVault(name, { guard: guardPointer, onOutdated });
	const store = new ProfileStore(name, settings, onDisk);
	try {
		await store.check();
		await store.tendTheRest();
		return { store };
	} catch (error) {
		store.dispose();
		const problem = storeErrorFrom(error);
		if (problem.code === "newer" || problem.code === "blocked") throw problem;
		const wipeDisk = () => wipeIfAllowed(onDisk(() => undefined));
		return { store: new ProfileStore(name, settings, () => new MemoryVault(guardPointer, wipeDisk)), problem };
	}
}

/** A page that may keep nothing may not delete anything either. */
async function wipeIfAllowed(vault: Vault): Promise<void> {
	try {
		await vault.wipe();
	} catch (error) {
		if (storeErrorFrom(error).code !== "denied") throw error;
	}
}

/** Any business id is data: it is encoded, so that it can be neither another's name nor a path. */
export function databaseName(businessId: string): string {
	if (businessId === "" || !businessId.isWellFormed())
		throw new TypeError("A business id is a text that is not empty and has whole characters.");
	return `segql/${encodeURIComponent(businessId)}`;
}
