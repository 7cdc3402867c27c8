// One refresher at a time, over all tabs and workers of the site. Where there are no locks (http pages), the pointer notices the other.

export interface LockOptions {
	readonly signal?: AbortSignal | undefined;
	/** Takes the lock from whoever has it: the other's work goes on, but its pointer does not move any more. */
	readonly steal?: boolean;
}

export async function withRefreshLock<T>(name: string, { signal, steal = false }: LockOptions, work: () => Promise<T>): Promise<T> {
	signal?.throwIfAborted();
	const locks = globalThis.navigator?.locks;
	if (!locks) return work();
	return locks.request(`${name}/refresh`, steal ? { steal } : signal ? { signal } : {}, work);
}
