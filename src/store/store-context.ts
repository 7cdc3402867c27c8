// What everything that reads and writes the profiles of one business shares.
import { type Pointer, readPointer } from "./pointer.ts";
import type { Settings } from "./settings.ts";
import { StoreError } from "./store-error.ts";
import { pointerKey, type Shelf, type Vault } from "./vault.ts";

export interface StoreContext {
	readonly vault: Vault;
	readonly settings: Settings;
}

/** The shelf for profiles as they came is a database of its own: deleting it gives its room back at once. */
export const rawShelfOf = (generation: string): string => `${generation}.raw`;

export async function pointerOf({ vault }: StoreContext): Promise<Pointer | undefined> {
	const [value] = await vault.head.get([pointerKey]);
	return readPointer(value);
}

/** The switch. Rejects with StoreError `replaced` when it is another's turn by now. */
export async function movePointer({ vault }: StoreContext, before: Pointer | undefined, next: Pointer): Promise<void> {
	await vault.head.update(pointerKey, (value) => {
		if (readPointer(value)?.revision !== before?.revision) throw new StoreError("replaced");
		return next;
	});
}

/** Removes every generation that nobody points to. Best effort: what cannot be removed now, the next refresh removes. */
export async function collectGarbage({ vault }: StoreContext, pointer: Pointer | undefined): Promise<void> {
	const wanted = pointer ? [pointer.generation, rawShelfOf(pointer.generation)] : [];
	const left = (await vault.generations()).filter((generation) => !wanted.includes(generation));
	await Promise.all(left.map((generation) => vault.drop(generation).catch(() => undefined)));
}

export async function dropGeneration({ vault }: StoreContext, generation: string): Promise<void> {
	await Promise.all([generation, rawShelfOf(generation)].map((name) => vault.drop(name).catch(() => undefined)));
}

/** Throws StoreError `damaged` where the head points to what is not there. */
export async function shelfOf({ vault }: StoreContext, generation: string): Promise<Shelf> {
	const shelf = await vault.open(generation);
	if (!shelf) throw new StoreError("damaged");
	return shelf;
}

/** Unique for ever. `crypto.randomUUID` is only there on secure pages. */
export const newId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
