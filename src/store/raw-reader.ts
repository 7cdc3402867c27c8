// Profiles as they came, by their rows in the table of the same revision: only the blocks that hold them are read.
import { placeOf, rawKey } from "./keys.ts";
import type { Pointer } from "./pointer.ts";
import { linesOf, profileAt, textOfBlock } from "./raw-block.ts";
import { inShelf, rawShelfOf, type StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import { openWithRightKey } from "./seal.ts";
import { getOpened } from "./sealed-shelf.ts";
import type { Key } from "./vault.ts";

interface Place {
	readonly key: Key;
	readonly line: number;
}

/** Throws RangeError for a row that no table has. One beyond the end is a row all the same. */
export function refuseWrongRows(rows: readonly number[]): void {
	const wrong = rows.findIndex((row) => !(Number.isInteger(row) && row >= 0));
	if (wrong >= 0) throw new RangeError(`A row is a whole number from 0 on, not ${rows[wrong]}.`);
}

/** In the order of `rows`, which are whole numbers from 0 on; undefined for those that are not kept as they came. Cost: the blocks that hold them. */
export async function rawProfiles(context: StoreContext, pointer: Pointer, rows: readonly number[]): Promise<readonly unknown[]> {
	const places = rows.map((row) => placeOfRow(pointer, row));
	const keys = new Map(places.flatMap((place): [string, Key][] => (place ? [[placeOf(place.key), place.key]] : [])));
	const texts = keys.size === 0 ? undefined : await blockTexts(context, pointer, [...keys.values()]);
	if (!texts) return rows.map(() => undefined);
	const textAt = new Map([...keys.keys()].map((name, index) => [name, texts[index] as string]));
	return places.map((place) => place && profileAt(textAt.get(placeOf(place.key)) as string, place.line));
}

/** All profiles that are not removed as lines of JSON, a block at a time. Throws StoreError `no-raw` where some are not kept as they came. */
export async function* allRawLines(
	context: StoreContext,
	pointer: Pointer,
	isRemoved: (row: number) => boolean,
): AsyncGenerator<readonly string[]> {
	if (pointer.chunks.every(({ rows }) => rows === 0)) return;
	if (pointer.chunks.some(({ hasRaw }) => !hasRaw)) throw new StoreError("no-raw");
	let first = 0;
	for (const chunk of pointer.chunks) {
		for (let block = 0; block * pointer.blockRows < chunk.rows; block++) {
			const texts = await blockTexts(context, pointer, [rawKey(chunk.id, block)]);
			if (!texts) throw new StoreError("damaged");
			const from = first + block * pointer.blockRows;
			yield linesOf(texts[0] as string).filter((_, index) => !isRemoved(from + index));
		}
		first += chunk.rows;
	}
}

/** Undefined when there is no shelf of profiles as they came, or not any more. */
async function blockTexts(
	{ settings, vault }: StoreContext,
	{ generation }: Pointer,
	keys: readonly Key[],
): Promise<readonly string[] | undefined> {
	const blocks = await inShelf(
		() => vault.open(rawShelfOf(generation)),
		async (shelf) => shelf && getOpened(shelf, openWithRightKey(settings.seal), keys),
	);
	return blocks?.map((block, index) => textOfBlock(block, placeOf(keys[index] as Key)));
}

function placeOfRow({ chunks, blockRows }: Pointer, row: number): Place | undefined {
	let first = 0;
	for (const { id, rows, hasRaw } of chunks) {
		if (row < first + rows) {
			const within = row - first;
			return hasRaw ? { key: rawKey(id, Math.floor(within / blockRows)), line: within % blockRows } : undefined;
		}
		first += rows;
	}
	return undefined;
}
