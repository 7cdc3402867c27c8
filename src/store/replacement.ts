// One full refresh: chunks of a generation of its own, the pointer that moves to them, and what is cleared up when that does not come about.
import { Bitmap } from "../columns/bitmap.ts";
import { readManifest } from "../columns/saved/manifest.ts";
import { ChunkWriter, idsIn, type WrittenChunks } from "./chunk-writer.ts";
import { fullError } from "./full-error.ts";
import { manifestKey } from "./keys.ts";
import { format, type Pointer } from "./pointer.ts";
import type { Batch, ReplaceOptions } from "./replace-profiles.ts";
import { repeatedRows } from "./repeated-rows.ts";
import { getOpened } from "./sealed-shelf.ts";
import { typedAsOf } from "./settings.ts";
import {
	collectGarbage,
	dropGeneration,
	dropRaw,
	movePointer,
	newId,
	pointerOf,
	rawShelfOf,
	shelfOf,
	type StoreContext,
} from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { Shelf } from "./vault.ts";
import { writeManifest } from "./write-manifest.ts";

/** Profiles between two looks at the clock. */
const profilesPerBreath = 16;

/** Profiles after which a first refresh shows what it has, four times as many each time: readers read all of it again. */
const firstShown = 8_192;

interface Beginning extends Pick<Pointer, "generation" | "asOf" | "typedAs"> {
	/** Of the generation. */
	readonly shelf: Shelf;
	/** What was there when it began. */
	readonly before: Pointer | undefined;
}

export class Replacement {
	readonly #context: StoreContext;
	readonly #options: ReplaceOptions;
	readonly #beginning: Beginning;
	/** Where the pointer stands, as far as this has moved it. */
	#moved: Pointer | undefined;
	#writer: ChunkWriter | undefined;

	static async begin(context: StoreContext, options: ReplaceOptions): Promise<Replacement> {
		options.signal?.throwIfAborted();
		const asOf = context.settings.now();
		await collectGarbage(context, await pointerOf(context));
		const generation = newId();
		const shelf = await context.vault.create(generation);
		// After the shelf is there: whoever wipes from here on closes it, or changes this.
		const before = await pointerOf(context);
		return new Replacement(context, options, { generation, shelf, before, asOf, typedAs: await typedAsOf(context.settings) });
	}

	private constructor(context: StoreContext, options: ReplaceOptions, beginning: Beginning) {
		this.#context = context;
		this.#options = options;
		this.#beginning = beginning;
		this.#moved = beginning.before;
	}

