// After many changes: all columns are written anew without the removed rows, into a generation of their own, and the pointer moves. A field is in
// memory at a time.
import { hasBit } from "../columns/bitmap.ts";
import { joinFields } from "../columns/saved/join-fields.ts";
import { loadTableInSteps, type SavedParts } from "../columns/saved/load-table.ts";
import { type SavedTable, saveTableInSteps } from "../columns/saved/save-table.ts";
import type { Table } from "../columns/table.ts";
import { chunksOf } from "./chunk-writer.ts";
import { columnKey, manifestKey } from "./keys.ts";
import { paced } from "./pace.ts";
import type { KeptChunk, Pointer } from "./pointer.ts";
import { RawChunks } from "./raw-chunks.ts";
import { allRawLines } from "./raw-reader.ts";
import { type Buffers, getOpened, putSealed } from "./sealed-shelf.ts";
import { dropGeneration, movePointer, newId, rawShelfOf, shelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { Key, Shelf } from "./vault.ts";

export function isWorthCompacting({ settings }: StoreContext, { chunks, changeChunks, profiles }: Pointer): boolean {
	const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
	return changeChunks > settings.maxChangeChunks || (rows - profiles) / Math.max(rows, 1) > settings.maxRemovedShare;
}

/** Rejects with a StoreError or the signal's reason; then nothing has changed. Linear in all that is kept. */
export async function compactProfiles(context: StoreContext, pointer: Pointer, signal: AbortSignal): Promise<Pointer> {
	const generation = newId();
	try {
		const { next, shelf } = await new Compaction(context, pointer, generation, signal).run();
		await movePointer(context, { before: pointer, next, shelf, signal });
		await dropGeneration(context, pointer.generation);
		return next;
	} catch (error) {
		await dropGeneration(context, generation);
		throw error;
	}
}

export const isRemovedIn =
	(removed: Int32Array | undefined) =>
	(row: number): boolean =>
		removed !== undefined && hasBit(removed, row);

class Compaction {
	readonly #context: StoreContext;
	readonly #pointer: Pointer;
	readonly #generation: string;
	readonly #signal: AbortSignal;
	#bytes = 0;
	#rawBytes = 0;

	constructor(context: StoreContext, pointer: Pointer, generation: string, signal: AbortSignal) {
		this.#context = context;
		this.#pointer = pointer;
		this.#generation = generation;
		this.#signal = signal;
	}

	async run(): Promise<{ readonly next: Pointer; readonly shelf: Shelf }> {
		const { vault } = this.#context;
		const { chunks, generation } = this.#pointer;
		const from = await shelfOf(this.#context, generation);
		const to = await vault.create(this.#generation);
		const [manifest] = await this.#get(from, [manifestKey(this.#pointer.revision)]);
		const empty = await this.#load({ manifest, columns: [] }, []);
		const hasRaw = chunks.every((chunk) => chunk.hasRaw) && (await vault.open(rawShelfOf(generation))) !== undefined;
		const written = chunksOf(this.#generation, empty.size, this.#context.settings, hasRaw);
		const manifests: ArrayBuffer[] = [];
		for (const field of empty.unloaded) {
			this.#signal.throwIfAborted();
			const buffers = await this.#get(
				from,
				chunks.map(({ id }) => columnKey(id, field)),
			);
			const columns = buffers.map((buffer) => ({ field, buffer }));
			const saved = await this.#save(await this.#load({ manifest, columns }, [field]));
			await this.#put(
				to,
				saved.columns.map(({ buffer }, index) => [columnKey((written[index] as KeptChunk).id, field), buffer]),
			);
			manifests.push(saved.manifest);
		}
		if (hasRaw) await this.#copyRaw(await vault.create(rawShelfOf(this.#generation)), written, empty);
		const revision = newId();
		const joined = joinFields(manifests);
		if ("problems" in joined) throw new StoreError("damaged", { cause: joined.problems });
		await this.#put(to, [[manifestKey(revision), joined.manifest]]);
		const next = {
			...this.#pointer,
			revision,
			generation: this.#generation,
			chunks: written,
			changeChunks: 0,
			bytes: this.#bytes,
			rawBytes: this.#rawBytes,
		};
		return { next, shelf: to };
	}

	async #load(saved: SavedParts, fields: readonly string[]): Promise<Table> {
		const { catalogue, timeZone, pace } = this.#context.settings;
		const loaded = await paced(pace, loadTableInSteps(saved, catalogue, { timeZone, fields }));
		if ("problems" in loaded) throw new StoreError("damaged", { cause: loaded.problems });
		return loaded.table;
	}

	#save(table: Table): Promise<SavedTable> {
		const { chunkRows, pace } = this.#context.settings;
		return paced(pace, saveTableInSteps(table, { chunkRows, dropRemoved: true }));
	}

	async #copyRaw(to: Shelf, chunks: readonly KeptChunk[], { removedRows }: Table): Promise<void> {
		const rawChunks = new RawChunks(chunks, this.#pointer.blockRows, async (entries) => {
			this.#rawBytes += await this.#put(to, entries);
		});
		for await (const lines of allRawLines(this.#context, this.#pointer, isRemovedIn(removedRows))) {
			this.#signal.throwIfAborted();
			for (const line of lines) {
				rawChunks.add(undefined, line);
				if (rawChunks.isDue) await rawChunks.writeDue();
			}
		}
	}

	#get(shelf: Shelf, keys: readonly Key[]): Promise<readonly unknown[]> {
		return getOpened(shelf, this.#context.settings.seal.open, keys);
	}

	async #put(shelf: Shelf, buffers: Buffers): Promise<number> {
		const bytes = await putSealed(shelf, this.#context.settings.seal, buffers);
		this.#bytes += bytes;
		return bytes;
	}
}
