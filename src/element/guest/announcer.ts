// What is said to screen readers, through one polite live region of each element: commands at once, the rest when the typing has paused.
// Elements of one session hear of one another: what one of them has said, the others do not say again.
import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";

/** Words, and the language they are in where it is not the element's. */
export interface Spoken {
	readonly text: string;
	readonly isEnglish?: boolean;
}

/** Without a keystroke for so long, the problems are said: a screen reader would be told of every half-typed word. */
const pauseMs = 700;

/** The same sentence of another element within this time is an echo. */
const echoMs = 1_000;

/** What was said at once stands so long before that which could wait takes its place: nobody would have heard it. */
const standsMs = 1_000;

/** News that are remembered: an element that is late by more than so many has something to say. */
const mostRemembered = 16;

interface Said {
	readonly by: Announcer;
	readonly at: number;
}

/** By what a session's elements share, what was said, the oldest first. */
const saidOf = new WeakMap<object, Map<unknown, Said>>();

/** The news that the text as it is has errors, for `about`. */
export const errorsOf = ({ version }: { readonly version: number }): string => `errors of ${version}`;

export class Announcer {
	readonly #changed: () => void;
	readonly #shared: () => object;
	#spoken: readonly Spoken[] = [];
	#count = 0;
	/** Epoch milliseconds. */
	#saidAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `changed` is called when the live region has to be drawn anew; `shared` gives what those have in common that must not say a thing twice. */
	constructor(changed: () => void, shared: () => object) {
		this.#changed = changed;
		this.#shared = shared;
	}

	/**
	 * `about` is the piece of news, by identity: whoever is first tells it, once, in whichever words. Without one only the same words of another
	 * element are the same, and only at once.
	 */
	now(spoken: readonly Spoken[], about?: unknown): void {
		const words = spoken.map(({ text }) => text).join(" ");
		const isSaid =
			about === undefined ? this.#isEcho(words, ({ by, at }, now) => by !== this && now - at <= echoMs) : this.#isEcho(about, () => true);
		if (isSaid) return;
		this.#spoken = spoken;
		this.#saidAt = Date.now();
		this.#count++;
		this.#changed();
	}

	/** In place of what was to be said later. Nothing is said when `make` makes nothing. */
	later(make: () => readonly Spoken[], { about, after = pauseMs }: { readonly about?: () => unknown; readonly after?: number } = {}): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const stillStands = this.#saidAt + standsMs - Date.now();
			if (stillStands > 0) {
				this.later(make, { ...(about && { about }), after: stillStands });
				return;
			}
			const spoken = make();
			if (spoken.length > 0) this.now(spoken, about?.());
		}, after);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	/** A new element each time: the same sentence twice is said twice. */
	region(): TemplateResult {
		return html`<div class="only-spoken" role="status">${keyed(
			this.#count,
			html`<span>${this.#spoken.map(({ text, isEnglish }) => (isEnglish ? html`<span lang="en" dir="ltr">${text} </span>` : `${text} `))}</span>`,
		)}</div>`;
	}

	/** Whether it has been said already, as `isOne` judges; else this element is the one who says it. */
	#isEcho(news: unknown, isOne: (before: Said, now: number) => boolean): boolean {
		const shared = this.#shared();
		const said = saidOf.get(shared) ?? new Map<unknown, Said>();
		saidOf.set(shared, said);
		const now = Date.now();
		const before = said.get(news);
		if (before && isOne(before, now)) return true;
		said.delete(news);
		said.set(news, { by: this, at: now });
		for (const [oldest] of said) {
			if (said.size <= mostRemembered) break;
			said.delete(oldest);
		}
		return false;
	}
}
