// A refresh of what has changed: the new profiles become chunks after those that are there, what they replace is marked removed, and the pointer
// moves. Nothing of the others is read but their ids, and nothing written.
import { Bitmap } from "../columns/bitmap.ts";
import { rowsOfIdsInSteps } from "../columns/rows-of-ids.ts";
import { saveTableInSteps } from "../columns/saved/save-table.ts";
import { Changes, type RawText } from "./changes.ts";
import { chunksOf, isFull, rawEntriesOf, type Shelves } from "./chunk-writer.ts";
import { fullError } from "./full-error.ts";
import { columnKey, isRaw, manifestKey } from "./keys.ts";
import { paced } from "./pace.ts";
import type { KeptChunk, Pointer } from "./pointer.ts";
import { RawBlocks } from "./raw-blocks.ts";
import type { Batch, ReplaceOptions } from "./replace-profiles.ts";
import { type Buffers, bytesOf, getOpened, sealed } from "./sealed-shelf.ts";
import type { Settings } from "./settings.ts";
import { movePointer, newId, pointerOf, rawShelfOf, shelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { KeptTable } from "./table-reader.ts";
import type { Key } from "./vault.ts";
import { writeManifest } from "./write-manifest.ts";

export interface ChangeOptions extends Omit<ReplaceOptions, "source" | "share"> {
	/** The key of a profile whose `true` says that the user was removed. Default: no profile says so. */
	readonly removedWhen?: string | undefined;
}

/**
 * `whole` is the table with `user_id` loaded. A profile takes the place of all with its user_id; of several, the last counts. Rejects as
 * `replaceProfiles` does; then nothing has changed.
 */
export async function applyChanges(
	context: StoreContext,
	{ pointer, table }: KeptTable,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	options: ChangeOptions = {},
): Promise<Pointer> {
	const { settings, vault } = context;
	const { signal, onMoved, end } = options;
	if (!table.frame.members.has("user_id")) throw new StoreError("no-ids");
	const asOf = settings.now();
	const changes = await readChanges(settings, batches, options);
	const replaced = await paced(settings.pace, rowsOfIdsInSteps(table, changes.ids));
	const shelf = await shelfOf(context, pointer.generation);
	const raw = settings.keepRaw ? await vault.open(rawShelfOf(pointer.generation)) : undefined;
	const written: Written = new Map();
	let hasMoved = false;
	try {
		const { chunks, manifest } = await writeChunks(settings, { columns: shelf, raw }, changes, pointer.blockRows, written);
		signal?.throwIfAborted();
		const [before] = await getOpened(shelf, settings.seal.open, [manifestKey(pointer.revision)]);
		const revision = newId();
		const { words } = Bitmap.ofRows(replaced, table.rows + changes.table.rows);
		await writeManifest(context, shelf, [before, manifest], revision, words);
		const next: Pointer = {
			...pointer,
			...{ revision, asOf, chunks: [...pointer.chunks, ...chunks], changeChunks: pointer.changeChunks + chunks.length },
			profiles: pointer.profiles - replaced.length + changes.table.size,
			problems: pointer.problems + (end?.().problems ?? 0),
			bytes: pointer.bytes + bytesOf(written),
			rawBytes: pointer.rawBytes + bytesOf([...written].filter(([key]) => isRaw(key))),
		};
		await movePointer(context, { before: pointer, next, shelf, signal });
		hasMoved = true;
		await shelf.remove([manifestKey(pointer.revision)]).catch(() => undefined);
		onMoved?.(next);
		return next;
	} catch (error) {
		const told = fullError(error, { needed: bytesOf(written), written: 0 });
		// Nobody points to it, and it takes room.
		if (!hasMoved) await Promise.allSettled([shelf, raw].map((each) => each?.remove([...written.keys()])));
		throw (await isReplaced(context, pointer, told)) ? new StoreError("replaced", { cause: told }) : told;
	}
}

async function readChanges(
	settings: Settings,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	{ signal, onProgress, removedWhen }: ChangeOptions,
): Promise<Changes> {
	let changes = new Changes(settings, removedWhen);
	for await (const { profiles, texts, startsAnew } of batches) {
		if (startsAnew) changes = new Changes(settings, removedWhen);
		for (let index = 0; index < profiles.length; index++) {
			changes.add(profiles[index], texts?.[index]);
			if ((index & 15) === 15) await settings.pace.breathe();
		}
		signal?.throwIfAborted();
		onProgress?.({ profiles: changes.count });
	}
	return changes;
}

/** What has been tried to write, whether it found room or not: to be counted, and to be removed where it comes to nothing. */
type Written = Map<Key, ArrayBuffer>;

/** Where only columns find room, the profiles are not kept as they came. */
async function writeChunks(
	settings: Settings,
	{ columns, raw }: Shelves,
	changes: Changes,
	blockRows: number,
	written: Written,
): Promise<{ readonly chunks: readonly KeptChunk[]; readonly manifest: ArrayBuffer }> {
	const { pace, chunkRows } = settings;
	const saved = await paced(pace, saveTableInSteps(changes.table, { chunkRows }));
	const chunks = chunksOf(newId(), changes.table.rows, settings, raw !== undefined);
	const seal = async (plain: Buffers): Promise<Buffers> => {
		const entries = await sealed(settings.seal, plain);
		for (const [key, buffer] of entries) written.set(key, buffer);
		return entries;
	};
	const chunkOf = (index: number) => chunks[Math.floor((index * chunks.length) / saved.columns.length)] as KeptChunk;
	await columns.put(await seal(saved.columns.map(({ field, buffer }, index) => [columnKey(chunkOf(index).id, field), buffer])));
	if (!raw) return { chunks, manifest: saved.manifest };
	const entries = await seal(rawEntries(chunks, changes.texts, blockRows));
	try {
		await raw.put(entries);
		return { chunks, manifest: saved.manifest };
	} catch (error) {
		if (!isFull(error)) throw error;
		for (const [key] of entries) written.delete(key);
		return { chunks: chunks.map((chunk) => ({ ...chunk, hasRaw: false })), manifest: saved.manifest };
	}
}

/** Where another's changes came first, the manifest of this pointer is gone, which looks like damage. */
async function isReplaced(context: StoreContext, pointer: Pointer, told: unknown): Promise<boolean> {
	if (!(told instanceof StoreError && told.code === "damaged")) return false;
	return (await pointerOf(context))?.revision !== pointer.revision;
}

function rawEntries(chunks: readonly KeptChunk[], texts: readonly RawText[], blockRows: number): Buffers {
	let from = 0;
	return chunks.flatMap(({ id, rows }) => {
		const blocks = new RawBlocks(blockRows);
		for (const { profile, text } of texts.slice(from, from + rows)) blocks.add(profile, text);
		blocks.end();
		from += rows;
		return rawEntriesOf(id, 0, blocks.take());
	});
}
