// Dropping profiles that may not stay: the pointer says so first, then they leave the disk. Whoever is killed in between leaves the rest to the
// next who looks.
import { isFull } from "./chunk-writer.ts";
import { type EmptiedBecause, emptied, type Pointer, readPointer, whyEmptied } from "./pointer.ts";
import { collectGarbage, dropGeneration, type StoreContext } from "./store-context.ts";
import { pointerKey } from "./vault.ts";

export interface Dropping {
	/** Why; undefined where nothing was dropped. */
	readonly because: EmptiedBecause | undefined;
	/** What stood in the pointer's place. */
	readonly found: unknown;
}

interface Judged {
	readonly pointer: Pointer;
	readonly because: EmptiedBecause;
}

/** Drops what is kept, and the answers about it, when `judge` says why, with nobody else writing in between. */
export async function dropKept(context: StoreContext, judge: (present: Pointer) => EmptiedBecause | undefined): Promise<Dropping> {
	let found: unknown;
	let judged: Judged | undefined;
	const say = async (): Promise<Judged | undefined> => {
		await context.vault.head.update(pointerKey, (value) => {
			found = value;
			const pointer = readPointer(value);
			const because = pointer && judge(pointer);
			judged = pointer && because && { pointer, because };
			return because && emptied(because);
		});
		return judged;
	};
	const said = await say().catch(async (error: unknown) => {
		if (!judged || !isFull(error)) throw error;
		// A full disk has no room for that word either, until what may not stay is gone; a pointer to nothing is dropped by the next who looks.
		await dropGeneration(context, judged.pointer.generation);
		return say().catch(() => judged);
	});
	if (!said) return { because: undefined, found };
	const { pointer, because } = said;
	if (!mayKeepAnswers(context, because)) await context.vault.dropResults().catch(() => undefined);
	await dropGeneration(context, pointer.generation);
	if (because !== "damaged") await context.vault.sweep();
	return { because, found };
}

/**
 * Where nothing is kept: ends what somebody was killed over, a wipe, or dropping what may not stay. What only seems to be left of that may be a
 * refresh that is under way, which whoever has its lock knows better.
 */
export async function clearUp(context: StoreContext, isLocked: boolean): Promise<void> {
	const { vault } = context;
	const [value] = await vault.head.get([pointerKey]);
	if (readPointer(value)) return;
	const because = whyEmptied(value);
	if (because === "wiped") await vault.wipe();
	if (because === "wiped" || !isLocked) return;
	const hasAnswers = !mayKeepAnswers(context, because) && (await vault.results()) !== undefined;
	if (hasAnswers) await vault.dropResults();
	if ((await collectGarbage(context, undefined)) > 0 || hasAnswers) await vault.sweep();
}

/** Answers hold samples of the profiles: those of damaged profiles are no worse than they were, unless they hold what is left out now. */
const mayKeepAnswers = ({ settings }: StoreContext, because: EmptiedBecause | undefined): boolean =>
	because === "damaged" && settings.leftOut.length === 0;
