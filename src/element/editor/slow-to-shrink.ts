// Keeps the editor as high as it was while somebody types: problems come and go with every key, and what stands below would jump. It grows at once.
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long nobody has typed when it may be lower, in milliseconds. */
export const restMs = 1_000;

export class SlowToShrink implements ReactiveController {
	readonly #find: () => HTMLElement | null;
	readonly #observer = new ResizeObserver(([entry]) => this.#measured(entry?.borderBoxSize[0]?.blockSize ?? 0));
	#box: HTMLElement | undefined;
	/** In whole pixels: never more than it is, so that to be held changes nothing. */
	#height = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;

	/** `find` gives the box, once it is drawn. */
	constructor(host: ReactiveControllerHost, find: () => HTMLElement | null) {
		this.#find = find;
		host.addController(this);
	}

	hostUpdated(): void {
		if (this.#box) return;
		this.#box = this.#find() ?? undefined;
		if (this.#box) this.#observer.observe(this.#box);
	}

	hostDisconnected(): void {
		this.#release();
		this.#observer.disconnect();
		this.#box = undefined;
	}

	/** Somebody types, or does something else to the text. */
	typed(): void {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#release(), restMs);
		this.#hold();
	}

	#measured(height: number): void {
		this.#height = Math.floor(height);
		if (this.#rest !== undefined) this.#hold();
	}

	#hold(): void {
		this.#box?.style.setProperty("min-block-size", `${this.#height}px`);
	}

	#release(): void {
		clearTimeout(this.#rest);
		this.#rest = undefined;
		this.#box?.style.removeProperty("min-block-size");
	}
}
