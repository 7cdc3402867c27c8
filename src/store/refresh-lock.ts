// One refresher at a time, over all tabs and workers of the site. Where there are no locks (http pages, sandboxed frames), the pointer notices
// the other.
import { StoreError } from "./store-error.ts";

export interface LockOptions {
	readonly signal?: AbortSignal | undefined;
	/** Takes the lock from whoever has it: the other's work is told to stop, and its pointer does not move any more. */
	readonly steal?: boolean;
	/** Does nothing where somebody has the lock. */
	readonly ifFree?: boolean;
}

/** `work` gets a signal for when its lock is taken away, and whether it has one at all. Rejects with StoreError `replaced` then, with the signal's reason, or as `work` does. */
export async function withRefreshLock<T>(
	name: string,
	{ signal, steal = false, ifFree = false }: LockOptions,
	work: (taken: AbortSignal, isLocked: boolean) => Promise<T>,
): Promise<T | undefined> {
	signal?.throwIfAborted();
	const taken = new AbortController();
	const locks = globalThis.navigator?.locks;
	if (!locks) return work(taken.signal, false);
	let hasBegun = false;
	let failure: { readonly error: unknown } | undefined;
	const options = steal ? { steal } : ifFree ? { ifAvailable: true } : signal ? { signal } : {};
	const held = async (lock: Lock | null): Promise<T | undefined> => {
		if (!lock) return undefined;
		hasBegun = true;
		return work(taken.signal, true).catch((error: unknown) => {
			failure = { error };
			throw error;
		});
	};
	try {
		return await locks.request(`${name}/refresh`, options, held);
	} catch (error) {
		if (failure) throw error;
		signal?.throwIfAborted();
		if (!hasBegun) return work(taken.signal, false);
		taken.abort(new StoreError("replaced", { cause: error }));
		throw taken.signal.reason;
	}
}
