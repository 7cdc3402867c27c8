// How a business's profiles are kept: what the host asked for, with the defaults in its place.
import { hostTimeZone } from "../values/time-zone.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { hashOf } from "./hash.ts";
import { type Pace, pace } from "./pace.ts";
import { defaultBlockRows } from "./raw-blocks.ts";
import { noSeal, type Seal, sealWith } from "./seal.ts";

export interface StoreOptions {
	/** The fields that become columns. */
	readonly catalogue: Catalogue;
	/** IANA name: the days of instants. Default: the catalogue's, else the browser's. */
	readonly timeZone?: string | undefined;
	/** Encrypts everything that is kept with AES-GCM; a key that may not be extracted is best. Nothing is encrypted without. */
	readonly key?: CryptoKey | undefined;
	/**
	 * Fields that are never written to this machine: names, or `"pii"` for every field that the catalogue marks so, which `user_id` is too.
	 * Profiles as they came are not kept then either. Conditions that ask for such a field cannot be previewed.
	 */
	readonly leaveOut?: "pii" | readonly string[] | undefined;
	/** Whether profiles are kept as they came, to be shown, beside their columns. Default true. */
	readonly keepRaw?: boolean | undefined;
	/** Profiles that were fetched longer ago than this, in milliseconds, are deleted. Default: never. */
	readonly retentionMs?: number | undefined;
	/** Rows of a chunk of columns; default 65,536: what is in memory while profiles are written. */
	readonly chunkRows?: number | undefined;
	/** Profiles of a block of profiles as they came; default 256. */
	readonly blockRows?: number | undefined;
	/** Chunks of changes, or removed rows as a share of all, from which on the columns are written anew. Default 24 and 0.2. */
	readonly maxChangeChunks?: number | undefined;
	readonly maxRemovedShare?: number | undefined;
	/** Longest work between two pauses, in milliseconds; default 8, for a page's main thread. */
	readonly sliceMs?: number | undefined;
	/** Epoch milliseconds; default the machine's clock. */
	readonly now?: (() => number) | undefined;
}

export interface Settings {
	readonly catalogue: Catalogue;
	readonly timeZone: string;
	readonly seal: Seal;
	/** Names of the fields that have columns. */
	readonly fields: readonly string[];
	readonly leftOut: readonly string[];
	readonly keepRaw: boolean;
	readonly retentionMs: number;
	readonly chunkRows: number;
	readonly blockRows: number;
	readonly maxChangeChunks: number;
	readonly maxRemovedShare: number;
	readonly pace: Pace;
	readonly now: () => number;
}

/** Throws TypeError for a wrong key, RangeError for a number out of range and for a field that the catalogue does not have. */
export function settingsOf(businessId: string, options: StoreOptions): Settings {
	const { catalogue, key } = options;
	const leftOut = leftOutOf(options);
	const out = new Set(leftOut);
	return {
		catalogue,
		timeZone: options.timeZone ?? catalogue.timeZone ?? hostTimeZone(),
		seal: key ? sealWith(key, businessId) : noSeal,
		fields: catalogue.fields.map(({ name }) => name).filter((name) => !out.has(name)),
		leftOut,
		keepRaw: (options.keepRaw ?? true) && leftOut.length === 0,
		retentionMs: atLeast("retentionMs", options.retentionMs ?? Number.POSITIVE_INFINITY, 0),
		chunkRows: wholeFrom("chunkRows", options.chunkRows ?? 65_536),
		blockRows: wholeFrom("blockRows", options.blockRows ?? defaultBlockRows),
		maxChangeChunks: wholeFrom("maxChangeChunks", options.maxChangeChunks ?? 24),
		maxRemovedShare: atLeast("maxRemovedShare", options.maxRemovedShare ?? 0.2, 0),
		pace: pace(options.sliceMs === undefined ? {} : { sliceMs: options.sliceMs }),
		now: options.now ?? Date.now,
	};
}

/** Another one where profiles are typed otherwise: what was kept before may lack a field, or days. */
export const typedAsOf = ({ catalogue, timeZone, fields, keepRaw }: Settings): Promise<string> =>
	hashOf(JSON.stringify([timeZone, keepRaw, fields, catalogue.fields]));

/** A collection is left out whole when any of its fields is: nothing of it could be told apart on the disk. */
function leftOutOf({ catalogue, leaveOut = [] }: StoreOptions): readonly string[] {
	if (leaveOut === "pii") {
		const isMarked = (field: (typeof catalogue.fields)[number]): boolean =>
			field.pii !== undefined || (field.type === "collection" && field.fields.some(isMarked));
		return catalogue.fields
			.filter(isMarked)
			.map(({ name }) => name)
			.sort();
	}
	const unknown = leaveOut.find((name) => !catalogue.field(name));
	if (unknown !== undefined) throw new RangeError(`The catalogue has no field "${unknown}".`);
	return [...new Set(leaveOut)].sort();
}

function wholeFrom(name: string, value: number): number {
	if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is a whole number from 1 on, not ${value}.`);
	return value;
}

function atLeast(name: string, value: number, least: number): number {
	if (!(value >= least)) throw new RangeError(`${name} is a number from ${least} on, not ${value}.`);
	return value;
}
