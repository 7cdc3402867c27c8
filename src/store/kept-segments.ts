// The segments of a business, kept beside its profiles, and encrypted when they are: a condition can name a person.
import { placeOf } from "./keys.ts";
import { noSeal, openJson, openJsonIfKeyFits, sealJson } from "./seal.ts";
import type { StoreContext } from "./store-context.ts";
import type { Entry, Key } from "./vault.ts";

export interface KeptSegment {
	readonly id: string;
	/** Any JSON: the host's document. */
	readonly document: unknown;
}

const segmentKey = (id: string): Key => ["segment", id];

export interface KeptSegments {
	readonly segments: readonly KeptSegment[];
	/** Ids of those that cannot be read: they were kept with another key, or are damaged. */
	readonly unreadable: readonly string[];
}

/** Each by itself: one that was kept with another key takes no other with it. */
export async function keptSegments({ vault, settings }: StoreContext): Promise<KeptSegments> {
	const entries = await vault.head.list(["segment"]);
	const read = await Promise.all(
		entries.map(async ([key, value]) => ({ id: String(key[1]), document: await openJsonIfKeyFits(settings.seal, value, placeOf(key)) })),
	);
	return {
		segments: read.filter(({ document }) => document !== undefined),
		unreadable: read.filter(({ document }) => document === undefined).map(({ id }) => id),
	};
}

export async function putSegments({ vault, settings }: StoreContext, segments: readonly KeptSegment[]): Promise<void> {
	await vault.head.put(
		await Promise.all(
			segments.map(async ({ id, document }): Promise<Entry> => {
				const key = segmentKey(id);
				return [key, await sealJson(settings.seal, document, placeOf(key))];
			}),
		),
	);
}

export const removeSegments = ({ vault }: StoreContext, ids: readonly string[]): Promise<void> => vault.head.remove(ids.map(segmentKey));

/** Encrypts segments that were kept without a key. */
export async function sealSegments(context: StoreContext): Promise<void> {
	const entries = await context.vault.head.list(["segment"]);
	const open = await Promise.all(
		entries.map(async ([key, value]) => ({ id: String(key[1]), document: await openJson(noSeal, value, placeOf(key)) })),
	);
	const found = open.filter(({ document }) => document !== undefined);
	if (found.length > 0) await putSegments(context, found);
}