	/** Undefined when the source started anew: what follows is for a generation of its own. Rejects as `replaceProfiles` does. */
	async run(batches: AsyncIterator<Batch> | Iterator<Batch>): Promise<Pointer | undefined> {
		const { end, onProgress } = this.#options;
		try {
			const writer = await this.#makeWriter();
			this.#writer = writer;
			if (!(await this.#write(writer, batches))) {
				await writer.settle();
				await this.#dropUnseen();
				return undefined;
			}
			await this.#refuseNobody(writer);
			const next = await this.#publish(writer, end?.().isComplete ?? true);
			onProgress?.({ profiles: next.profiles, share: 1 });
			await collectGarbage(this.#context, next);
			return next;
		} catch (error) {
			throw await this.#failed(error);
		}
	}

	async #makeWriter(): Promise<ChunkWriter> {
		const { settings, vault } = this.#context;
		const { generation, shelf, before } = this.#beginning;
		const raw = settings.keepRaw ? await vault.create(rawShelfOf(generation)) : undefined;
		return new ChunkWriter({
			settings,
			shelves: { columns: shelf, raw },
			id: generation,
			dropRaw: () => dropRaw(this.#context, generation),
			makeRoom: async () => before !== undefined && dropRaw(this.#context, before.generation),
		});
	}

	/** Whether these are all profiles: false when the source started anew. */
	async #write(writer: ChunkWriter, batches: AsyncIterator<Batch> | Iterator<Batch>): Promise<boolean> {
		const { signal, onProgress, share } = this.#options;
		let shown = this.#beginning.before ? Number.POSITIVE_INFINITY : firstShown;
		for (let step = await batches.next(); !step.done; step = await batches.next()) {
			if (step.value.startsAnew && writer.rows > 0) return false;
			await this.#writeBatch(writer, step.value);
			signal?.throwIfAborted();
			if (writer.rows >= shown) {
				await this.#publish(writer, false);
				shown *= 4;
			}
			onProgress?.({ profiles: writer.rows, share: share?.() });
		}
		signal?.throwIfAborted();
		return true;
	}

	async #writeBatch(writer: ChunkWriter, batch: Batch): Promise<void> {
		const { pace } = this.#context.settings;
		const { length } = batch.profiles;
		for (let index = 0; index < length; ) {
			index = writer.append(batch, index, Math.min(index + profilesPerBreath, length));
			if (writer.isDue) await writer.writeDue();
			const breath = pace.breathe();
			if (breath) {
				await breath;
				this.#options.signal?.throwIfAborted();
			}
		}
	}

	/** An answer that is no answer, such as a page that says "not allowed", does not take the place of people. */
	async #refuseNobody(writer: ChunkWriter): Promise<void> {
		if (writer.rows > 0 && writer.ids === 0 && (await this.#keptIds()) > 0) throw new StoreError("nobody");
	}

	/** Profiles with a user_id that were there before; none where that cannot be read, or is not to be kept. */
	async #keptIds(): Promise<number> {
		const { before } = this.#beginning;
		const { fields, seal } = this.#context.settings;
		if (!before || !fields.includes("user_id")) return 0;
		try {
			const shelf = await shelfOf(this.#context, before.generation);
			const [manifest] = await getOpened(shelf, seal.open, [manifestKey(before.revision)]);
			return idsIn(readManifest(manifest, true).quality);
		} catch {
			return 0;
		}
	}

	/** Moves the pointer to what has come so far. */
	async #publish(writer: ChunkWriter, isComplete: boolean): Promise<Pointer> {
		const { generation, shelf } = this.#beginning;
		const { signal, onMoved } = this.#options;
		const written = await writer.flush();
		const repeated = await repeatedRows(this.#context, shelf, written, await writer.repeated());
		const next = this.#pointerTo(written, writer.rows - repeated.length, isComplete);
		const removed = repeated.length > 0 ? Bitmap.ofRows(repeated, writer.rows).words : undefined;
		await writeManifest(this.#context, shelf, written.manifests, next.revision, removed);
		const before = this.#moved;
		await movePointer(this.#context, { before, next, shelf, signal });
		if (before?.generation === generation) await shelf.remove([manifestKey(before.revision)]).catch(() => undefined);
		this.#moved = next;
		onMoved?.(next);
		return next;
	}

	#pointerTo({ chunks, bytes, rawBytes }: WrittenChunks, profiles: number, isComplete: boolean): Pointer {
		const { generation, asOf, typedAs } = this.#beginning;
		const { blockRows, seal, leftOut } = this.#context.settings;
		const { source, end } = this.#options;
		const { problems = 0, validators } = end?.() ?? {};
		return {
			...{ format, revision: newId(), generation, chunks, blockRows, changeChunks: 0, profiles },
			...{ asOf, fetchedAt: asOf, isComplete, problems, bytes, rawBytes },
			...{ isEncrypted: seal.isEncrypted, leftOut, typedAs },
			...(validators && isComplete && { validators }),
			...(source !== undefined && { source }),
		};
	}

	/** Clears up; what is to be thrown. */
	async #failed(error: unknown): Promise<unknown> {
		const { signal, share } = this.#options;
		const writer = this.#writer;
		await writer?.settle();
		const told = fullError(error, { needed: writer?.columnBytesOfAll(share?.()) ?? 0, written: writer?.bytes ?? 0 });
		// Part of a first refresh is better than nothing, and says what it is. What all is there is not made less by who heard of it last.
		const isFirst = !this.#beginning.before && !this.#moved?.isComplete;
		const isWorthShowing = isFirst && !signal?.aborted && !(error instanceof StoreError);
		if (writer && writer.rows > 0 && isWorthShowing) await this.#publish(writer, false).catch(() => undefined);
		await this.#dropUnseen();
		return told;
	}

	/** Drops the generation, where no pointer has moved to it. */
	async #dropUnseen(): Promise<void> {
		const { generation } = this.#beginning;
		if (this.#moved?.generation !== generation) await dropGeneration(this.#context, generation);
	}
}
