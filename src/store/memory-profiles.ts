// The store of a page that may keep nothing: the same promises, as long as the page lives.
import type { ProfileStore, ReplaceOptions } from "./profile-store.ts";
import { StoreError } from "./store-error.ts";

const chunkLength = 256;

export class MemoryProfiles implements ProfileStore {
	readonly kept = false;
	#profiles: readonly unknown[] = [];

	async replaceProfiles(profiles: Iterable<unknown> | AsyncIterable<unknown>, options: ReplaceOptions = {}): Promise<number> {
		const written: unknown[] = [];
		for await (const profile of profiles) {
			options.signal?.throwIfAborted();
			written.push(profile);
			if (written.length % chunkLength === 0) options.onProgress?.(written.length);
		}
		options.signal?.throwIfAborted();
		this.#profiles = written;
		options.onProgress?.(written.length);
		return written.length;
	}

	async countProfiles(): Promise<number> {
		return this.#profiles.length;
	}

	async *profiles(): AsyncGenerator<readonly unknown[]> {
		const profiles = this.#profiles;
		for (let from = 0; from < profiles.length; from += chunkLength) {
			if (profiles !== this.#profiles) throw new StoreError("replaced");
			yield profiles.slice(from, from + chunkLength);
		}
	}

	async wipe(): Promise<void> {
		this.#profiles = [];
	}

	close(): void {}
}
