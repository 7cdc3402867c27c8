// The counts of a text that changes: asked of a source, and always with a state that can be said in words.
import type { Preview } from "../../preview/preview.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { AnsweredFreshness, AnsweringSource } from "./answering-source.ts";

export interface Counted {
	readonly preview: Preview;
	readonly freshness: AnsweredFreshness;
	/** The version of the text that was counted: the spans in `preview` are about it. */
	readonly version: number;
}

export type CountsState =
	/** There is no text, no catalogue or no source: nothing to count. */
	| { readonly kind: "idle" }
	/** `before` is the last answer, of another text. `isSlow` when it has taken `slowMs` already. */
	| { readonly kind: "computing"; readonly before?: Counted; readonly isSlow: boolean }
	/** Of all profiles; or, with `freshness.kind` `partial`, of those that have come so far. */
	| { readonly kind: "exact"; readonly counted: Counted }
	/** The text has errors; `before` is the last answer. */
	| { readonly kind: "stale"; readonly before?: Counted }
	/** The source has no profiles. */
	| { readonly kind: "empty" }
	/** `message` is a sentence; `before` is the last answer. */
	| { readonly kind: "failed"; readonly message: string; readonly before?: Counted };

/** How long a source may take until people are told that it is slow. */
const defaultSlowMs = 4_000;

export class LiveCounts {
	state: CountsState = { kind: "idle" };
	readonly #changed: () => void;
	readonly #slowMs: number;
	#last: Counted | undefined;
	#running = new AbortController();
	#slow: ReturnType<typeof setTimeout> | undefined;

	/** `changed` is called after every change of `state`. */
	constructor(changed: () => void, { slowMs = defaultSlowMs }: { readonly slowMs?: number } = {}) {
		this.#changed = changed;
		this.#slowMs = slowMs;
	}

	/** Stops what runs and asks for this. */
	async ask(source: AnsweringSource, plan: PreviewPlan, version: number): Promise<void> {
		const signal = this.#restart();
		const before = this.#last && { before: this.#last };
		this.#set({ kind: "computing", isSlow: false, ...before });
		this.#slow = setTimeout(() => this.#set({ kind: "computing", isSlow: true, ...before }), this.#slowMs);
		try {
			const answer = await source.preview(plan, { limit: 0 }, { signal, latest: false });
			if (signal.aborted) return;
			if (answer.kind === "done") {
				this.#last = { preview: answer.value, freshness: answer.freshness, version };
				this.#set({ kind: "exact", counted: this.#last });
			} else if (answer.kind === "nothing") {
				this.#last = undefined;
				this.#set({ kind: "empty" });
			} else {
				const message = answer.kind === "problems" ? answer.problems[0]?.message : undefined;
				this.#set({ kind: "failed", message: message ?? "The question was cancelled. Change the text to ask again.", ...before });
			}
		} catch (error) {
			if (!signal.aborted) this.#set({ kind: "failed", message: error instanceof Error ? error.message : String(error), ...before });
		}
	}

	/** Stops what runs: the text has errors. */
	markStale(): void {
		this.#restart();
		this.#set({ kind: "stale", ...(this.#last && { before: this.#last }) });
	}

	/** Stops what runs and forgets the last answer. */
	reset(): void {
		this.#restart();
		this.#last = undefined;
		if (this.state.kind !== "idle") this.#set({ kind: "idle" });
	}

	#restart(): AbortSignal {
		this.#running.abort();
		clearTimeout(this.#slow);
		this.#running = new AbortController();
		return this.#running.signal;
	}

	#set(state: CountsState): void {
		if (state.kind !== "computing") clearTimeout(this.#slow);
		this.state = state;
		this.#changed();
	}
}
