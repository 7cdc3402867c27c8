// What someone types in the builder's controls: it stays as typed, whatever the text makes of it, until it is finished; and what was refused stays
// until it is mended.

/** What a control holds that the text could not take. */
export interface RefusedText {
	readonly text: string;
	readonly reason: string;
	/** What the text said before, and says still. */
	readonly before: string;
}

export class Typing {
	#key: string | undefined;
	#text = "";
	#before = "";
	#drag = Symbol();
	#isWaiting = false;
	#hasWritten = false;
	/** Why what is typed cannot be written as it is; nobody is told so before it is finished, but forms. */
	#reason: string | false | undefined;
	/** Controls with refused words that have said since the last review what they show. */
	readonly #shown = new Set<string>();
	readonly #refused = new Map<string, RefusedText>();
	readonly #changed: () => void;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** What a control shows: what is typed in it, else what was refused, else what the text says. */
	shown(key: string, said: string): string {
		if (this.#refused.has(key)) this.#shown.add(key);
		if (this.#key === key) return this.#text;
		const refused = this.#refused.get(key);
		if (refused?.before === said) return refused.text;
		// The text says something else by now: what was typed was about the value before.
		this.#refused.delete(key);
		return said;
	}

	/** What is typed in controls of this row; undefined when nothing is. Rows are drawn anew when it differs. */
	inRow(row: number): string | undefined {
		const typed = this.#key !== undefined && isOf(this.#key, row) ? `${this.#key} ${this.#text}` : "";
		const refused = this.#refusedIn(row).map(([key, { text, reason }]) => `${key} ${text} ${reason}`);
		return typed === "" && refused.length === 0 ? undefined : [typed, ...refused].join("\n");
	}

	/** Typed, and not in the text of the segment: still to come, or refused. */
	isWaiting(key: string): boolean {
		return (this.#key === key && this.#isWaiting) || this.#refused.has(key);
	}

	/** What the text said of the control when typing in it began. */
	get before(): string {
		return this.#before;
	}

	/** The same for all that is typed in a control from its first letter to its end. */
	get drag(): symbol {
		return this.#drag;
	}

	/** Something of it has been in the text since typing in the control began. */
	get hasWritten(): boolean {
		return this.#hasWritten;
	}

	/** `said` is what the text says now; `reason` why it cannot take what is typed, false where it can, undefined where nobody knows yet. */
	type(key: string, text: string, said: string, reason?: string | false): void {
		if (this.#key !== key) {
			this.#before = said;
			this.#drag = Symbol();
			this.#hasWritten = false;
		}
		this.#key = key;
		this.#text = text;
		this.#isWaiting = true;
		this.#reason = reason;
		if (reason === false) this.#refused.delete(key);
		this.#changed();
	}

	/** It is in the text now, as far as it goes. */
	wrote(key: string): void {
		if (this.#key !== key) return;
		this.#isWaiting = false;
		this.#hasWritten = true;
		if (this.#refused.delete(key)) this.#changed();
	}

	/** What waits in a control; undefined when nothing does, or when it has been refused as it is. */
	waiting(key: string): string | undefined {
		return this.#key === key && this.#isWaiting ? this.#text : undefined;
	}

	/** The control keeps what is typed in it, with the reason why the text cannot take it. */
	refuse(key: string, reason: string): void {
		if (this.#key !== key) return;
		this.#refused.set(key, { text: this.#text, reason, before: this.#before });
		this.#leave();
		this.#changed();
	}

	/** Whether a control holds what was refused. */
	isRefused(key: string): boolean {
		return this.#refused.has(key);
	}

	/** Why controls hold words that are not in the text and could not be, by key; also before they are finished. */
	get reasons(): ReadonlyMap<string, string> {
		const reasons = new Map([...this.#refused].map(([key, { reason }]) => [key, reason]));
		if (this.#key !== undefined && this.#reason) reasons.set(this.#key, this.#reason);
		return reasons;
	}

	/** Forgets what was refused in a row's controls that it has no more, or that say something else by now; `show` lets each say what it shows. */
	review(row: number, show: () => void): void {
		this.#shown.clear();
		show();
		for (const [key] of this.#refusedIn(row)) if (!this.#shown.has(key)) this.#refused.delete(key);
	}

	/** Why controls of a row hold something else than the text, each reason once. */
	reasonsIn(row: number): readonly string[] {
		return [...new Set(this.#refusedIn(row).map(([, { reason }]) => reason))];
	}

	/** The control shows what the text says again. Without a key whichever control is typed in. */
	end(key: string | undefined = this.#key): void {
		if (key === undefined) return;
		const isTyped = this.#key === key;
		if (isTyped) this.#leave();
		if (this.#refused.delete(key) || isTyped) this.#changed();
	}

	/** All controls show what the text says again. */
	clear(): void {
		if (this.#key === undefined && this.#refused.size === 0) return;
		this.#leave();
		this.#refused.clear();
		this.#changed();
	}

	#leave(): void {
		this.#key = undefined;
		this.#isWaiting = false;
		this.#reason = undefined;
	}

	#refusedIn(row: number): readonly (readonly [string, RefusedText])[] {
		return this.#refused.size === 0 ? [] : [...this.#refused].filter(([key]) => isOf(key, row));
	}
}

const isOf = (key: string, row: number): boolean => key.startsWith(`${row}/`);
