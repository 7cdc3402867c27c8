// What is known of the text of a session. It is read with every change; a long text that somebody types in, when the typing rests.
import type { Catalogue } from "../../fields/catalogue.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { Analyses, Analysis } from "../../service/analysis.ts";
import type { Translated } from "../../translate.ts";
import type { Language } from "./language-parts.ts";
import type { SessionInputs } from "./session-inputs.ts";

/** Texts up to here are read with every key, longer ones when the typing rests: a key must not wait for them. UTF-16 units. */
export const longestReadAtOnce = 20_000;

/** How long the typing has to rest, in milliseconds. */
const restMs = 250;

export interface ReadingOptions {
	/** Default 20,000. */
	readonly longestAtOnce?: number | undefined;
	/** Default 250. */
	readonly restMs?: number | undefined;
}

/** What a text is read with. */
export interface ReadWith extends Pick<SessionInputs, "segments" | "now"> {
	readonly language: Language;
	readonly catalogue: Catalogue;
	/** IANA name. */
	readonly timeZone: string;
}

export class Reading {
	/** What `now` means in the text as it is, epoch milliseconds. */
	now = 0;
	/** What was read, and is kept for everybody who asks about the same text; undefined while there is nothing to read it with. */
	analyses: Analyses | undefined;
	#text = "";
	#with: ReadWith | undefined;
	#analysis: Analysis | undefined;
	#compiled: Translated | undefined;
	#plan: PreviewPlan | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #done: () => void;
	readonly #longestAtOnce: number;
	readonly #restMs: number;

	/** `done` is called when a text that had to wait is read. */
	constructor(done: () => void, options: ReadingOptions = {}) {
		this.#done = done;
		this.#longestAtOnce = options.longestAtOnce ?? longestReadAtOnce;
		this.#restMs = options.restMs ?? restMs;
	}

	/** A long text has changed and is not read yet. */
	get isWaiting(): boolean {
		return this.#timer !== undefined;
	}

	/** Undefined for a text of blanks, and while it waits. */
	get compiled(): Translated | undefined {
		return this.#compiled;
	}

	/** Undefined while the text has errors, and while it waits. */
	get plan(): PreviewPlan | undefined {
		if (!this.#plan && this.#compiled?.ok) this.#plan = this.#with?.language.toPreviewPlan(this.#compiled.segment.checked);
		return this.#plan;
	}

	/** Counts the conditions without an error of a text that has one; undefined where there are none. What its root says is about no text. */
	get planOfSound(): PreviewPlan | undefined {
		const sound = this.#compiled?.ok === false ? this.#analysis?.sound : undefined;
		return sound && this.#with?.language.toPreviewPlan(sound);
	}

	/** The text as it was parsed; undefined where it was not. */
	get tree(): Analysis["tree"] | undefined {
		return this.#analysis?.tree;
	}

	/** With something else to read it with, or with nothing, the text is another one. */
	readWith(given: ReadWith | undefined, text: string): void {
		this.#with = given;
		this.analyses =
			given && new given.language.Analyses({ catalogue: given.catalogue, timeZone: given.timeZone, segments: given.segments });
		this.take(text, false);
	}

	/** Another text. One that `mayWait` is read at once all the same when it is short. */
	take(text: string, mayWait: boolean): void {
		this.#text = text;
		this.#analysis = undefined;
		this.#compiled = undefined;
		this.#plan = undefined;
		this.stop();
		const now = this.#with?.now;
		// A moment of its own for each keystroke would make every answer about dates a new question.
		this.now = now === undefined ? Math.floor(Date.now() / 60_000) * 60_000 : Number(now);
		if (!mayWait || !this.analyses || text.length <= this.#longestAtOnce) this.#read();
		else this.#timer = setTimeout(() => this.finish(), this.#restMs);
	}

	/** Reads now what waits. */
	finish(): void {
		if (!this.isWaiting) return;
		this.stop();
		this.#read();
		this.#done();
	}

	/** What waits is not read by itself any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#read(): void {
		const given = this.#with;
		if (!given || !this.analyses || this.#text.trim() === "") return;
		this.#analysis = this.analyses.of(this.#text, this.now);
		this.#compiled = given.language.translationOf(this.#analysis);
	}
}
