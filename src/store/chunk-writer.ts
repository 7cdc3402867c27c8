// Profiles → chunks on the shelves of a generation. The columns of one chunk are made while those before it are written, so memory holds a few
// chunks however many profiles come.
import { saveTableInSteps } from "../columns/saved/save-table.ts";
import { Table } from "../columns/table.ts";
import type { QualityReport } from "../fields/quality.ts";
import { IdHashes } from "./id-hashes.ts";
import { columnKey, placeOf, rawKey } from "./keys.ts";
import { paced } from "./pace.ts";
import type { KeptChunk } from "./pointer.ts";
import { signBlock } from "./raw-block.ts";
import { RawBlocks } from "./raw-blocks.ts";
import type { Batch } from "./replace-profiles.ts";
import { type Buffers, putSealed } from "./sealed-shelf.ts";
import type { Settings } from "./settings.ts";
import { StoreError } from "./store-error.ts";
import type { Shelf } from "./vault.ts";
import { WriteQueue } from "./write-queue.ts";

/** `first` is the index of the first block within its chunk. */
export const rawEntriesOf = (chunk: string, first: number, blocks: readonly ArrayBuffer[]): Buffers =>
	blocks.map((block, index) => {
		const key = rawKey(chunk, first + index);
		return [key, signBlock(block, placeOf(key))] as const;
	});

/** Chunks that `saveTable` makes of that many rows; there is at least one, which may be empty. */
export function chunksOf(id: string, rows: number, { chunkRows }: Pick<Settings, "chunkRows">, hasRaw: boolean): readonly KeptChunk[] {
	return Array.from({ length: Math.max(1, Math.ceil(rows / chunkRows)) }, (_, index) => ({
		id: `${id}.${index}`,
		rows: Math.min(chunkRows, rows - index * chunkRows),
		hasRaw,
	}));
}

export interface Shelves {
	readonly columns: Shelf;
	/** Undefined where profiles are not kept as they came. */
	readonly raw: Shelf | undefined;
}

export interface WrittenChunks {
	readonly chunks: readonly KeptChunk[];
	/** One for each chunk. */
	readonly manifests: readonly ArrayBuffer[];
	/** Bytes on the shelves. */
	readonly bytes: number;
	/** Of them, those of the profiles as they came. */
	readonly rawBytes: number;
	/** Whether there was no room for the profiles as they came, which are then kept of no chunk. */
	readonly raw: "kept" | "none" | "no-room";
}

export interface ChunkWriterOptions {
	readonly settings: Settings;
	readonly shelves: Shelves;
	/** Unique for ever; the chunks' ids begin with it. */
	readonly id: string;
	/** Called when there is no room for the profiles as they came: removes those that were written. */
	readonly dropRaw?: () => Promise<unknown>;
	/** Called when columns find no room although these profiles are not kept as they came: whether some was made. */
	readonly makeRoom?: () => Promise<boolean>;
}

/** Blocks of profiles that are written together. */
export const blocksPerWrite = 32;

export class ChunkWriter {
	readonly #options: ChunkWriterOptions;
	/** One writes while one is made. */
	readonly #queue = new WriteQueue(2);
	readonly #chunks: { id: string; rows: number }[] = [];
	readonly #manifests: ArrayBuffer[] = [];
	#raw: Shelf | undefined;
	#rawOutcome: "kept" | "none" | "no-room";
	#blocks: RawBlocks;
	#blocksWritten = 0;
	#table: Table;
	#columnBytes = 0;
	#rawBytes = 0;
	#rows = 0;
	readonly #hashes = new IdHashes();
	/** Profiles of the chunks that were ended that have a user_id. */
	#endedIds = 0;
	/** Of the chunks that were ended, whether they found room or not. */
	#endedRows = 0;
	#endedBytes = 0;

	constructor(options: ChunkWriterOptions) {
		this.#options = options;
		this.#raw = options.shelves.raw;
		this.#rawOutcome = this.#raw ? "kept" : "none";
		this.#blocks = new RawBlocks(options.settings.blockRows);
		this.#table = this.#newTable();
	}

	/** Profiles so far. */
	get rows(): number {
		return this.#rows;
	}

	/** Profiles so far that have a user_id. */
	get ids(): number {
		return this.#endedIds + idsIn(this.#table.quality);
	}

	/** Bytes that are on the shelves. */
	get bytes(): number {
		return this.#columnBytes + this.#rawBytes;
	}

