// The last previews, kept so that a page shows something at once. They are encrypted when the profiles are: a sample is about persons.
import { placeOf } from "./chunk-writer.ts";
import { hashOf } from "./hash.ts";
import { noSeal, openJson, sealJson } from "./seal.ts";
import type { StoreContext } from "./store-context.ts";
import type { Key } from "./vault.ts";

/** A preview, and of which profiles it is true. */
export interface KeptResult {
	readonly revision: string;
	readonly asOf: number;
	readonly result: unknown;
}

/** Of everything that is kept of results. */
export const resultPrefixes: readonly Key[] = [["result"], ["result-time"]];

/** Results that are kept; the oldest go first. */
export const maxResults = 100;

/** `question` is what was asked, as text; only its hash is a key, which browsers show in their tools. */
export async function keptResult({ vault, settings }: StoreContext, question: string): Promise<KeptResult | undefined> {
	const key = await resultKey(question);
	const [value] = await vault.head.get([key]);
	const read = await openJson(settings.seal, value, placeOf(key));
	return isResult(read) ? read : undefined;
}

export async function putResult({ vault, settings }: StoreContext, question: string, result: KeptResult): Promise<void> {
	const key = await resultKey(question);
	await vault.head.put([
		[key, await sealJson(settings.seal, result, placeOf(key))],
		[["result-time", key[1] as string], settings.now()],
	]);
	const times = await vault.head.list(["result-time"]);
	const over = [...times].sort(([, a], [, b]) => Number(b) - Number(a)).slice(maxResults);
	if (over.length > 0)
		await vault.head.remove(
			over.flatMap(([[, hash]]): Key[] => [
				["result", hash as string],
				["result-time", hash as string],
			]),
		);
}

/** Removes answers that were kept without a key. */
export async function removeOpenResults({ vault }: StoreContext): Promise<void> {
	const entries = await vault.head.list(["result"]);
	const open = await Promise.all(entries.map(async ([key, value]) => ({ key, result: await openJson(noSeal, value, placeOf(key)) })));
	const keys = open.filter(({ result }) => result !== undefined).map(({ key }) => key);
	if (keys.length > 0) await vault.head.remove(keys);
}

async function resultKey(question: string): Promise<Key> {
	return ["result", await hashOf(question)];
}

const isResult = (value: unknown): value is KeptResult =>
	typeof value === "object" && value !== null && "revision" in value && typeof value.revision === "string" && "result" in value;
