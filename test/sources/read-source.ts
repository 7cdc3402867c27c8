// Reads a source to its end, with a clock that never waits.
import { setTimeout as later } from "node:timers/promises";
import { gunzipByNode } from "../../src/cli/profiles/gunzip.ts";
import { openSource } from "../../src/store/sources/open-source.ts";
import type { ProfileSource } from "../../src/store/sources/source.ts";
import { SourceError } from "../../src/store/sources/source-error.ts";
import { defaultSourceLimits, type SourceOptions } from "../../src/store/sources/source-options.ts";
import { hasFallenSilent, watchedFetch } from "./test-server.ts";

export interface Outcome {
	readonly unchanged?: true;
	/** Since the last restart. */
	readonly profiles: readonly unknown[];
	readonly restarts: number;
	readonly problems?: readonly string[];
	readonly validators?: object;
	/** The code and the sentence of what it ended in. */
	readonly error?: string;
	/** Times it waited before it asked again. */
	readonly waits: readonly number[];
}

/** A server that says nothing for `stallMs` is waited for: `stalls` ends that wait once it has nothing more to say. */
export function quickClock(
	waits: number[],
	{ stalls = false, limits }: { readonly stalls?: boolean; readonly limits?: SourceOptions["limits"] } = {},
) {
	const stallMs = limits?.stallMs ?? defaultSourceLimits.stallMs;
	return {
		now: () => Date.UTC(2026, 4, 10, 12),
		random: () => 0.5,
		sleep: (ms: number, signal: AbortSignal): Promise<void> => {
			if (ms !== stallMs) {
				waits.push(ms);
				return Promise.resolve();
			}
			return stalls ? untilSilent(signal) : new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		},
	};
}

/** What was read is handed on first: then it was no silence. */
async function untilSilent(signal: AbortSignal): Promise<void> {
	for (let wasSilent = false; !wasSilent; await later(5, undefined, { signal })) wasSilent = hasFallenSilent();
}

export async function readSource(source: ProfileSource, options: SourceOptions & { readonly stalls?: boolean } = {}): Promise<Outcome> {
	const waits: number[] = [];
	let profiles: unknown[] = [];
	let restarts = 0;
	try {
		const clock = quickClock(waits, { stalls: options.stalls ?? false, ...(options.limits && { limits: options.limits }) });
		const opened = await openSource(source, { ...clock, fetch: watchedFetch, gunzip: gunzipByNode, ...options });
		if (opened.kind === "unchanged") return { unchanged: true, profiles, restarts, waits };
		for await (const batch of opened.batches) {
			if (batch.kind === "restart") {
				profiles = [];
				restarts++;
			} else if (batch.kind === "profiles" && (batch.profiles.length > 0 || batch.header)) profiles.push(...batch.profiles);
			else throw new Error("A batch is of a known kind, and not empty.");
		}
		const { validators } = opened;
		return { profiles, restarts, problems: opened.problems.shown.map(({ message }) => message), validators, waits };
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		return { profiles, restarts, waits, error: `${error.code}: ${error.message}` };
	}
}
