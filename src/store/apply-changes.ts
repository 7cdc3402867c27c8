// A refresh of what has changed: the new profiles become chunks after those that are there, what they replace is marked removed, and the pointer
// moves. Nothing of the others is read but their ids, and nothing written.
import { Bitmap } from "../columns/bitmap.ts";
import { rowsOfIdsInSteps } from "../columns/rows-of-ids.ts";
import { saveTableInSteps } from "../columns/saved/save-table.ts";
import { Table } from "../columns/table.ts";
import { chunksOf, isFull, rawEntriesOf } from "./chunk-writer.ts";
import { columnKey, isRaw, manifestKey } from "./keys.ts";
import { paced } from "./pace.ts";
import type { KeptChunk, Pointer } from "./pointer.ts";
import { RawBlocks } from "./raw-blocks.ts";
import { type Batch, fullError, type ReplaceOptions, writeManifest } from "./replace-profiles.ts";
import { type Buffers, bytesOf, getOpened, sealed } from "./sealed-shelf.ts";
import type { Settings } from "./settings.ts";
import { movePointer, newId, pointerOf, rawShelfOf, shelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { KeptTable } from "./table-reader.ts";
import type { Key } from "./vault.ts";

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
	whole: KeptTable,
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	options: ChangeOptions = {},
): Promise<Pointer> {
	const { settings } = context;
	const { signal, onProgress, onMoved, end } = options;
	const { pointer, table } = whole;
	if (!table.frame.members.has("user_id")) throw new StoreError("no-ids");
	const asOf = settings.now();
	const noChanges = (): Changes => new Changes(settings, options.removedWhen);
	let changes = noChanges();
	for await (const { profiles, texts, startsAnew } of batches) {
		if (startsAnew) changes = noChanges();
		for (let index = 0; index < profiles.length; index++) {
			changes.add(profiles[index], texts?.[index]);
			if ((index & 15) === 15) await settings.pace.breathe();
		}
		signal?.throwIfAborted();
		onProgress?.({ profiles: changes.count });
	}
	const replaced = await paced(settings.pace, rowsOfIdsInSteps(table, changes.ids));
	const id = newId();
	const written = new Map<Key, ArrayBuffer>();
	const shelf = await shelfOf(context, pointer.generation);
	const raw = settings.keepRaw ? await context.vault.open(rawShelfOf(pointer.generation)) : undefined;
	let hasMoved = false;
	try {
		const saved = await paced(settings.pace, saveTableInSteps(changes.table, { chunkRows: settings.chunkRows }));
		let chunks = chunksOf(id, changes.table.rows, settings, raw !== undefined);
		const columns = saved.columns.map(({ field, buffer }, index) => {
			const chunk = chunks[Math.floor((index * chunks.length) / saved.columns.length)] as KeptChunk;
			return [columnKey(chunk.id, field), buffer] as const;
		});
		const seal = async (plain: Buffers): Promise<Buffers> => {
			const entries = await sealed(settings.seal, plain);
			for (const [key, buffer] of entries) written.set(key, buffer);
			return entries;
		};
		await shelf.put(await seal(columns));
		if (raw) {
			const entries = await seal(rawEntries(chunks, changes.texts, pointer.blockRows));
			await raw.put(entries).catch((error: unknown) => {
				if (!isFull(error)) throw error;
				chunks = chunks.map((chunk) => ({ ...chunk, hasRaw: false }));
				for (const [key] of entries) written.delete(key);
			});
		}
		signal?.throwIfAborted();
		const [before] = await getOpened(shelf, settings.seal.open, [manifestKey(pointer.revision)]);
		const revision = newId();
		await writeManifest(context, shelf, [before, saved.manifest], revision, Bitmap.ofRows(replaced, table.rows + changes.table.rows).words);
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

/** Where another's changes came first, the manifest of this pointer is gone, which looks like damage. */
async function isReplaced(context: StoreContext, pointer: Pointer, told: unknown): Promise<boolean> {
	if (!(told instanceof StoreError && told.code === "damaged")) return false;
	return (await pointerOf(context))?.revision !== pointer.revision;
}

/** Changed profiles, the last of each user, and everybody whom they replace. */
class Changes {
	readonly table: Table;
	/** Of the table's rows, as JSON. */
	readonly texts: RawText[] = [];
	readonly ids: Set<string> = new Set();
	count = 0;
	readonly #removedWhen: string | undefined;
	/** Reads the user_id of profiles that are not kept. */
	readonly #removals: Table;

	constructor({ catalogue, timeZone, fields }: Settings, removedWhen: string | undefined) {
		this.table = new Table(catalogue, { timeZone, fields });
		this.#removals = new Table(catalogue, { timeZone, fields: ["user_id"] });
		this.#removedWhen = removedWhen;
	}

	add(profile: unknown, text: string | undefined): void {
		this.count++;
		if (this.#isRemoval(profile)) {
			const id = idAt(this.#removals, this.#removals.append(profile));
			if (id === undefined) return;
			this.ids.add(id);
			this.table.remove(id);
			return;
		}
		const id = idAt(this.table, this.table.put(profile));
		if (id !== undefined) this.ids.add(id);
		this.texts.push({ profile, text });
	}

	#isRemoval(profile: unknown): boolean {
		const key = this.#removedWhen;
		if (key === undefined || typeof profile !== "object" || profile === null) return false;
		return Object.hasOwn(profile, key) && (profile as Readonly<Record<string, unknown>>)[key] === true;
	}
}

interface RawText {
	readonly profile: unknown;
	readonly text: string | undefined;
}

function idAt({ frame }: Table, row: number): string | undefined {
	const id = frame.members.get("user_id")?.column.at(row);
	return typeof id === "string" ? id : undefined;
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
