// Whether the builder has little width: its own, not the window's. A class, because a container query is asked of every row at every keystroke:
// with five hundred rows that doubled the time to paint.
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** In pixels. */
const narrowWidth = 540;

export class Narrow implements ReactiveController {
	readonly #host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
	readonly #observer = new ResizeObserver(([entry]) => this.#measured(entry?.contentRect.width ?? 0));

	constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment }) {
		this.#host = host;
		host.addController(this);
	}

	hostConnected(): void {
		this.#observer.observe(this.#host);
	}

	hostDisconnected(): void {
		this.#observer.disconnect();
	}

	/** A frame later: what changes the height while it is measured is an error of the page, `ResizeObserver loop`. */
	#measured(width: number): void {
		const isNarrow = width > 0 && width < narrowWidth;
		const builder = this.#host.renderRoot.querySelector(".builder");
		if (builder && builder.classList.contains("narrow") !== isNarrow)
			requestAnimationFrame(() => builder.classList.toggle("narrow", isNarrow));
	}
}
