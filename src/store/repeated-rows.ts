// The rows that a refresh has for nothing, since a later row is of the same user. Only the ids of the chunks in which some seem to be are read.
import { loadTableInSteps } from "../columns/saved/load-table.ts";
import type { WrittenChunks } from "./chunk-writer.ts";
import { columnKey } from "./keys.ts";
import { paced } from "./pace.ts";
import { openWithRightKey } from "./seal.ts";
import { getOpened } from "./sealed-shelf.ts";
import type { StoreContext } from "./store-context.ts";
import { errorOf } from "./table-reader.ts";
import type { Shelf } from "./vault.ts";

/** Of rows that seem to be of the same user as another, in order: those of whose user a later one is. Rejects with a StoreError. */
export async function repeatedRows(
	context: StoreContext,
	shelf: Shelf,
	{ chunks, manifests }: Pick<WrittenChunks, "chunks" | "manifests">,
	seeming: readonly number[],
): Promise<readonly number[]> {
	const repeated: number[] = [];
	const lastOf = new Map<unknown, number>();
	let first = 0;
	let next = 0;
	for (const [index, { id: chunk, rows }] of chunks.entries()) {
		const from = next;
		while (next < seeming.length && (seeming[next] as number) < first + rows) next++;
		if (next > from) {
			const idAt = await idsOfChunk(context, shelf, chunk, manifests[index]);
			for (const row of seeming.slice(from, next)) {
				const id = idAt(row - first);
				const before = lastOf.get(id);
				if (before !== undefined) repeated.push(before);
				lastOf.set(id, row);
			}
		}
		first += rows;
	}
	return repeated;
}

async function idsOfChunk({ settings }: StoreContext, shelf: Shelf, chunk: string, manifest: unknown): Promise<(row: number) => unknown> {
	const { catalogue, timeZone, pace, seal } = settings;
	const field = "user_id";
	const [buffer] = await getOpened(shelf, openWithRightKey(seal), [columnKey(chunk, field)]);
	const steps = loadTableInSteps({ manifest, columns: [{ field, buffer }] }, catalogue, { timeZone, fields: [field] });
	const loaded = await paced(pace, steps);
	if ("problems" in loaded) throw errorOf(loaded.problems);
	const column = loaded.table.frame.members.get(field)?.column;
	return (row) => column?.at(row);
}
