// How long to wait, and for what: for a server that may be gone, and before a request is repeated.
import { sleep } from "./clock.ts";
import { SourceError } from "./source-error.ts";
import { type SourceLimits, type SourceOptions, sourceLimits } from "./source-options.ts";

/** The connection broke, or the server fell silent. */
export class Broken extends Error {
	override readonly name = "Broken";
}

export class Patience {
	readonly limits: SourceLimits;
	readonly now: () => number;
	readonly #signal: AbortSignal | undefined;
	readonly #sleep: NonNullable<SourceOptions["sleep"]>;
	readonly #random: () => number;
	readonly #onWait: SourceOptions["onWait"];
	#failures = 0;

	constructor(options: SourceOptions) {
		this.limits = sourceLimits(options.limits);
		this.now = options.now ?? Date.now;
		this.#signal = options.signal;
		this.#sleep = options.sleep ?? sleep;
		this.#random = options.random ?? Math.random;
		this.#onWait = options.onWait;
	}

	throwIfCancelled(): void {
		if (this.#signal?.aborted) throw this.#cancelled();
	}

	/** A new byte came: what failed before is forgotten. */
	progressed(): void {
		this.#failures = 0;
	}

	/**
	 * Waits before the next try, or throws `error` when there have been enough. The time is drawn from the whole range (full jitter), so that
	 * many pages do not come back to a server all at once.
	 */
	async failed(error: SourceError, retryAfterMs = 0): Promise<void> {
		const { maxAttempts, baseDelayMs, maxDelayMs, maxRetryAfterMs } = this.limits;
		this.#failures++;
		if (this.#failures >= maxAttempts || retryAfterMs > maxRetryAfterMs) throw error;
		const mostMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (this.#failures - 1));
		const delayMs = Math.max(Math.round(this.#random() * mostMs), retryAfterMs);
		this.#onWait?.({ delayMs, failures: this.#failures });
		const waiting = new AbortController();
		await this.untilCancelled(this.#sleep(delayMs, waiting.signal)).finally(() => waiting.abort());
	}

	/** The outcome of `work`; or Broken when it takes longer than a server may be silent. */
	orStalled<T>(work: Promise<T>): Promise<T> {
		const waiting = new AbortController();
		const stalled = this.#sleep(this.limits.stallMs, waiting.signal).then((): never => {
			throw new Broken();
		});
		return this.untilCancelled(Promise.race([work, stalled])).finally(() => waiting.abort());
	}

	/** The outcome of `work`, or the error "cancelled" as soon as that is the case. */
	untilCancelled<T>(work: Promise<T>): Promise<T> {
		const signal = this.#signal;
		if (signal === undefined) return work;
		return new Promise((resolve, reject) => {
			const cancel = (): void => reject(this.#cancelled());
			// Not once and for all: a long-lived signal would keep a listener for every chunk.
			const end = (): void => signal.removeEventListener("abort", cancel);
			signal.addEventListener("abort", cancel);
			work.then(resolve, reject).finally(end);
			if (signal.aborted) cancel();
		});
	}

	#cancelled(): SourceError {
		return new SourceError("cancelled", { cause: this.#signal?.reason });
	}
}
