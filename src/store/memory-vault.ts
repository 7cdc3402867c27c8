// The vault of a page that may keep nothing: the same promises, as long as the page lives.
import { beginsWith, type Entry, type Head, type Key, pointerKey, type Shelf, type Vault, type WriteGuard } from "./vault.ts";

export class MemoryVault implements Vault {
	readonly kept = false;
	readonly head: Head;
	readonly #shelves = new Map<string, MemoryShelf>();
	#results: Shelf | undefined;

	readonly #wipeDisk: () => Promise<void>;

	/** `wipeDisk` deletes what an earlier visit, which could, has kept. */
	constructor(guard: WriteGuard, wipeDisk: () => Promise<void> = async () => undefined) {
		this.head = new MemoryHead(guard);
		this.#wipeDisk = wipeDisk;
	}

	async create(generation: string): Promise<Shelf> {
		const shelf = new MemoryShelf();
		this.#shelves.set(generation, shelf);
		return shelf;
	}

	async open(generation: string): Promise<Shelf | undefined> {
		return this.#shelves.get(generation);
	}

	async generations(): Promise<readonly string[]> {
		return [...this.#shelves.keys()];
	}

	async drop(generation: string): Promise<void> {
		this.#shelves.get(generation)?.close();
		this.#shelves.delete(generation);
	}

	async results(): Promise<Shelf | undefined> {
		return this.#results;
	}

	async createResults(): Promise<Shelf> {
		this.#results ??= new MemoryShelf();
		return this.#results;
	}

	async dropResults(): Promise<void> {
		this.#results = undefined;
	}

	async sweep(): Promise<void> {}

	async forget(): Promise<void> {
		this.#results = undefined;
		for (const shelf of this.#shelves.values()) shelf.close();
		this.#shelves.clear();
		await this.head.remove([[]]);
	}

	async wipe(): Promise<void> {
		await this.forget();
		await this.#wipeDisk();
	}

	close(): void {}
}

class MemoryShelf implements Shelf {
	isOpen = true;
	/** By the key as JSON. */
	protected readonly entries: Map<string, Entry> = new Map();

	async get(keys: readonly Key[]): Promise<readonly unknown[]> {
		return keys.map((key) => this.entries.get(JSON.stringify(key))?.[1]);
	}

	async list(prefix: Key): Promise<readonly Entry[]> {
		const found = [...this.entries.values()].filter(([key]) => key.length > prefix.length && beginsWith(key, prefix));
		return found.sort(([a], [b]) => compareKeys(a, b));
	}

	async put(entries: readonly Entry[]): Promise<void> {
		for (const entry of entries) this.entries.set(JSON.stringify(entry[0]), entry);
	}

	async remove(prefixes: readonly Key[]): Promise<void> {
		for (const [text, [key]] of this.entries) if (prefixes.some((prefix) => beginsWith(key, prefix))) this.entries.delete(text);
	}

	close(): void {
		this.isOpen = false;
	}
}

class MemoryHead extends MemoryShelf implements Head {
	readonly #guard: WriteGuard;

	constructor(guard: WriteGuard) {
		super();
		this.#guard = guard;
	}

	override async put(entries: readonly Entry[]): Promise<void> {
		this.#guard(this.#valueOf(pointerKey));
		await super.put(entries);
	}

	async update<T>(key: Key, change: (before: unknown) => T | undefined): Promise<T | undefined> {
		this.#guard(this.#valueOf(pointerKey));
		const next = change(this.#valueOf(key));
		if (next !== undefined) this.entries.set(JSON.stringify(key), [key, next]);
		return next;
	}

	#valueOf(key: Key): unknown {
		return this.entries.get(JSON.stringify(key))?.[1];
	}
}

/** As IndexedDB orders them: numbers before texts. */
function compareKeys(a: Key, b: Key): number {
	for (let index = 0; index < Math.min(a.length, b.length); index++) {
		const [one, other] = [a[index] as string | number, b[index] as string | number];
		if (one === other) continue;
		if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
		return one < other ? -1 : 1;
	}
	return a.length - b.length;
}
