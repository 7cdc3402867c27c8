// A full refresh: a new generation is written beside the present one, then the pointer moves. While there is nothing yet, what has come so far
// can be seen, and says of itself that it is partial.
import { joinManifests } from "../columns/saved/join-manifests.ts";
import { ChunkWriter, type WrittenChunks } from "./chunk-writer.ts";
import { manifestKey } from "./keys.ts";
import { format, type Pointer } from "./pointer.ts";
import type { Validators } from "./sources/source-options.ts";
import { putSealed } from "./sealed-shelf.ts";
import { typedAsOf } from "./settings.ts";
import { collectGarbage, dropGeneration, dropRaw, movePointer, newId, pointerOf, rawShelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { Shelf } from "./vault.ts";

export interface Batch {
	readonly profiles: readonly unknown[];
	/** Each profile as JSON without line breaks, where the source has it at hand. */
	readonly texts?: readonly string[] | undefined;
	/** What came before this batch is of another version of the source: it is forgotten. */
	readonly startsAnew?: boolean;
}

export interface RefreshProgress {
	/** Profiles so far. */
	readonly profiles: number;
	/** 0 to 1, where the source knows how much there is. */
	readonly share?: number | undefined;
}

/** What is known of the source once its profiles have come. */
export interface SourceEnd {
	/** False when it ended too early. Default true. */
	readonly isComplete?: boolean;
	/** Profiles that could not be read. */
	readonly problems?: number;
	readonly validators?: Validators | undefined;
}

export interface ReplaceOptions {
	/** Aborting rejects with the signal's reason and leaves the profiles that were there before. */
	readonly signal?: AbortSignal | undefined;
	/** Called after each batch. */
	readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
	/** Called whenever the pointer has moved. */
	readonly onMoved?: ((pointer: Pointer) => void) | undefined;
	/** 0 to 1, where the source knows. */
	readonly share?: (() => number | undefined) | undefined;
	readonly end?: (() => SourceEnd) | undefined;
	/** Which source this is, as a hash. */
	readonly source?: string | undefined;
}

/** Profiles between two looks at the clock. */
const profilesPerBreath = 16;

/** Profiles after which a first refresh shows what it has, four times as many each time: readers read all of it again. */
const firstShown = 8_192;

/** Rejects with a StoreError, with the signal's reason, or with what `batches` throws; then what was there before is there still. */
export async function replaceProfiles(
	context: StoreContext,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	options: ReplaceOptions = {},
): Promise<Pointer> {
	const iterator = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
	try {
		for (;;) {
			const pointer = await replaceFrom(context, iterator, options);
			if (pointer) return pointer;
		}
	} finally {
		await iterator.return?.();
	}
}

/** Undefined when the source started anew: what follows is for a generation of its own. */
async function replaceFrom(
	context: StoreContext,
	batches: AsyncIterator<Batch> | Iterator<Batch>,
	options: ReplaceOptions,
): Promise<Pointer | undefined> {
	const { settings } = context;
	const { signal, onProgress, onMoved, share, end } = options;
	signal?.throwIfAborted();
	const asOf = settings.now();
	await collectGarbage(context, await pointerOf(context));
	const generation = newId();
	const shelf = await context.vault.create(generation);
	// After the shelf is there: whoever wipes from here on closes it, or changes this.
	const before = await pointerOf(context);
	let moved = before;
	let writer: ChunkWriter | undefined;
	let publishRest: (() => Promise<unknown>) | undefined;
	const typedAs = await typedAsOf(settings);
	const describe = (written: WrittenChunks, isComplete: boolean): Pointer => ({
		...{
			format,
			revision: newId(),
			generation,
			chunks: written.chunks,
			blockRows: settings.blockRows,
			changeChunks: 0,
			profiles: writer?.rows ?? 0,
		},
		...{ asOf, fetchedAt: asOf, isComplete, problems: end?.().problems ?? 0, bytes: written.bytes, rawBytes: written.rawBytes },
		...{ isEncrypted: settings.seal.isEncrypted, leftOut: settings.leftOut, typedAs },
		...(end?.().validators && isComplete && { validators: end().validators as Validators }),
		...(options.source !== undefined && { source: options.source }),
	});
	try {
		const raw = settings.keepRaw ? await context.vault.create(rawShelfOf(generation)) : undefined;
		const from = new ChunkWriter({
			settings,
			shelves: { columns: shelf, raw },
			id: generation,
			dropRaw: () => dropRaw(context, generation),
			makeRoom: async () => before !== undefined && dropRaw(context, before.generation),
		});
		writer = from;
		const publish = async (isComplete: boolean): Promise<Pointer> => {
			const written = await from.flush();
			const next = describe(written, isComplete);
			await writeManifest(context, shelf, written.manifests, next.revision);
			await movePointer(context, { before: moved, next, shelf, signal });
			if (moved?.generation === generation) await shelf.remove([manifestKey(moved.revision)]).catch(() => undefined);
			moved = next;
			onMoved?.(next);
			return next;
		};
		publishRest = () => publish(false);
		let shown = before ? Number.POSITIVE_INFINITY : firstShown;
		for (let step = await batches.next(); !step.done; step = await batches.next()) {
			const { profiles, texts, startsAnew } = step.value;
			if (startsAnew && from.rows > 0) {
				await from.settle();
				if (moved?.generation !== generation) await dropGeneration(context, generation);
				return undefined;
			}
			for (let index = 0; index < profiles.length; ) {
				index = from.append(profiles, texts, index, Math.min(index + profilesPerBreath, profiles.length));
				if (from.isDue) await from.writeDue();
				const breath = settings.pace.breathe();
				if (breath) {
					await breath;
					signal?.throwIfAborted();
				}
			}
			signal?.throwIfAborted();
			if (from.rows >= shown) {
				await publish(false);
				shown *= 4;
			}
			onProgress?.({ profiles: from.rows, share: share?.() });
		}
		signal?.throwIfAborted();
		const next = await publish(end?.().isComplete ?? true);
		onProgress?.({ profiles: next.profiles, share: 1 });
		await collectGarbage(context, next);
		return next;
	} catch (error) {
		await writer?.settle();
		const told = fullError(error, { needed: writer?.columnBytesOfAll(share?.()) ?? 0, written: writer?.bytes ?? 0 });
		// Part of a first refresh is better than nothing, and says what it is.
		if (!before && !signal?.aborted && !(error instanceof StoreError)) await publishRest?.().catch(() => undefined);
		if (moved?.generation !== generation) await dropGeneration(context, generation);
		throw told;
	}
}

export async function writeManifest(
	{ settings }: StoreContext,
	shelf: Shelf,
	manifests: readonly unknown[],
	revision: string,
	removedRows?: Int32Array,
): Promise<void> {
	const joined = joinManifests(manifests, removedRows);
	if ("problems" in joined) throw new StoreError("damaged", { cause: joined.problems });
	await putSealed(shelf, settings.seal, [[manifestKey(revision), joined.manifest]]);
}

export interface Room {
	/** Bytes of everything that has to be written; 0 where that is not known. */
	readonly needed: number;
	/** Bytes of it that found room. */
	readonly written: number;
}

/**
 * With how much is missing, when the storage is full. Browsers are not asked: what they say is left is no more than a guess (Chromium says
 * 10 GB to everybody), and that what came next did not fit says more.
 */
export function fullError(error: unknown, { needed, written }: Room): unknown {
	if (!(error instanceof StoreError) || error.code !== "full" || needed === 0) return error;
	return new StoreError("full", { cause: error.cause, missingBytes: Math.max(1, Math.ceil(needed - written)) });
}
