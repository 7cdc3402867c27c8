// Writing while the next part is made: a few writes at a time, in order, and the first failure stops all.
export class WriteQueue {
	readonly #most: number;
	#waiting: Promise<unknown>[] = [];
	#failure: { readonly error: unknown } | undefined;

	/** `most` writes that have not ended. */
	constructor(most: number) {
		this.#most = most;
	}

	/** Starts a write; resolves when there is room for another. Rejects with the error of any write so far. */
	async add(write: () => Promise<unknown>): Promise<void> {
		this.#throwFailure();
		const writing = write().catch((error: unknown) => {
			this.#failure ??= { error };
		});
		this.#waiting.push(writing);
		while (this.#waiting.length >= this.#most) await this.#waiting.shift();
		this.#throwFailure();
	}

	/** Resolves when all have ended. */
	async end(): Promise<void> {
		await Promise.all(this.#waiting);
		this.#waiting = [];
		this.#throwFailure();
	}

	#throwFailure(): void {
		if (this.#failure) throw this.#failure.error;
	}
}
