// The worker's half of a host's iterable: says how many batches it has room for, and reads those that come.
import type { Batch } from "../store/replace-profiles.ts";

/** Batches that are on their way or wait to be written. */
export const mostBatches = 2;

export interface FeedPost {
	wanted(batches: number): void;
	unwanted(): void;
}

export type Arrival = { readonly bytes: ArrayBuffer } | { readonly end: true } | { readonly error: Error };

export class Feed {
	readonly #post: FeedPost;
	readonly #arrived: Arrival[] = [];
	#wake: (() => void) | undefined;
	/** What came and is no profile. */
	problems = 0;

	constructor(post: FeedPost) {
		this.#post = post;
	}

	arrive(arrival: Arrival): void {
		this.#arrived.push(arrival);
		this.#wake?.();
	}

	/** Nothing is asked of the host before the first batch is. Rejects with the signal's reason, and with what the host's iterable threw. */
	async *batches(signal: AbortSignal): AsyncGenerator<Batch> {
		const wake = (): void => this.#wake?.();
		signal.addEventListener("abort", wake);
		let isOver = false;
		try {
			this.#post.wanted(mostBatches);
			for (;;) {
				signal.throwIfAborted();
				const arrival = this.#arrived.shift();
				if (!arrival) {
					await new Promise<void>((resolve) => {
						this.#wake = resolve;
					});
					continue;
				}
				isOver = !("bytes" in arrival);
				if ("error" in arrival) throw arrival.error;
				if ("end" in arrival) return;
				yield this.#batchFrom(arrival.bytes);
				this.#post.wanted(1);
			}
		} finally {
			signal.removeEventListener("abort", wake);
			if (!isOver) this.#post.unwanted();
		}
	}

	#batchFrom(bytes: ArrayBuffer): Batch {
		const text = new TextDecoder().decode(bytes);
		const lines = text === "" ? [] : text.slice(0, -1).split("\n");
		const profiles: unknown[] = [];
		const texts: string[] = [];
		for (const line of lines) {
			if (!line.startsWith("{")) {
				this.problems++;
				continue;
			}
			profiles.push(JSON.parse(line));
			texts.push(line);
		}
		return { profiles, texts };
	}
}
