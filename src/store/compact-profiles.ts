// After many changes: all columns are written anew without the removed rows, into a generation of their own, and the pointer moves. A field is in
// memory at a time.
import { joinFields } from "../columns/saved/join-fields.ts";
import { loadTableInSteps, type SavedParts } from "../columns/saved/load-table.ts";
import { type SavedTable, saveTableInSteps } from "../columns/saved/save-table.ts";
import type { Table } from "../columns/table.ts";
import { columnKey, manifestKey, placeOf, rawEntriesOf } from "./chunk-writer.ts";
import { paced } from "./pace.ts";
import type { KeptChunk, Pointer } from "./pointer.ts";
import { RawBlocks } from "./raw-blocks.ts";
import { allRawLines } from "./raw-reader.ts";
import { dropGeneration, movePointer, newId, rawShelfOf, shelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { Entry, Shelf } from "./vault.ts";

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
		removed !== undefined && (((removed[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;

/** Blocks of profiles that are written together. */
const blocksPerWrite = 32;

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
		const manifest = await this.#open(from, manifestKey(this.#pointer.revision));
		const empty = await this.#load({ manifest, columns: [] }, []);
		const hasRaw = chunks.every((chunk) => chunk.hasRaw) && (await vault.open(rawShelfOf(generation))) !== undefined;
		const written = this.#chunks(empty.size, hasRaw);
		const manifests: ArrayBuffer[] = [];
		for (const field of empty.unloaded) {
			this.#signal.throwIfAborted();
			const columns = await Promise.all(chunks.map(async ({ id }) => ({ field, buffer: await this.#open(from, columnKey(id, field)) })));
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

	#chunks(profiles: number, hasRaw: boolean): readonly KeptChunk[] {
		const { chunkRows } = this.#context.settings;
		return Array.from({ length: Math.max(1, Math.ceil(profiles / chunkRows)) }, (_, index) => ({
			id: `${this.#generation}.${index}`,
			rows: Math.min(chunkRows, profiles - index * chunkRows),
			hasRaw,
		}));
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
		const { blockRows } = this.#pointer;
		let at = 0;
		let rows = 0;
		let written = 0;
		let blocks = new RawBlocks(blockRows);
		const write = async (): Promise<void> => {
			const entries = rawEntriesOf((chunks[at] as KeptChunk).id, written, blocks.take());
			written += entries.length;
			this.#rawBytes += await this.#put(to, entries);
		};
		for await (const lines of allRawLines(this.#context, this.#pointer, isRemovedIn(removedRows))) {
			this.#signal.throwIfAborted();
			for (const line of lines) {
				blocks.add(undefined, line);
				rows++;
				if (blocks.waiting >= blocksPerWrite) await write();
				if (rows < (chunks[at] as KeptChunk).rows) continue;
				blocks.end();
				await write();
				at++;
				rows = 0;
				written = 0;
				blocks = new RawBlocks(blockRows);
			}
		}
	}

	async #open(shelf: Shelf, key: Entry[0]): Promise<unknown> {
		const [value] = await shelf.get([key]);
		return this.#context.settings.seal.open(value, placeOf(key));
	}

	async #put(shelf: Shelf, entries: readonly Entry[]): Promise<number> {
		const { seal } = this.#context.settings;
		const sealed = await Promise.all(
			entries.map(async ([key, plain]): Promise<Entry> => [key, await seal.seal(plain as ArrayBuffer, placeOf(key))]),
		);
		await shelf.put(sealed);
		const bytes = sealed.reduce((sum, [, buffer]) => sum + (buffer as ArrayBuffer).byteLength, 0);
		this.#bytes += bytes;
		return bytes;
	}
}
