// As of when the kept profiles are, and whether they are all: what a page says beside every count.
import type { EmptiedBecause, Pointer } from "./pointer.ts";

export type Freshness =
	/** Nothing is kept; `because` says why not any more. */
	{ readonly kind: "empty"; readonly because?: EmptiedBecause } | Kept;

export interface Kept {
	readonly kind: "complete" | "partial";
	/** Another after every change. */
	readonly revision: string;
	readonly profiles: number;
	/** Profiles of the source that could not be read. */
	readonly problems: number;
	/** Epoch milliseconds by this machine's clock, which may have been moved since: the source had these profiles then. */
	readonly asOf: number;
	/** Since when every profile has been fetched at least once. */
	readonly fetchedAt: number;
	/** Of everything that is kept of the profiles. */
	readonly bytes: number;
	/** Whether every profile is kept as it came, too. */
	readonly hasRaw: boolean;
	readonly isEncrypted: boolean;
	readonly leftOut: readonly string[];
}

export function freshnessOf(pointer: Pointer | undefined, because?: EmptiedBecause): Freshness {
	if (!pointer) return because === undefined ? { kind: "empty" } : { kind: "empty", because };
	const { revision, profiles, problems, asOf, fetchedAt, bytes, isEncrypted, leftOut, chunks } = pointer;
	return {
		kind: pointer.isComplete ? "complete" : "partial",
		...{ revision, profiles, problems, asOf, fetchedAt, bytes, isEncrypted, leftOut },
		hasRaw: chunks.every(({ hasRaw }) => hasRaw),
	};
}

/** A clock that was moved back makes profiles look as if they came from the future: how old they are is not known then. */
const clockToleranceMs = 5 * 60_000;

/** Whether profiles may not be kept any longer; also where their age cannot be told. */
export const isExpired = ({ fetchedAt }: Pick<Pointer, "fetchedAt">, retentionMs: number, now: number): boolean =>
	retentionMs !== Number.POSITIVE_INFINITY && (now - fetchedAt > retentionMs || fetchedAt - now > clockToleranceMs);
