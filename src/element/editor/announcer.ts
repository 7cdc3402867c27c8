// What is said to screen readers, through one polite live region: commands at once, problems when the typing has paused.
import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";

/** Words, and the language they are in where it is not the element's. */
export interface Spoken {
	readonly text: string;
	readonly isEnglish?: boolean;
}

/** Without a keystroke for so long, the problems are said: a screen reader would be told of every half-typed word. */
const pauseMs = 700;

export class Announcer {
	readonly #changed: () => void;
	#spoken: readonly Spoken[] = [];
	#count = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `changed` is called when the live region has to be drawn anew. */
	constructor(changed: () => void) {
		this.#changed = changed;
	}

	now(spoken: readonly Spoken[]): void {
		this.#spoken = spoken;
		this.#count++;
		this.#changed();
	}

	/** In place of what was to be said later. Nothing is said when `make` makes nothing. */
	later(make: () => readonly Spoken[]): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const spoken = make();
			if (spoken.length > 0) this.now(spoken);
		}, pauseMs);
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
}
