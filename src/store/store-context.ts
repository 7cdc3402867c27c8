// What everything that reads and writes the profiles of one business shares.
import { hexOf } from "./hash.ts";
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

export interface Move {
	readonly before: Pointer | undefined;
	readonly next: Pointer;
	/** Of the next pointer's generation. Whoever deletes that closes it. */
	readonly shelf: Shelf;
	readonly signal?: AbortSignal | undefined;
}

/** The switch. Rejects with StoreError `replaced` when it is another's turn by now, or the generation is gone, and with the signal's reason. */
export async function movePointer({ vault }: StoreContext, { before, next, shelf, signal }: Move): Promise<void> {
	await vault.head.update(pointerKey, (value) => {
		// Here, not before: opening the head and waiting for the turn take time, in which everything may have been wiped.
		signal?.throwIfAborted();
		if (!shelf.isOpen || readPointer(value)?.revision !== before?.revision) throw new StoreError("replaced");
		return next;
	});
}

/** Removes the profiles as they came of a generation, to make room; whether there were any. Its columns still answer everything. */
export async function dropRaw({ vault }: StoreContext, generation: string): Promise<boolean> {
	if (!(await vault.generations()).includes(rawShelfOf(generation))) return false;
	await vault.head.update(pointerKey, (value) => {
		const pointer = readPointer(value);
		if (pointer?.generation !== generation) return undefined;
		const chunks = pointer.chunks.map((chunk) => ({ ...chunk, hasRaw: false }));
		return { ...pointer, chunks, bytes: pointer.bytes - pointer.rawBytes, rawBytes: 0 };
	});
	await vault.drop(rawShelfOf(generation));
	return true;
}

/**
 * Removes every generation that nobody points to; how many there were. Best effort: what cannot be removed now, the next refresh removes. Where
 * there are no locks another tab may have moved the pointer since: what it points to now stays, too.
 */
export async function collectGarbage(context: StoreContext, pointer: Pointer | undefined): Promise<number> {
	const { vault } = context;
	const names = await vault.generations();
	const wanted = [pointer, await pointerOf(context)].flatMap((each) => (each ? shelvesOf(each) : []));
	const left = names.filter((name) => !wanted.includes(name));
	await Promise.all(left.map((name) => vault.drop(name).catch(() => undefined)));
	return left.length;
}

const shelvesOf = ({ generation, chunks }: Pointer): readonly string[] =>
	chunks.some(({ hasRaw }) => hasRaw) ? [generation, rawShelfOf(generation)] : [generation];

export async function dropGeneration({ vault }: StoreContext, generation: string): Promise<void> {
	await Promise.all([generation, rawShelfOf(generation)].map((name) => vault.drop(name).catch(() => undefined)));
}

/** Throws StoreError `damaged` where the head points to what is not there. */
export async function shelfOf({ vault }: StoreContext, generation: string): Promise<Shelf> {
	const shelf = await vault.open(generation);
	if (!shelf) throw new StoreError("damaged");
	return shelf;
}

/** Once more where the shelf was closed meanwhile, here or by another tab: what is gone cannot be opened again. */
export async function inShelf<S, T>(open: () => Promise<S>, work: (shelf: S) => Promise<T>): Promise<T> {
	try {
		return await work(await open());
	} catch (error) {
		if (!(error instanceof StoreError && error.code === "replaced")) throw error;
		return work(await open());
	}
}

/** Unique for ever. `crypto.randomUUID` is only there on secure pages. */
export const newId = (): string => hexOf(crypto.getRandomValues(new Uint8Array(16)));
