// Nothing moves under a press: a press that takes the focus out of a field writes what is typed in it at once, but what that changes is drawn when the
// press is over, or the button that was meant would be somewhere else by then.
import type { LitElement, ReactiveController } from "lit";

/** A press that is held longer is no click. */
const longestMs = 600;

export class HeldPress implements ReactiveController {
	#over: Promise<void> | undefined;
	#isPressed = false;
	#end: (() => void) | undefined;

	constructor(host: LitElement) {
		host.addController(this);
	}

	/** What to wait for before drawing. */
	get over(): Promise<void> | undefined {
		return this.#over;
	}

	hostConnected(): void {
		globalThis.addEventListener("pointerdown", this.#pressed, true);
		for (const type of ends) globalThis.addEventListener(type, this.#released, true);
	}

	hostDisconnected(): void {
		globalThis.removeEventListener("pointerdown", this.#pressed, true);
		for (const type of ends) globalThis.removeEventListener(type, this.#released, true);
		this.#released();
	}

	readonly #pressed = (): void => {
		this.#isPressed = true;
	};

	/** The click comes right after. */
	readonly #released = (): void => {
		this.#isPressed = false;
		setTimeout(() => this.#end?.());
	};

	/** Hears that a field loses focus before the field does. */
	readonly left = { handleEvent: () => this.#hold(), capture: true };

	#hold(): void {
		if (!this.#isPressed || this.#over) return;
		this.#over = new Promise((resolve) => {
			const timer = setTimeout(() => this.#end?.(), longestMs);
			this.#end = () => {
				clearTimeout(timer);
				this.#over = undefined;
				this.#end = undefined;
				resolve();
			};
		});
	}
}

const ends = ["pointerup", "pointercancel"] as const;
