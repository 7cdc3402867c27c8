// Buffers of a shelf as they are in memory: sealed before they are written, opened after they are read, each bound to its key.
import { placeOf } from "./keys.ts";
import type { Seal } from "./seal.ts";
import type { Entry, Key, Shelf } from "./vault.ts";

export type Buffers = readonly (readonly [key: Key, buffer: ArrayBuffer])[];

export const sealed = (seal: Seal, buffers: Buffers): Promise<Buffers> =>
	Promise.all(buffers.map(async ([key, plain]) => [key, await seal.seal(plain, placeOf(key))] as const));

/** All of them or none; resolves to their bytes as they are kept. */
export async function putSealed(shelf: Shelf, seal: Seal, buffers: Buffers): Promise<number> {
	const entries = await sealed(seal, buffers);
	await shelf.put(entries);
	return bytesOf(entries);
}

/** In the order of the keys; what is not there, or no buffer, comes back as it is. */
export async function getOpened(shelf: Shelf, open: Seal["open"], keys: readonly Key[]): Promise<readonly unknown[]> {
	const kept = await shelf.get(keys);
	return Promise.all(kept.map((value, index) => open(value, placeOf(keys[index] as Key))));
}

export const bytesOf = (buffers: Iterable<Entry | Buffers[number]>): number =>
	[...buffers].reduce((sum, [, buffer]) => sum + (buffer as ArrayBuffer).byteLength, 0);
