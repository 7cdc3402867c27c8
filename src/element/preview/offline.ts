// Since when the page has no network: what is counted then is as old as what is kept.
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class Offline implements ReactiveController {
	/** Epoch milliseconds; undefined while there is a network, as far as the browser knows. */
	since: number | undefined;
	readonly #host: ReactiveControllerHost;

	constructor(host: ReactiveControllerHost) {
		this.#host = host;
		host.addController(this);
	}

	hostConnected(): void {
		this.since = navigator.onLine === false ? (this.since ?? Date.now()) : undefined;
		window.addEventListener("offline", this.#changed);
		window.addEventListener("online", this.#changed);
	}

	hostDisconnected(): void {
		window.removeEventListener("offline", this.#changed);
		window.removeEventListener("online", this.#changed);
	}

	readonly #changed = ({ type }: Event): void => {
		this.since = type === "offline" ? Date.now() : undefined;
		this.#host.requestUpdate();
	};
}
