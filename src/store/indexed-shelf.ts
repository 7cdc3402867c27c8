// A shelf in IndexedDB: one object store without a schema, whose keys are lists. Whatever closes the connection from outside (another tab that
// deletes or upgrades the database, a user who clears the site's data) is either survived by opening again, or told as "replaced".
import { Dexie, type IndexableTypeArray, type Table } from "dexie";
import { isClosed, StoreError, storeErrorFrom } from "./store-error.ts";
import { type Entry, type Head, type Key, pointerKey, type WriteGuard } from "./vault.ts";

export interface IndexedShelfOptions {
	readonly version?: number;
	/** Whether a connection that somebody closed is opened again, which makes an empty database where there is none any more. */
	readonly reopens: boolean;
	/** Whether opening fails where there is no such database, instead of making an empty one. */
	readonly mustExist?: boolean;
	readonly guard?: WriteGuard;
	readonly onOutdated?: () => void;
}

/** A tab that does not let go of an older form within this time does not do so at all. */
const mostBlockedMs = 3_000;

/** Opening waits for a deletion that another tab blocks, and is not told of it. */
const mostOpeningMs = 10_000;

export class IndexedShelf implements Head {
	readonly name: string;
	readonly #database: Dexie;
	readonly #values: Table<unknown, IndexableTypeArray>;
	readonly #options: IndexedShelfOptions;
	#opening: IDBOpenDBRequest | undefined;
	#wasMissing = false;

	constructor(name: string, options: IndexedShelfOptions) {
		this.name = name;
		this.#options = options;
		// Relaxed: a crash of the machine may lose the last writes, which the pointer then does not know of either.
		this.#database = new Dexie(name, {
			...{ autoOpen: false, chromeTransactionDurability: "relaxed", cache: "disabled" },
			...(globalThis.indexedDB && { indexedDB: this.#atVersion((options.version ?? 1) * 10) }),
		});
		this.#database.version(options.version ?? 1).stores({ values: "" });
		if (options.mustExist) {
			this.#database.on("populate", () => {
				this.#wasMissing = true;
				throw new StoreError("replaced");
			});
		}
		this.#values = this.#database.table("values");
		this.#database.on("versionchange", ({ newVersion }: IDBVersionChangeEvent) => {
			this.close();
			if (newVersion !== null) options.onOutdated?.();
			return false;
		});
	}

	get isOpen(): boolean {
		return this.#database.isOpen();
	}

	/** Whether opening failed because there is no such database, although it must exist. */
	get wasMissing(): boolean {
		return this.#wasMissing;
	}

	async open(): Promise<void> {
		if (this.isOpen) return;
		const blocked = Promise.withResolvers<never>();
		const giveUp = (): void => blocked.reject(new StoreError("blocked"));
		const timers = [setTimeout(giveUp, mostOpeningMs)];
		const onBlocked = (): unknown => timers.push(setTimeout(giveUp, mostBlockedMs));
		this.#database.on("blocked", onBlocked);
		try {
			await Promise.race([this.#database.open(), blocked.promise]);
		} catch (error) {
			this.#abandonOpening();
			this.close();
			throw storeErrorFrom(error);
		} finally {
			for (const timer of timers) clearTimeout(timer);
			this.#database.on("blocked").unsubscribe(onBlocked);
		}
	}

	close(): void {
		this.#database.close();
	}

	/** What is blocked goes on when the other tab lets go, and would then hold the database for nobody. */
	#abandonOpening(): void {
		const request = this.#opening;
		if (request?.readyState === "pending") request.addEventListener("success", () => request.result.close());
	}

	get(keys: readonly Key[]): Promise<readonly unknown[]> {
		return this.#run(() => this.#values.bulkGet(keys.map(plain)));
	}

	list(prefix: Key): Promise<readonly Entry[]> {
		return this.#run(() =>
			this.#database.transaction("r", this.#values, async () => {
				const found = this.#longerThan(prefix);
				const [keys, values] = await Promise.all([found.primaryKeys(), found.toArray()]);
				return keys.map((key, index): Entry => [key as Key, values[index]]);
			}),
		);
	}

	put(entries: readonly Entry[]): Promise<void> {
		return this.#write(async () => {
			await this.#values.bulkPut(
				entries.map(([, value]) => value),
				// Dexie's types know no lists among lists of keys.
				entries.map(([key]) => plain(key)) as unknown as string[],
			);
		});
	}

	remove(prefixes: readonly Key[]): Promise<void> {
		return this.#write(async () => {
			for (const prefix of prefixes) {
				if (prefix.length === 0) await this.#values.clear();
				else {
					await this.#values.delete(plain(prefix));
					await this.#longerThan(prefix).delete();
				}
			}
		});
	}

	update<T>(key: Key, change: (before: unknown) => T | undefined): Promise<T | undefined> {
		return this.#write(async () => {
			const next = change(await this.#values.get(plain(key)));
			if (next !== undefined) await this.#values.put(next, plain(key));
			return next;
		});
	}

	#longerThan(prefix: Key) {
		return this.#values.where(":id").between([...prefix, Dexie.minKey], [...prefix, Dexie.maxKey]);
	}

	#write<T>(work: () => Promise<T>): Promise<T> {
		const { guard } = this.#options;
		return this.#run(() =>
			this.#database.transaction("rw", this.#values, async () => {
				guard?.(await this.#values.get(plain(pointerKey)));
				return work();
			}),
		);
	}

	async #run<T>(work: () => PromiseLike<T>): Promise<T> {
		try {
			if (this.#options.reopens) await this.open();
			return await work();
		} catch (error) {
			// Both are over before anything was written, so once more is safe; what closes it each time is told.
			if (!isClosed(error) || !this.#options.reopens) throw this.#errorOf(error);
			this.close();
			await this.open();
			return await Promise.resolve(work()).catch((again: unknown) => {
				throw this.#errorOf(again);
			});
		}
	}

	/** Dexie opens a database of a higher version as it is; here that is an error, so that old code writes nothing into a new form. */
	#atVersion(ownVersion: number) {
		return {
			open: (name: string, version = ownVersion): IDBOpenDBRequest => {
				this.#opening = indexedDB.open(name, version);
				return this.#opening;
			},
			deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
			databases: () => indexedDB.databases(),
			cmp: (one: unknown, other: unknown) => indexedDB.cmp(one, other),
		};
	}

	/** A write that ends because its connection was closed says no more than that it was aborted. */
	#errorOf(error: unknown): StoreError {
		const told = storeErrorFrom(error);
		const isLost = told.code === "denied" || (told.code === "damaged" && !this.isOpen);
		return isLost && isClosed(error) ? new StoreError("replaced", { cause: error }) : told;
	}
}

/** As Dexie's types want it. */
const plain = (key: Key): IndexableTypeArray => [...key];
