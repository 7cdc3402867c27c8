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

	/** In the next frame: rows that wrap change the height, and an observer that is told of its own doing is an error of the page. */
	#measured(width: number): void {
		requestAnimationFrame(() => {
			this.#host.renderRoot?.querySelector(".builder")?.classList.toggle("narrow", width > 0 && width < narrowWidth);
		});
	}
}
