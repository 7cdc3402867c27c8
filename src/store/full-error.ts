// How much is missing, when the storage is full.
import { StoreError } from "./store-error.ts";

export interface Room {
	/** Bytes of everything that has to be written; 0 where that is not known. */
	readonly needed: number;
	/** Bytes of it that found room. */
	readonly written: number;
}

/**
 * With how much is missing, when the storage is full. Browsers are not asked: what they say is left is no more than a guess (Chromium says
 * 10 GB to everybody), and that what came next did not fit says more.
 */
export function fullError(error: unknown, { needed, written }: Room): unknown {
	if (!(error instanceof StoreError) || error.code !== "full" || needed === 0) return error;
	return new StoreError("full", { cause: error.cause, missingBytes: Math.max(1, Math.ceil(needed - written)) });
}
