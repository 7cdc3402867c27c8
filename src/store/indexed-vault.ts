// The vault in IndexedDB: one database for the head and one for each generation, all under the name of the business.
import { Dexie } from "dexie";
import { IndexedShelf } from "./indexed-shelf.ts";
import { StoreError, storeErrorFrom } from "./store-error.ts";
import type { Head, Shelf, Vault, WriteGuard } from "./vault.ts";

export interface IndexedVaultOptions {
	readonly guard: WriteGuard;
	/** Newer code wants the head in another form: this tab closed it, so that the other can go on. */
	readonly onOutdated: () => void;
}

/** A new number asks every other tab to let go of the head, and makes older code refuse it. */
const headVersion = 1;

export class IndexedVault implements Vault {
	readonly kept = true;
	readonly head: Head;
	readonly #name: string;
	readonly #head: IndexedShelf;
	/** By the name of the database. */
	readonly #open = new Map<string, IndexedShelf>();

	constructor(name: string, { guard, onOutdated }: IndexedVaultOptions) {
		this.#name = name;
		this.#head = new IndexedShelf(`${name}/head`, { version: headVersion, reopens: true, guard, onOutdated });
		this.head = this.#head;
	}

	create(generation: string): Promise<Shelf> {
		return this.#make(this.#databaseOf(generation));
	}

	open(generation: string): Promise<Shelf | undefined> {
		return this.#openIfThere(this.#databaseOf(generation));
	}

	results(): Promise<Shelf | undefined> {
		return this.#openIfThere(this.#resultsName);
	}

	async createResults(): Promise<Shelf> {
		const open = this.#open.get(this.#resultsName);
		return open?.isOpen ? open : this.#make(this.#resultsName);
	}

	dropResults(): Promise<void> {
		return this.#drop(this.#resultsName);
	}

	async generations(): Promise<readonly string[]> {
		const prefix = this.#databaseOf("");
		const names = await databaseNames();
		return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
	}

	drop(generation: string): Promise<void> {
		return this.#drop(this.#databaseOf(generation));
	}

	/** Chromium keeps the bytes of the database that was deleted last until another is: 12 of 12 measured, and none after this. */
	async sweep(): Promise<void> {
		// Among the generations: one that somebody was killed over is cleared up with those that nobody points to.
		const name = this.#databaseOf("sweep");
		await this.#make(name)
			.then(() => this.#drop(name))
			.catch(() => undefined);
	}

	async forget(): Promise<void> {}

	async wipe(): Promise<void> {
		this.close();
		// Again while there is something: another tab may have been making a generation, or writing an answer.
		for (let round = 1; round <= mostRounds; round++) {
			const others = await this.#othersThanHead();
			// The head last: while it is there, whoever is killed in between knows that there is something to wipe.
			await allOf(others.map((name) => deleteDatabase(name, mostWipingMs)));
			await deleteDatabase(this.#head.name, mostWipingMs);
			await this.sweep();
			if ((await this.#othersThanHead()).length === 0) return;
		}
		throw new StoreError("blocked");
	}

	close(): void {
		for (const shelf of this.#open.values()) shelf.close();
		this.#open.clear();
		this.#head.close();
	}

	async #othersThanHead(): Promise<readonly string[]> {
		return (await databaseNames()).filter((name) => name.startsWith(`${this.#name}/`) && name !== this.#head.name);
	}

	#make(database: string): Promise<Shelf> {
		return this.#opened(database, new IndexedShelf(database, { reopens: false }));
	}

	async #openIfThere(database: string): Promise<Shelf | undefined> {
		const open = this.#open.get(database);
		if (open?.isOpen) return open;
		if (!(await databaseNames()).includes(database)) return undefined;
		const shelf = new IndexedShelf(database, { reopens: false, mustExist: true });
		return this.#opened(database, shelf).catch(async (error: unknown) => {
			if (!shelf.wasMissing) throw error;
			// WebKit keeps what was not made after all.
			await this.#drop(database).catch(() => undefined);
			return undefined;
		});
	}

	async #opened(database: string, shelf: IndexedShelf): Promise<Shelf> {
		await shelf.open();
		this.#open.set(database, shelf);
		return shelf;
	}

	async #drop(database: string): Promise<void> {
		this.#open.get(database)?.close();
		this.#open.delete(database);
		await deleteDatabase(database, mostDroppingMs);
	}

	get #resultsName(): string {
		return `${this.#name}/results`;
	}

	#databaseOf(generation: string): string {
		return `${this.#name}/generation/${generation}`;
	}
}

const databaseNames = (): Promise<string[]> => Dexie.getDatabaseNames().catch(rethrow);

/** Other connections close when they are asked to, which may take them a moment; one that does not is told of. */
const mostWipingMs = 10_000;

/** Nobody waits for the room of a generation; whoever holds it lets go of it later. */
const mostDroppingMs = 2_000;

const mostRounds = 3;

/** Waits for all of them, then rejects with the first failure. */
async function allOf(deletions: readonly Promise<void>[]): Promise<void> {
	for (const outcome of await Promise.allSettled(deletions)) if (outcome.status === "rejected") throw outcome.reason;
}

async function deleteDatabase(name: string, mostBlockedMs: number): Promise<void> {
	const database = new Dexie(name, { autoOpen: false });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const blocked = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new StoreError("blocked")), mostBlockedMs);
	});
	await Promise.race([database.delete(), blocked])
		.catch(rethrow)
		.finally(() => clearTimeout(timer));
}

function rethrow(error: unknown): never {
	throw storeErrorFrom(error);
}
