// The store in IndexedDB. Profiles lie in chunks of 256 (a row a profile is 20 times slower to write and to read), each under the name of
// its generation. A refresh writes a new generation beside the old one, then moves one pointer: whoever is killed in between leaves the
// old profiles whole and some chunks that nobody points to, which the next refresh removes.
import { Dexie, type EntityTable, type Table } from "dexie";
import type { ProfileStore, ReplaceOptions } from "./profile-store.ts";
import { StoreError, storeErrorFrom } from "./store-error.ts";

/** What the chunks look like. A tab that runs older code than another finds a higher number and keeps its hands off. */
const format = 1;
const chunkLength = 256;
/** Written together in one transaction; more makes few, long ones that hold up readers. */
const chunksPerWrite = 8;

interface Chunk {
	readonly generation: string;
	readonly position: number;
	readonly profiles: readonly unknown[];
}

/** The one record that says which generation is the present one. */
interface Current {
	readonly id: "current";
	readonly format: number;
	readonly generation: string;
	readonly count: number;
	readonly chunks: number;
}

class Database extends Dexie {
	declare readonly chunks: Table<Chunk, [string, number]>;
	declare readonly current: EntityTable<Current, "id">;

	constructor(name: string) {
		super(name, { chromeTransactionDurability: "relaxed" });
		this.version(1).stores({ chunks: "[generation+position]", current: "id" });
	}
}

export class KeptProfiles implements ProfileStore {
	readonly kept = true;
	readonly #database: Database;

	constructor(name: string) {
		this.#database = new Database(name);
	}

	async countProfiles(): Promise<number> {
		return (await this.#current())?.count ?? 0;
	}

	async *profiles(): AsyncGenerator<readonly unknown[]> {
		const current = await this.#current();
		for (let position = 0; position < (current?.chunks ?? 0); position++) {
			const chunk = await this.#database.chunks.get([current?.generation ?? "", position]).catch(rethrow);
			if (!chunk) throw new StoreError((await this.#current())?.generation === current?.generation ? "damaged" : "replaced");
			yield chunk.profiles;
		}
	}

	async replaceProfiles(profiles: Iterable<unknown> | AsyncIterable<unknown>, options: ReplaceOptions = {}): Promise<number> {
		const { signal } = options;
		signal?.throwIfAborted();
		// One refresher at a time, over all tabs. Where there are no locks (http pages) the last transaction notices the other.
		if (typeof navigator === "undefined" || !navigator.locks) return this.#replace(profiles, options);
		return navigator.locks.request(`${this.#database.name} refresh`, signal ? { signal } : {}, () => this.#replace(profiles, options));
	}

	async wipe(): Promise<void> {
		await this.#database.delete({ disableAutoOpen: false }).catch(rethrow);
	}

	close(): void {
		this.#database.close();
	}

	async #replace(profiles: Iterable<unknown> | AsyncIterable<unknown>, options: ReplaceOptions): Promise<number> {
		const generation = crypto.randomUUID();
		await this.#removeAllBut((await this.#current())?.generation);
		try {
			let count = 0;
			let chunks = 0;
			let waiting: Chunk[] = [];
			let filling: unknown[] = [];
			const write = async () => {
				const writing = waiting;
				waiting = [];
				await this.#database.chunks.bulkAdd(writing).catch(rethrow);
				options.signal?.throwIfAborted();
				options.onProgress?.(count);
			};
			const endChunk = () => {
				if (filling.length === 0) return;
				waiting.push({ generation, position: chunks++, profiles: filling });
				count += filling.length;
				filling = [];
			};
			for await (const profile of profiles) {
				filling.push(profile);
				if (filling.length === chunkLength) endChunk();
				if (waiting.length === chunksPerWrite) await write();
			}
			endChunk();
			await write();
			await this.#moveTo({ id: "current", format, generation, count, chunks });
			await this.#removeAllBut(generation);
			return count;
		} catch (error) {
			// Best effort: what cannot be removed now, the next refresh removes.
			await this.#remove(generation).catch(() => undefined);
			throw error;
		}
	}

	async #current(): Promise<Current | undefined> {
		const current = await this.#database.current.get("current").catch(rethrow);
		if (current && current.format > format) throw new StoreError("newer");
		return current;
	}

	/** The switch: in one transaction it looks whether all chunks are there and whether a newer format came, and points to the new generation. */
	async #moveTo(next: Current): Promise<void> {
		await this.#database
			.transaction("rw", this.#database.current, this.#database.chunks, async () => {
				const before = await this.#database.current.get("current");
				if (before && before.format > format) throw new StoreError("newer");
				if ((await this.#chunksOf(next.generation).count()) !== next.chunks) throw new StoreError("replaced");
				await this.#database.current.put(next);
			})
			.catch(rethrow);
	}

	#chunksOf(generation: string) {
		return this.#database.chunks.where(":id").between([generation, Dexie.minKey], [generation, Dexie.maxKey]);
	}

	async #remove(generation: string): Promise<void> {
		await this.#chunksOf(generation).delete().catch(rethrow);
	}

	async #removeAllBut(generation: string | undefined): Promise<void> {
		const { chunks } = this.#database;
		if (generation === undefined) {
			await chunks.clear().catch(rethrow);
			return;
		}
		await chunks.where(":id").below([generation, Dexie.minKey]).delete().catch(rethrow);
		await chunks.where(":id").above([generation, Dexie.maxKey]).delete().catch(rethrow);
	}
}

function rethrow(error: unknown): never {
	throw storeErrorFrom(error);
}
