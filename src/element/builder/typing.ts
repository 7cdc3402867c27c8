// What someone is typing right now in one of the builder's controls: it stays as typed, whatever the text makes of it, until it is finished.

export class Typing {
	#key: string | undefined;
	#text = "";
	#isWaiting = false;
	readonly #changed: () => void;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** What a control shows: what is typed in it, else `otherwise`. */
	shown(key: string, otherwise: string): string {
		return this.#key === key ? this.#text : otherwise;
	}

	/** What is typed in a control of this row; undefined when nothing is. Rows are drawn anew when it differs. */
	inRow(row: number): string | undefined {
		return this.#key?.startsWith(`${row}/`) ? `${this.#key} ${this.#text}` : undefined;
	}

	/** Typed, and not yet in the text of the segment. */
	isWaiting(key: string): boolean {
		return this.#key === key && this.#isWaiting;
	}

	type(key: string, text: string): void {
		this.#key = key;
		this.#text = text;
		this.#isWaiting = true;
		this.#changed();
	}

	/** It is in the text now, as far as it goes. */
	wrote(key: string): void {
		if (this.#key === key) this.#isWaiting = false;
	}

	/** What waits in a control; undefined when nothing does. */
	waiting(key: string): string | undefined {
		return this.isWaiting(key) ? this.#text : undefined;
	}

	/** The control shows what the text says again. Without a key whichever control it is. */
	end(key: string | undefined = this.#key): void {
		if (this.#key === undefined || this.#key !== key) return;
		this.#key = undefined;
		this.#isWaiting = false;
		this.#changed();
	}
}
