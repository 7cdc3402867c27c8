// The kept profiles as a table, with the columns of a field read when a condition first asks for it. While a revision is valid it is one table, so
// that what was answered about it stays answered.
import { loadColumnsInSteps, loadTableInSteps } from "../columns/saved/load-table.ts";
import type { SavedProblem } from "../columns/saved/problems.ts";
import type { Table } from "../columns/table.ts";
import { paced } from "./pace.ts";
import { columnKey, manifestKey } from "./keys.ts";
import type { Pointer } from "./pointer.ts";
import { inShelf, pointerOf, shelfOf, type StoreContext } from "./store-context.ts";
import { openWithRightKey, type Seal } from "./seal.ts";
import { getOpened } from "./sealed-shelf.ts";
import { StoreError, storeErrorFrom } from "./store-error.ts";
import type { Key } from "./vault.ts";

export interface KeptTable {
	readonly pointer: Pointer;
	readonly table: Table;
}

interface Read extends KeptTable {
	readonly manifest: unknown;
}

export class TableReader {
	readonly #context: StoreContext;
	#read: Read | undefined;
	/** How often what is in memory was forgotten. */
	#epoch = 0;
	/** One after the other: two questions that need the same field read it once. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(context: StoreContext) {
		this.#context = context;
	}

	/**
	 * The table as it is now, with at least these fields (those that are not kept are left out of it); undefined when nothing is kept. Rejects with
	 * StoreError: `damaged`, `locked`, `other-fields`, `newer`, …
	 */
	read(fields: readonly string[]): Promise<KeptTable | undefined> {
		const epoch = this.#epoch;
		const reading = this.#turn.then(() => this.#load(fields, epoch));
		// Without what was read, which would stay in memory until the next question.
		this.#turn = reading.then(nothing, nothing);
		return reading;
	}

	/** Forgets what is in memory. */
	reset(): void {
		this.#read = undefined;
		this.#epoch++;
	}

	async #load(fields: readonly string[], epoch: number): Promise<KeptTable | undefined> {
		for (let attempt = 1; ; attempt++) {
			const pointer = await pointerOf(this.#context);
			if (!pointer) {
				this.#read = undefined;
				return undefined;
			}
			try {
				// The same profiles may be as of another time.
				const read = this.#read?.pointer.revision === pointer.revision ? { ...this.#read, pointer } : await this.#open(pointer);
				// Whoever asked before a reset still gets a table, but nobody after it.
				if (epoch === this.#epoch) this.#read = read;
				await this.#addFields(read, fields);
				// Not the pointer of then: profiles as they came may have made room since.
				return { pointer, table: read.table };
			} catch (error) {
				this.#read = undefined;
				// Whoever replaces the profiles deletes the old ones: then the new ones are there.
				const isOther = (await pointerOf(this.#context))?.revision !== pointer.revision;
				if (!isOther || attempt === 3) throw failureOf(pointer, error);
			}
		}
	}

	async #open(pointer: Pointer): Promise<Read> {
		const { catalogue, timeZone, seal } = this.#context.settings;
		if (pointer.isEncrypted && !seal.isEncrypted) throw new StoreError("locked");
		const [manifest] = await this.#get(pointer, seal.open, [manifestKey(pointer.revision)]);
		const steps = loadTableInSteps({ manifest, columns: [] }, catalogue, { timeZone, fields: [] });
		const loaded = await paced(this.#context.settings.pace, steps);
		if ("problems" in loaded) throw errorOf(loaded.problems);
		return { pointer, table: loaded.table, manifest };
	}

	async #addFields({ pointer, table, manifest }: Read, fields: readonly string[]): Promise<void> {
		const missing = [...new Set(fields)].filter((name) => table.unloaded.has(name));
		if (missing.length === 0) return;
		const { seal, pace } = this.#context.settings;
		const open = openWithRightKey(seal);
		// All at once, so that the columns of one field are checked while those of the next are read.
		const readings = missing.map((field) => {
			const keys = pointer.chunks.map(({ id }) => columnKey(id, field));
			return { field, reading: this.#get(pointer, open, keys) };
		});
		// Whichever fails first is told, and the others with it.
		for (const { reading } of readings) reading.catch(() => undefined);
		const problems: SavedProblem[] = [];
		for (const { field, reading } of readings) {
			const columns = (await reading).map((buffer) => ({ field, buffer }));
			problems.push(...(await paced(pace, loadColumnsInSteps(table, { manifest, columns }, [field]))));
		}
		if (problems.length > 0) throw errorOf(problems);
	}

	#get({ generation }: Pointer, open: Seal["open"], keys: readonly Key[]): Promise<readonly unknown[]> {
		return inShelf(
			() => shelfOf(this.#context, generation),
			(shelf) => getOpened(shelf, open, keys),
		);
	}
}

const nothing = (): void => undefined;

/** What is damaged says of which revision. What was closed time and again while it was read is no damage. */
function failureOf({ revision }: Pointer, error: unknown): StoreError {
	const told = storeErrorFrom(error);
	return told.code === "damaged" ? new StoreError("damaged", { cause: error, revision }) : told;
}

/** `other-fields`, `newer` or `damaged`. */
export function errorOf(problems: readonly SavedProblem[]): StoreError {
	const codes = new Set(problems.map(({ code }) => code));
	if (codes.has("other-catalogue") || codes.has("other-time-zone")) return new StoreError("other-fields", { cause: problems });
	return new StoreError(codes.has("newer-version") ? "newer" : "damaged", { cause: problems });
}
