// A source of profiles that answers when it is told to: what sessions make of answers is tested without profiles.
import type { Answered, AnsweredFreshness, AnsweringSource } from "../../../src/element/session/answering-source.ts";
import type { Preview } from "../../../src/preview/preview.ts";
import type { PreviewPlan } from "../../../src/preview/preview-plan.ts";

export interface Question {
	readonly plan: PreviewPlan;
	readonly signal: AbortSignal;
	readonly latest: boolean;
	answer(answer: Answered<Preview>): Promise<void>;
	fail(error: unknown): Promise<void>;
}

export const freshness: AnsweredFreshness = { kind: "complete", revision: "r1", asOf: 1_000, profiles: 10 };

/** As much of a preview as sessions look at: they hand it on. */
export const done = (count: number, about: AnsweredFreshness = freshness): Answered<Preview> => ({
	kind: "done",
	value: { count, total: 10 } as unknown as Preview,
	freshness: about,
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class FakeSource implements AnsweringSource {
	readonly questions: Question[] = [];
	readonly #listeners = new Set<(event: { readonly kind: string }) => void>();

	preview: AnsweringSource["preview"] = (plan, _options, { signal, latest }) =>
		new Promise((resolve, reject) => {
			this.questions.push({
				...{ plan, signal, latest },
				answer: (answer) => {
					resolve(answer);
					return settled();
				},
				fail: (error) => {
					reject(error);
					return settled();
				},
			});
		});

	/** The last question that was asked. */
	get last(): Question {
		const last = this.questions.at(-1);
		if (!last) throw new Error("Nothing was asked.");
		return last;
	}

	get listeners(): number {
		return this.#listeners.size;
	}

	say(kind: string): void {
		for (const listener of this.#listeners) listener({ kind });
	}

	subscribe = (listener: (event: { readonly kind: string }) => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	page = unasked;
	distribution = unasked;
	overlap = unasked;
	versionDifference = unasked;
	quality = unasked;
	raw = unasked;
}

function unasked(): never {
	throw new Error("A session asks for previews only.");
}
