// One question at a time to a source, and always with a state that can be said in words.
import type { Answered, AnsweredFreshness, Asked } from "./answering-source.ts";

export interface Told<Value> {
	readonly value: Value;
	readonly freshness: AnsweredFreshness;
}

export type AnswerState<Value> =
	| { readonly kind: "idle" }
	/** `before` is the last answer, to another question. `isSlow` when it has taken `slowMs` already. */
	| { readonly kind: "asking"; readonly before?: Told<Value>; readonly isSlow: boolean }
	| { readonly kind: "told"; readonly told: Told<Value> }
	/** The source has no profiles. */
	| { readonly kind: "nothing" }
	/** `message` is a sentence, where the source gave one. */
	| { readonly kind: "failed"; readonly message: string | undefined; readonly before?: Told<Value> };

/** How long a source may take until people are told that it is slow, in milliseconds. */
export const slowMs = 4_000;

type Ask<Value> = (asked: Asked) => Promise<Answered<Value>>;

export class Question<Value> {
	state: AnswerState<Value> = { kind: "idle" };
	readonly #changed: () => void;
	readonly #slowMs: number;
	#key: readonly unknown[] | undefined;
	#ask: Ask<Value> | undefined;
	#last: Told<Value> | undefined;
	#running = new AbortController();
	#slow: ReturnType<typeof setTimeout> | undefined;

	/** `changed` is called after every change of `state`. */
	constructor(changed: () => void, options: { readonly slowMs?: number } = {}) {
		this.#changed = changed;
		this.#slowMs = options.slowMs ?? slowMs;
	}

	/** The last answer, to whatever was asked. */
	get last(): Told<Value> | undefined {
		return this.#last;
	}

	/** Stops what runs and asks this, unless it was asked already: `key` is what the question is made of. */
	ask(key: readonly unknown[], ask: Ask<Value>): void {
		if (this.#key && key.length === this.#key.length && key.every((part, index) => part === this.#key?.[index])) return;
		this.#key = key;
		void this.askAnew(ask);
	}

	/** Stops what runs and asks this, whatever was asked before. */
	askAnew(ask: Ask<Value>): Promise<void> {
		this.#ask = ask;
		return this.again();
	}

	/** Asks the same once more. */
	async again(): Promise<void> {
		const ask = this.#ask;
		if (!ask) return;
		const signal = this.#restart();
		const before = this.#last && { before: this.#last };
		this.#set({ kind: "asking", isSlow: false, ...before });
		this.#slow = setTimeout(() => this.#set({ kind: "asking", isSlow: true, ...before }), this.#slowMs);
		try {
			const answer = await ask({ signal, latest: false });
			if (signal.aborted) return;
			if (answer.kind === "done") {
				this.#last = { value: answer.value, freshness: answer.freshness };
				this.#set({ kind: "told", told: this.#last });
			} else if (answer.kind === "nothing") {
				this.#last = undefined;
				this.#set({ kind: "nothing" });
			} else this.#set({ kind: "failed", message: answer.kind === "problems" ? answer.problems[0]?.message : undefined, ...before });
		} catch (error) {
			if (!signal.aborted) this.#set({ kind: "failed", message: error instanceof Error ? error.message : String(error), ...before });
		}
	}

	/** Stops what runs; the same can be asked again. The last answer stays, as one from before. */
	stop(): void {
		this.#key = undefined;
		this.#restart();
		if (this.state.kind === "asking") this.state = { kind: "idle" };
	}

	/** Stops what runs, and forgets the last answer. */
	reset(): void {
		this.stop();
		this.#last = undefined;
		this.state = { kind: "idle" };
	}

	#restart(): AbortSignal {
		this.#running.abort();
		clearTimeout(this.#slow);
		this.#running = new AbortController();
		return this.#running.signal;
	}

	#set(state: AnswerState<Value>): void {
		if (state.kind !== "asking") clearTimeout(this.#slow);
		this.state = state;
		this.#changed();
	}
}
