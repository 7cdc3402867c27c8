// The state of a preview while its text changes: what is counted, what is stale, what failed. No DOM here.
import type { CompiledSegment } from "../compile.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { type Count, countMatches } from "./count-matches.ts";
import type { ProfileSource } from "./profile-source.ts";

export type PreviewState =
	/** No profiles, no catalogue, or no text: there is nothing to count. */
	| { readonly kind: "idle" }
	/** `before` is the last exact count, of another text. */
	| { readonly kind: "counting"; readonly done: number; readonly total: number; readonly before?: Count }
	| { readonly kind: "exact"; readonly count: Count }
	/** The text has errors; `before` is the count of the text before them. */
	| { readonly kind: "stale"; readonly before?: Count }
	| { readonly kind: "failed"; readonly message: string };

export interface PreviewRequest {
	readonly segment: CompiledSegment;
	readonly catalogue: Catalogue;
	readonly source: ProfileSource;
	readonly sampleSize: number;
}

/** Milliseconds without a keystroke before counting begins. */
const pauseMs = 60;

export class LivePreview {
	state: PreviewState = { kind: "idle" };
	readonly #changed: () => void;
	#last: Count | undefined;
	#running: AbortController | undefined;

	/** `changed` is called after every change of `state`. */
	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** Stops what runs and, after a short pause, counts this. Resolves when it is counted, failed or overtaken by the next call. */
	async count({ segment, catalogue, source, sampleSize }: PreviewRequest): Promise<void> {
		const { signal } = this.#restart();
		const before = this.#last ? { before: this.#last } : {};
		this.#set({ kind: "counting", done: 0, total: 0, ...before });
		try {
			await pause(pauseMs, signal);
			const count = await countMatches(segment, catalogue, source, {
				signal,
				sampleSize,
				onProgress: (done, total) => this.#set({ kind: "counting", done, total, ...before }),
			});
			this.#last = count;
			this.#set({ kind: "exact", count });
		} catch (error) {
			if (!signal.aborted) this.#set({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
		}
	}

	/** Stops what runs: the text has errors. */
	markStale(): void {
		this.#restart();
		this.#set({ kind: "stale", ...(this.#last ? { before: this.#last } : {}) });
	}

	/** Stops what runs and forgets the last count. */
	reset(): void {
		this.#restart();
		this.#last = undefined;
		this.#set({ kind: "idle" });
	}

	#restart(): AbortController {
		this.#running?.abort();
		this.#running = new AbortController();
		return this.#running;
	}

	#set(state: PreviewState): void {
		this.state = state;
		this.#changed();
	}
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}
