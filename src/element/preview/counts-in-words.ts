// The state of the count as one or two sentences, and the count that stands beside it. Pure functions.
import type { Formats } from "../guest/formats.ts";
import type { Counted, CountsState } from "../session/live-counts.ts";
import { slowMs } from "../session/question.ts";
import type { PreviewWords } from "./words.ts";

/** The last count, however old it is. */
export function lastCounted(state: CountsState): Counted | undefined {
	switch (state.kind) {
		case "exact":
			return state.counted;
		case "computing":
		case "stale":
		case "failed":
			return state.before;
		case "idle":
		case "empty":
			return undefined;
	}
}

/** The sentences of a state; `detail` is one of the source or of the core, in English. */
export interface StateInWords {
	readonly sentences: readonly string[];
	readonly detail?: string;
	/** Whether asking again can help. */
	readonly canRetry: boolean;
}

export interface Surroundings {
	readonly say: PreviewWords;
	readonly formats: Formats;
	/** Since when the page is offline, epoch milliseconds. */
	readonly offlineSince: number | undefined;
	/** What is missing before anything can be counted. */
	readonly idle: string;
	/** Whether the language could not be loaded, and may be the next time. */
	readonly hasFailedToLoad: boolean;
}

export function stateInWords(state: CountsState, { say, formats, offlineSince, idle, hasFailedToLoad }: Surroundings): StateInWords {
	const counted = state.kind === "exact" ? undefined : lastCounted(state);
	const before = counted ? [say.ofTheTextBefore(formats, counted.freshness.asOf)] : [];
	switch (state.kind) {
		case "idle":
			return { sentences: [idle], canRetry: hasFailedToLoad };
		case "computing":
			return { sentences: state.isSlow ? [say.slow(formats, slowMs / 1_000), ...before] : [say.counting], canRetry: state.isSlow };
		case "exact": {
			const { freshness } = state.counted;
			if (freshness.kind === "partial") return { sentences: [say.partial(formats, freshness.profiles, freshness.asOf)], canRetry: false };
			const isOlder = offlineSince !== undefined && freshness.asOf < offlineSince;
			const sentence = isOlder ? say.offline(formats, offlineSince, freshness.asOf) : say.exact(formats, freshness.asOf);
			return { sentences: [sentence], canRetry: false };
		}
		case "stale":
			return { sentences: [say.stale, ...before], canRetry: false };
		case "empty":
			return { sentences: [say.noProfiles], canRetry: false };
		case "failed":
			return { sentences: [say.failed, ...before], detail: state.message, canRetry: true };
	}
}
