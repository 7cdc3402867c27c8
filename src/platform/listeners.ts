// Who hears of changes: everybody of every change in its order, also when a listener makes the next one, comes or goes in the middle.
interface Listener<Change> {
	readonly tell: (change: Change) => void;
}

export class Listeners<Change> {
	readonly #listeners = new Set<Listener<Change>>();
	/** What is still to be told, and to whom. */
	readonly #news: { readonly change: Change; readonly to: readonly Listener<Change>[] }[] = [];
	#isTelling = false;

	get size(): number {
		return this.#listeners.size;
	}

	/** Returns what removes it: true for the first call. */
	add(tell: (change: Change) => void): () => boolean {
		const listener: Listener<Change> = { tell };
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Nobody listens any more, not even to what is being told. */
	clear(): void {
		this.#listeners.clear();
	}

	/** Who comes later has seen the change already, and is not told of it. */
	tell(change: Change): void {
		this.#news.push({ change, to: [...this.#listeners] });
		if (this.#isTelling) return;
		this.#isTelling = true;
		for (let next = this.#news.shift(); next; next = this.#news.shift()) {
			for (const listener of next.to) if (this.#listeners.has(listener)) tellOne(listener, next.change);
		}
		this.#isTelling = false;
	}
}

/** What goes wrong in one listener is reported like any uncaught error, and is not the others' misfortune. */
function tellOne<Change>({ tell }: Listener<Change>, change: Change): void {
	try {
		tell(change);
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}