	/**
	 * Bytes that the columns of everybody will have, by those of the chunks so far, which need not have found room. The profiles so far are a
	 * `share` of all, 0 to 1; where that is not known, they are taken for half.
	 */
	columnBytesOfAll(share: number | undefined): number {
		if (this.#endedRows === 0) return 0;
		return ((this.#endedBytes / this.#endedRows) * this.#rows) / (share || 0.5);
	}

	/**
	 * Appends profiles from index `from` on and before `to`, or as many as the chunk still takes; returns the index of the one after the last. When
	 * `isDue` says so then, `writeDue` comes next. The loops stand here, not in the generator or the asynchronous function that calls it, in which
	 * they would not be compiled as far.
	 */
	append({ profiles, texts, lines }: Batch, from: number, to: number): number {
		const end = Math.min(to, from + this.#options.settings.chunkRows - this.#table.rows);
		for (let index = from; index < end; index++) this.#table.append(profiles[index]);
		this.#rows += end - from;
		if (!this.#raw) return end;
		if (lines) this.#blocks.addLines(lines, from, end);
		else for (let index = from; index < end; index++) this.#blocks.add(profiles[index], texts?.[index]);
		return end;
	}

	/** Whether there is something to write. */
	get isDue(): boolean {
		return this.#table.rows >= this.#options.settings.chunkRows || this.#blocks.waiting >= blocksPerWrite;
	}

	async writeDue(): Promise<void> {
		if (this.#blocks.waiting >= blocksPerWrite) await this.#writeBlocks();
		if (this.#table.rows >= this.#options.settings.chunkRows) await this.endChunk();
	}

	/** Ends the chunk, however few profiles it has; what was written before has ended when it resolves, but not yet this. */
	async endChunk(): Promise<void> {
		const table = this.#table;
		if (table.rows === 0 && this.#chunks.length > 0) return;
		const chunk = { id: this.#chunkId(), rows: table.rows };
		this.#blocks.end();
		await this.#writeBlocks();
		this.#chunks.push(chunk);
		this.#table = this.#newTable();
		this.#blocksWritten = 0;
		await paced(this.#options.settings.pace, this.#hashes.add(table));
		const { manifest, columns } = await paced(this.#options.settings.pace, saveTableInSteps(table));
		this.#manifests.push(manifest);
		this.#endedRows += table.rows;
		this.#endedIds += idsIn(table.quality);
		this.#endedBytes += columns.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
		await this.#queue.add(() => this.#writeColumns(columns.map(({ field, buffer }) => [columnKey(chunk.id, field), buffer])));
	}

	/** Ends the chunk and waits until all is written. There is at least one chunk, which may be empty. More profiles may follow. */
	async flush(): Promise<WrittenChunks> {
		await this.endChunk();
		await this.#queue.end();
		return {
			chunks: this.#chunks.map((chunk) => ({ ...chunk, hasRaw: this.#rawOutcome === "kept" })),
			manifests: [...this.#manifests],
			bytes: this.bytes,
			rawBytes: this.#rawBytes,
			raw: this.#rawOutcome,
		};
	}

	/** Rows of the chunks that were ended that seem to be of the same user as another. */
	repeated(): Promise<readonly number[]> {
		return paced(this.#options.settings.pace, this.#hashes.repeated());
	}

	/** Waits for what is being written, whatever comes of it. */
	async settle(): Promise<void> {
		await this.#queue.end().catch(() => undefined);
	}

	#chunkId(): string {
		return `${this.#options.id}.${this.#chunks.length}`;
	}

	#newTable(): Table {
		const { catalogue, timeZone, fields } = this.#options.settings;
		return new Table(catalogue, { timeZone, fields });
	}

	async #writeBlocks(): Promise<void> {
		const id = this.#chunkId();
		const entries = rawEntriesOf(id, this.#blocksWritten, this.#blocks.take());
		this.#blocksWritten += entries.length;
		if (entries.length === 0 || !this.#raw) return;
		await this.#queue.add(async () => {
			const raw = this.#raw;
			if (!raw) return;
			try {
				const bytes = await this.#put(raw, entries);
				this.#rawBytes += bytes;
			} catch (error) {
				// Given up meanwhile, which closes it.
				if (this.#raw !== raw) return;
				if (!isFull(error)) throw error;
				await this.#giveUpRaw();
			}
		});
	}

	/** Columns answer questions, profiles as they came are only shown: they go first. Whether there were any. */
	async #giveUpRaw(): Promise<boolean> {
		const raw = this.#raw;
		if (!raw) return false;
		this.#raw = undefined;
		this.#rawOutcome = "no-room";
		await (this.#options.dropRaw?.() ?? raw.remove([[]])).catch(() => undefined);
		this.#rawBytes = 0;
		return true;
	}

	async #writeColumns(entries: Buffers): Promise<void> {
		const { shelves, makeRoom } = this.#options;
		for (;;) {
			try {
				// In two steps: several writes are under way, and each has to add to what the others have added meanwhile.
				const bytes = await this.#put(shelves.columns, entries);
				this.#columnBytes += bytes;
				return;
			} catch (error) {
				if (!isFull(error) || !((await this.#giveUpRaw()) || (await makeRoom?.()))) throw error;
			}
		}
	}

	#put(shelf: Shelf, buffers: Buffers): Promise<number> {
		return putSealed(shelf, this.#options.settings.seal, buffers);
	}
}

/** Profiles with a user_id; 0 where there is no such field. */
export function idsIn({ fields }: QualityReport): number {
	const field = fields.find((each) => each.field === "user_id");
	return field ? field.seen - field.missing - field.wrongType : 0;
}

export const isFull = (error: unknown): boolean => error instanceof StoreError && error.code === "full";
