// The counts of a text that changes: asked of a source, and always with a state that can be said in words.
import type { Preview } from "../../preview/preview.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { Answered, AnsweredFreshness, AnsweringSource, Asked } from "./answering-source.ts";
import { type AnswerState, Question } from "./question.ts";

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
	/** The text has errors; `before` is the last answer. `sound` counts its conditions without one: of its preview, only their own counts mean anything. `isCounting` while they are on their way. */
	| { readonly kind: "stale"; readonly before?: Counted; readonly sound?: Counted; readonly isCounting?: true }
	/** The source has no profiles. */
	| { readonly kind: "empty" }
	/** `message` is a sentence; `before` is the last answer. */
	| { readonly kind: "failed"; readonly message: string; readonly before?: Counted };

export class LiveCounts {
	state: CountsState = { kind: "idle" };
	readonly #changed: () => void;
	readonly #question: Question<Counted>;
	readonly #ofSound: Question<Counted>;

	/** `changed` is called after every change of `state`. */
	constructor(changed: () => void, options: { readonly slowMs?: number } = {}) {
		this.#changed = changed;
		this.#question = new Question(() => this.#set(stateOf(this.#question.state)), options);
		this.#ofSound = new Question(() => this.#tellStale());
	}

	/** Stops what runs and asks for this. */
	ask(source: AnsweringSource, plan: PreviewPlan, version: number): Promise<void> {
		this.#ofSound.reset();
		return this.#question.askAnew((asked) => count(source, plan, version, asked));
	}

	/** Stops what runs: the text is still to be read, and will be asked about then. */
	await(): void {
		this.#stop();
		const { last } = this.#question;
		this.#set({ kind: "computing", isSlow: false, ...(last && { before: last.value }) });
	}

	/** Stops what runs: the text has errors. `sound` is a plan of its conditions without one, and these are counted. */
	markStale(source?: AnsweringSource, sound?: PreviewPlan, version = 0): void {
		this.#stop();
		if (source && sound) void this.#ofSound.askAnew((asked) => count(source, sound, version, asked));
		else this.#tellStale();
	}

	/** Stops what runs and forgets the last answer. */
	reset(): void {
		this.#ofSound.reset();
		this.#question.reset();
		if (this.state.kind !== "idle") this.#set({ kind: "idle" });
	}

	#stop(): void {
		this.#ofSound.reset();
		this.#question.stop();
	}

	#tellStale(): void {
		const { last } = this.#question;
		const { state } = this.#ofSound;
		this.#set({
			kind: "stale",
			...(last && { before: last.value }),
			...(state.kind === "told" && { sound: state.told.value }),
			...(state.kind === "asking" && { isCounting: true }),
		});
	}

	#set(state: CountsState): void {
		this.state = state;
		this.#changed();
	}
}

/** Whether numbers of the text as it is are on their way. */
export const isCounting = (counts: CountsState): boolean =>
	counts.kind === "computing" || (counts.kind === "stale" && counts.isCounting === true);

/** What was counted of the text as it is: all its conditions, or in a text with errors those without one. */
export function countedNow(counts: CountsState, version: number): Counted | undefined {
	const counted = counts.kind === "exact" ? counts.counted : counts.kind === "stale" ? counts.sound : undefined;
	return counted?.version === version ? counted : undefined;
}

async function count(source: AnsweringSource, plan: PreviewPlan, version: number, asked: Asked): Promise<Answered<Counted>> {
	const answer = await source.preview(plan, { limit: 0 }, asked);
	if (answer.kind !== "done") return answer;
	const { value: preview, freshness } = answer;
	return { kind: "done", value: { preview, freshness, version }, freshness };
}

function stateOf(state: AnswerState<Counted>): CountsState {
	const before = "before" in state && state.before ? { before: state.before.value } : {};
	switch (state.kind) {
		case "idle":
			return state;
		case "asking":
			return { kind: "computing", isSlow: state.isSlow, ...before };
		case "told":
			return { kind: "exact", counted: state.told.value };
		case "nothing":
			return { kind: "empty" };
		case "failed":
			return { kind: "failed", message: state.message ?? "The question was cancelled. Change the text to ask again.", ...before };
	}
}
