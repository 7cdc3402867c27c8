// The worker's half of a host's iterable: says how many batches it has room for, and reads those that come.
import { readLines } from "../formats/ndjson.ts";
import type { ProfileBatch } from "../formats/profile-batch.ts";
import { allRefused } from "../store/sources/no-profiles.ts";
import type { SourceBatch } from "../store/sources/opened-source.ts";

/** Batches that are on their way or wait to be written. */
export const mostBatches = 2;

export type Arrival = { readonly bytes: ArrayBuffer } | { readonly end: true } | { readonly error: Error };

export class Feed {
	readonly #want: (batches: number) => void;
	readonly #arrived: Arrival[] = [];
	#wake: (() => void) | undefined;
	/** What came and is no profile. */
	problems = 0;
	#given = 0;

	/** `want` asks for as many batches more. */
	constructor(want: (batches: number) => void) {
		this.#want = want;
	}

	arrive(arrival: Arrival): void {
		this.#arrived.push(arrival);
		this.#wake?.();
	}

	/**
	 * Nothing is asked of the host before the first batch is. Rejects with the signal's reason, with what the host's iterable threw, and with the
	 * SourceError "not-profiles" when nothing that came was a profile.
	 */
	async *batches(signal: AbortSignal): AsyncGenerator<SourceBatch> {
		const wake = (): void => this.#wake?.();
		signal.addEventListener("abort", wake);
		try {
			this.#want(mostBatches);
			for (;;) {
				signal.throwIfAborted();
				const arrival = this.#arrived.shift();
				if (!arrival) {
					await new Promise<void>((resolve) => {
						this.#wake = resolve;
					});
					continue;
				}
				if ("error" in arrival) throw arrival.error;
				if ("end" in arrival) {
					if (this.#given === 0 && this.problems > 0) throw allRefused();
					return;
				}
				const batch = this.#batchFrom(arrival.bytes);
				if (batch.profiles.length > 0) yield { kind: "profiles", untyped: false, ...batch };
				this.#want(1);
			}
		} finally {
			signal.removeEventListener("abort", wake);
		}
	}

	#batchFrom(bytes: ArrayBuffer): ProfileBatch {
		const { batch } = readLines(new Uint8Array(bytes), true, () => this.problems++);
		this.#given += batch.profiles.length;
		return batch;
	}
}
