// Profiles as they came, of chunks whose rows are known beforehand, some blocks at a time: what is asked of the browser at once, it does at once.
import { blocksPerWrite, rawEntriesOf } from "./chunk-writer.ts";
import type { KeptChunk } from "./pointer.ts";
import { RawBlocks } from "./raw-blocks.ts";
import type { Buffers } from "./sealed-shelf.ts";

export class RawChunks {
	readonly #chunks: readonly KeptChunk[];
	readonly #put: (entries: Buffers) => Promise<void>;
	readonly #blocks: RawBlocks;
	/** The chunk in the making: its index, its profiles so far, and its blocks that were written. */
	#at = 0;
	#rows = 0;
	#written = 0;

	constructor(chunks: readonly KeptChunk[], blockRows: number, put: (entries: Buffers) => Promise<void>) {
		this.#chunks = chunks;
		this.#put = put;
		this.#blocks = new RawBlocks(blockRows);
	}

	/** As `RawBlocks.add`. When `isDue` says so then, `writeDue` comes next. */
	add(profile: unknown, text: string | undefined): void {
		this.#blocks.add(profile, text);
		this.#rows++;
	}

	get isDue(): boolean {
		return this.#isWhole || this.#blocks.waiting >= blocksPerWrite;
	}

	async writeDue(): Promise<void> {
		const isWhole = this.#isWhole;
		if (isWhole) this.#blocks.end();
		const { id } = this.#chunks[this.#at] as KeptChunk;
		const entries = rawEntriesOf(id, this.#written, this.#blocks.take());
		this.#written += entries.length;
		await this.#put(entries);
		if (!isWhole) return;
		this.#at++;
		this.#rows = 0;
		this.#written = 0;
	}

	get #isWhole(): boolean {
		return this.#rows === this.#chunks[this.#at]?.rows;
	}
}
