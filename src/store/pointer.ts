// The one record that says what is valid. A refresh writes beside what is there, then puts another pointer in the place of this one: whoever is
// killed in between leaves the old profiles whole, and some buffers that nobody points to.
import type { Validators } from "./sources/source-options.ts";
import { StoreError } from "./store-error.ts";

/** What the buffers look like. A tab that runs older code than another finds a higher number and keeps its hands off. */
export const format = 2;

export interface KeptChunk {
	/** Unique for ever: no refresh writes under the id of another. */
	readonly id: string;
	readonly rows: number;
	/** Whether the profiles of these rows are kept as they came, too. */
	readonly hasRaw: boolean;
}

export interface Pointer {
	readonly format: typeof format;
	/** Another after every change. */
	readonly revision: string;
	/** The shelf that holds the manifest of this revision and all chunks. */
	readonly generation: string;
	/** In the order of the rows. */
	readonly chunks: readonly KeptChunk[];
	/** Profiles of a block of profiles as they came. */
	readonly blockRows: number;
	/** Of the chunks, how many came as changes since all was written. */
	readonly changeChunks: number;
	/** Profiles that are not removed. */
	readonly profiles: number;
	/** Epoch milliseconds by this machine's clock: the profiles are what the source had then. */
	readonly asOf: number;
	/** Since when this generation has been there; changes do not touch it. */
	readonly fetchedAt: number;
	/** False while the first refresh goes on, or when a source ended too early. */
	readonly isComplete: boolean;
	/** Profiles of the source that could not be read. */
	readonly problems: number;
	/** Of all buffers, as they are kept. */
	readonly bytes: number;
	/** Of them, those of the profiles as they came. */
	readonly rawBytes: number;
	readonly isEncrypted: boolean;
	/** Fields that are kept out, in the order of their names. */
	readonly leftOut: readonly string[];
	/** How profiles were typed, as a hash: see `typedAsOf`. */
	readonly typedAs: string;
	/** What the source said of this version, to ask it whether there is a newer one. */
	readonly validators?: Validators;
	/** Which source that was, as a hash. */
	readonly source?: string;
}

/** Why nothing is kept any more. */
export type EmptiedBecause = "damaged" | "expired" | "other-settings" | "wiped";

/** What stands in the place of a pointer to what was dropped. */
export interface Emptied {
	readonly format: typeof format;
	readonly emptied: EmptiedBecause;
}

export const emptied = (because: EmptiedBecause): Emptied => ({ format, emptied: because });

const reasons: readonly unknown[] = ["damaged", "expired", "other-settings", "wiped"] satisfies readonly EmptiedBecause[];

/** Of what is no pointer; undefined where there never was one. */
export function whyEmptied(value: unknown): EmptiedBecause | undefined {
	if (value === undefined) return undefined;
	const told = typeof value === "object" && value !== null && "emptied" in value ? value.emptied : undefined;
	return reasons.includes(told) ? (told as EmptiedBecause) : "damaged";
}

/** Undefined when there is none, or one that no version of this code wrote. Throws StoreError `newer`. */
export function readPointer(value: unknown): Pointer | undefined {
	if (typeof value !== "object" || value === null || !("format" in value) || typeof value.format !== "number") return undefined;
	if (value.format > format) throw new StoreError("newer");
	return isPointer(value) ? value : undefined;
}

/** Throws StoreError `newer` where a newer version of this code has written. */
export const guardPointer = (value: unknown): void => {
	readPointer(value);
};

type Fields = { readonly [Name in keyof Pointer]?: unknown };

function isPointer(value: Fields): value is Pointer {
	return (
		value.format === format &&
		typeof value.revision === "string" &&
		typeof value.generation === "string" &&
		Array.isArray(value.chunks) &&
		value.chunks.every(isChunk) &&
		[value.changeChunks, value.profiles, value.asOf, value.fetchedAt, value.problems, value.bytes, value.rawBytes].every(
			(number) => typeof number === "number",
		) &&
		isCount(value.blockRows) &&
		value.blockRows > 0 &&
		typeof value.isComplete === "boolean" &&
		typeof value.isEncrypted === "boolean" &&
		Array.isArray(value.leftOut) &&
		typeof value.typedAs === "string"
	);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isChunk = (value: unknown): boolean =>
	typeof value === "object" &&
	value !== null &&
	"id" in value &&
	typeof value.id === "string" &&
	"rows" in value &&
	isCount(value.rows) &&
	"hasRaw" in value &&
	typeof value.hasRaw === "boolean";
