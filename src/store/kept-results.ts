// The last previews, kept so that a page shows something at once. They are encrypted when the profiles are: a sample is about persons.
import { isExpired } from "./freshness.ts";
import { placeOf } from "./keys.ts";
import { hashOf } from "./hash.ts";
import { noSeal, openJson, openJsonIfKeyFits, sealJson } from "./seal.ts";
import { inShelf, pointerOf, type StoreContext } from "./store-context.ts";
import type { Entry, Key } from "./vault.ts";

/** A preview, and of which profiles it is true. */
export interface KeptResult {
	readonly revision: string;
	readonly asOf: number;
	readonly result: unknown;
}

/** Results that are kept; the oldest go first. */
export const maxResults = 100;

/** `question` is what was asked, as text; only its hash is a key, which browsers show in their tools. */
export async function keptResult({ vault, settings }: StoreContext, question: string): Promise<KeptResult | undefined> {
	const { retentionMs, now } = settings;
	const key = await resultKey(question);
	const [value] = await inShelf(
		() => vault.results(),
		async (shelf) => (shelf ? shelf.get([key]) : []),
	);
	const read = await openJsonIfKeyFits(settings.seal, value, placeOf(key));
	return isResult(read) && !isExpired({ fetchedAt: read.asOf }, retentionMs, now()) ? read : undefined;
}

/** Nothing where no profiles are kept: they may just have been wiped. Rejects with StoreError `newer` where newer code has written. */
export async function putResult(context: StoreContext, question: string, result: KeptResult): Promise<void> {
	const { vault, settings } = context;
	if (!(await pointerOf(context))) return;
	await dropExpiredResults(context);
	const key = await resultKey(question);
	const sealed = await sealJson(settings.seal, result, placeOf(key));
	await inShelf(
		() => vault.createResults(),
		async (shelf) => {
			await shelf.put([
				[key, sealed],
				[["result-time", key[1] as string], settings.now()],
				[["result-as-of", key[1] as string], result.asOf],
			]);
			const times = await shelf.list(["result-time"]);
			const age = ([, time]: Entry): number => ageOf(Number(time), settings.now());
			const over = [...times].sort((a, b) => age(a) - age(b)).slice(maxResults);
			if (over.length > 0)
				await shelf.remove(
					over.flatMap(([[, hash]]): Key[] => [
						["result", hash as string],
						["result-time", hash as string],
						["result-as-of", hash as string],
					]),
				);
		},
	);
	// Or while this was written.
	if (!(await pointerOf(context))) await vault.dropResults();
}

/** A clock that was moved back: what seems to come from the future is older than what does not. */
const ageOf = (time: number, now: number): number => (time > now ? Number.MAX_VALUE : now - time);

/**
 * Removes all answers once one of them may not be kept any longer: only deleting the database takes it off the disk. Those without an "as of" were
 * kept by older code.
 */
export async function dropExpiredResults({ vault, settings }: StoreContext): Promise<void> {
	const { retentionMs, now } = settings;
	if (retentionMs === Number.POSITIVE_INFINITY) return;
	const [times, asOfs] = await inShelf(
		() => vault.results(),
		async (shelf) => (shelf ? Promise.all([shelf.list(["result-time"]), shelf.list(["result-as-of"])]) : [[], []]),
	);
	const asOf = new Map(asOfs.map(([[, hash], time]) => [hash, Number(time)]));
	const isAnyExpired = times.some(([[, hash], time]) =>
		isExpired({ fetchedAt: asOf.get(hash as string) ?? Number(time) }, retentionMs, now()),
	);
	if (!isAnyExpired) return;
	await vault.dropResults();
	await vault.sweep();
}

/** Removes answers that were kept without a key, and with them the others; whether there were any. */
export async function dropOpenResults({ vault }: StoreContext): Promise<boolean> {
	const entries = await inShelf(
		() => vault.results(),
		async (shelf) => shelf?.list(["result"]) ?? [],
	);
	const results = await Promise.all(entries.map(async ([key, value]) => openJson(noSeal, value, placeOf(key))));
	if (results.every((result) => result === undefined)) return false;
	await vault.dropResults();
	return true;
}

async function resultKey(question: string): Promise<Key> {
	return ["result", await hashOf(question)];
}

const isResult = (value: unknown): value is KeptResult =>
	typeof value === "object" &&
	value !== null &&
	"revision" in value &&
	typeof value.revision === "string" &&
	"asOf" in value &&
	typeof value.asOf === "number" &&
	"result" in value;
