// A refresh of what has changed: the new profiles become chunks after those that are there, what they replace is marked removed, and the pointer
// moves. Nothing of the others is read but their ids, and nothing written.
import { Bitmap } from "../columns/bitmap.ts";
import { idsOf } from "../columns/rows-by-id.ts";
import { rowsOfIdsInSteps } from "../columns/rows-of-ids.ts";
import { saveTableInSteps } from "../columns/saved/save-table.ts";
import { Changes } from "./changes.ts";
import { chunksOf, isFull, type Shelves } from "./chunk-writer.ts";
import { fullError } from "./full-error.ts";
import { columnKey, isRaw, manifestKey } from "./keys.ts";
import { paced } from "./pace.ts";
import { type KeptChunk, type Pointer, readPointer } from "./pointer.ts";
import { RawChunks } from "./raw-chunks.ts";
import type { Batch, ReplaceOptions } from "./replace-profiles.ts";
import { type Buffers, bytesOf, getOpened, sealed } from "./sealed-shelf.ts";
import type { Settings } from "./settings.ts";
import { movePointer, newId, pointerOf, rawShelfOf, shelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { KeptTable } from "./table-reader.ts";
import { type Key, pointerKey, type Shelf } from "./vault.ts";
import { writeManifest } from "./write-manifest.ts";

export interface ChangeOptions extends Omit<ReplaceOptions, "source" | "share"> {
	/**
	 * The key of a profile whose `true` says that the user was removed, and whose `false` or absence that he was not; of CSV, these words. A profile
	 * with another value, such as 1, is counted among the problems and not taken. Default: no profile says so.
	 */
	readonly removedWhen?: string | undefined;
}

export interface Applied {
	readonly pointer: Pointer;
	/** Users who are not there any more, or never were. */
	readonly removed: number;
}

/**
 * The table has `user_id` loaded. A profile takes the place of all with its user_id; of several, the last counts. One without a user_id, which
 * is a text, counts among the problems. Rejects as `replaceProfiles` does, with StoreError `no-ids`, and with RangeError where `user_id` is of
 * another type than text; then nothing has changed.
 */
export async function applyChanges(
	context: StoreContext,
	{ pointer, table }: KeptTable,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	options: ChangeOptions = {},
): Promise<Applied> {
	const { settings, vault } = context;
	const { signal, onMoved, end } = options;
	if (!table.frame.members.has("user_id")) throw new StoreError("no-ids");
	idsOf(table.frame);
	const asOf = settings.now();
	const changes = await readChanges(settings, batches, options);
	const problems = (end?.().problems ?? 0) + changes.withoutId + changes.unclear;
	if (problems > 0 && changes.ids.size === 0 && changes.unclear === 0) throw new StoreError("nobody");
	const replaced = await paced(settings.pace, rowsOfIdsInSteps(table, changes.ids));
	if (replaced.length === 0 && changes.table.size === 0) {
		const next = await confirmed(context, pointer, { asOf, problems, signal });
		onMoved?.(next);
		return { pointer: next, removed: 0 };
	}
	const shelf = await shelfOf(context, pointer.generation);
	const raw = settings.keepRaw ? await vault.open(rawShelfOf(pointer.generation)) : undefined;
	const written: Written = new Map();
	const revision = newId();
	let hasMoved = false;
	try {
		const { chunks, manifests } = await writeChunks(settings, { columns: shelf, raw }, changes, pointer.blockRows, written);
		signal?.throwIfAborted();
		const [before] = await getOpened(shelf, settings.seal.open, [manifestKey(pointer.revision)]);
		const { words } = Bitmap.ofRows(replaced, table.rows);
		await writeManifest(context, shelf, [before, ...manifests], revision, words);
		const next: Pointer = {
			...withoutSource(pointer),
			...{ revision, asOf, chunks: [...pointer.chunks, ...chunks], changeChunks: pointer.changeChunks + chunks.length },
			profiles: pointer.profiles - replaced.length + changes.table.size,
			problems: pointer.problems + problems,
			bytes: pointer.bytes + bytesOf(written),
			rawBytes: pointer.rawBytes + bytesOf([...written].filter(([key]) => isRaw(key))),
		};
		await movePointer(context, { before: pointer, next, shelf, signal });
		hasMoved = true;
		await shelf.remove([manifestKey(pointer.revision)]).catch(() => undefined);
		onMoved?.(next);
		return { pointer: next, removed: changes.removed.size };
	} catch (error) {
		const told = fullError(error, { needed: bytesOf(written), written: 0 });
		// Nobody points to it, and it takes room.
		if (!hasMoved) await Promise.allSettled([shelf, raw].map((each) => each?.remove([...written.keys(), manifestKey(revision)])));
		throw (await isReplaced(context, pointer, told)) ? new StoreError("replaced", { cause: told }) : told;
	}
}

interface Confirmation extends Pick<Pointer, "asOf" | "problems"> {
	readonly signal: AbortSignal | undefined;
}

/** Nothing has changed: what is kept is as of now, and of the same revision. */
async function confirmed({ vault }: StoreContext, { revision }: Pointer, { asOf, problems, signal }: Confirmation): Promise<Pointer> {
	const next = await vault.head.update(pointerKey, (value) => {
		signal?.throwIfAborted();
		const present = readPointer(value);
		if (present?.revision !== revision) throw new StoreError("replaced");
		return { ...present, asOf, problems: present.problems + problems };
	});
	return next as Pointer;
}

/** Of changed profiles nobody may be told by the source of all that they are those it has. */
function withoutSource({ source: _, validators: __, ...rest }: Pointer): Pointer {
	return rest;
}

async function readChanges(
	settings: Settings,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	{ signal, onProgress, removedWhen }: ChangeOptions,
): Promise<Changes> {
	let changes = new Changes(settings, removedWhen);
	for await (const { profiles, texts, untyped, startsAnew } of batches) {
		if (startsAnew) changes = new Changes(settings, removedWhen);
		for (let index = 0; index < profiles.length; index++) {
			changes.add(profiles[index], texts?.[index], untyped);
			if ((index & 15) === 15) await settings.pace.breathe();
		}
		signal?.throwIfAborted();
		onProgress?.({ profiles: changes.count });
	}
	return changes;
}

/** What has been tried to write, whether it found room or not: to be counted, and to be removed where it comes to nothing. */
type Written = Map<Key, ArrayBuffer>;

/** Where only columns find room, the profiles are not kept as they came. Where nobody is new or other than before, there is no chunk. */
async function writeChunks(
	settings: Settings,
	{ columns, raw }: Shelves,
	changes: Changes,
	blockRows: number,
	written: Written,
): Promise<{ readonly chunks: readonly KeptChunk[]; readonly manifests: readonly ArrayBuffer[] }> {
	if (changes.table.size === 0) return { chunks: [], manifests: [] };
	const { pace, chunkRows } = settings;
	const saved = await paced(pace, saveTableInSteps(changes.table, { chunkRows }));
	const chunks = chunksOf(newId(), changes.table.rows, settings, raw !== undefined);
	const put = async (shelf: Shelf, plain: Buffers): Promise<void> => {
		const entries = await sealed(settings.seal, plain);
		for (const [key, buffer] of entries) written.set(key, buffer);
		await shelf.put(entries);
	};
	const columnsEach = saved.columns.length / chunks.length;
	for (const [index, { id }] of chunks.entries()) {
		const own = saved.columns.slice(index * columnsEach, (index + 1) * columnsEach);
		await put(
			columns,
			own.map(({ field, buffer }) => [columnKey(id, field), buffer]),
		);
	}
	const manifests = [saved.manifest];
	if (!raw) return { chunks, manifests };
	try {
		const rawChunks = new RawChunks(chunks, blockRows, (entries) => put(raw, entries));
		for (const [index, { profile, text }] of changes.texts.entries()) {
			rawChunks.add(profile, text);
			if (rawChunks.isDue) await rawChunks.writeDue();
			if ((index & 15) === 15) await pace.breathe();
		}
		return { chunks, manifests };
	} catch (error) {
		if (!isFull(error)) throw error;
		const keys = [...written.keys()].filter(isRaw);
		await raw.remove(keys).catch(() => undefined);
		for (const key of keys) written.delete(key);
		return { chunks: chunks.map((chunk) => ({ ...chunk, hasRaw: false })), manifests };
	}
}

/** Where another's changes came first, the manifest of this pointer is gone, which looks like damage. */
async function isReplaced(context: StoreContext, pointer: Pointer, told: unknown): Promise<boolean> {
	if (!(told instanceof StoreError && told.code === "damaged")) return false;
	return (await pointerOf(context))?.revision !== pointer.revision;
}
