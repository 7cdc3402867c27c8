// Profiles come in batches: about as many as a chunk of bytes holds.

/** A profile as it was read: an object, with `__proto__` an ordinary key of it. */
export type Profile = Readonly<Record<string, unknown>>;

/** Lines of UTF-8 in one piece of memory. What stands between two of them is no part of either. */
export interface Utf8Lines {
	/** Valid until the next batch is asked for. */
	readonly bytes: Uint8Array;
	readonly starts: readonly number[];
	/** After the last byte of each. */
	readonly ends: readonly number[];
}

export interface ProfileBatch {
	/** At least one, or none with the `header`. */
	readonly profiles: readonly Profile[];
	/** Of a CSV without a single row: what a row of empty cells would be, so that one can still see what its columns are. */
	readonly header?: Profile;
	/**
	 * The JSON of each profile as it stood in the source, white space around it included: place by place the same as `profiles`. Only there
	 * when asked for, and never for CSV. A text may share the memory of its whole chunk: keep a copy (or join them) rather than single ones.
	 */
	readonly texts?: readonly string[];
	/** The same texts as bytes, for whoever writes them: copying takes a tenth of encoding. Only there with `texts`, and only of NDJSON. */
	readonly lines?: Utf8Lines;
}

/** A batch in the making. */
export class BatchBuilder {
	readonly #keepsTexts: boolean;
	#profiles: Profile[] = [];
	#texts: string[] = [];

	constructor(keepsTexts = false) {
		this.#keepsTexts = keepsTexts;
	}

	get length(): number {
		return this.#profiles.length;
	}

	add(profile: Profile, text: string): void {
		this.#profiles.push(profile);
		if (this.#keepsTexts) this.#texts.push(text);
	}

	/** What was added since the last time. */
	take(): ProfileBatch {
		const profiles = this.#profiles;
		const texts = this.#texts;
		this.#profiles = [];
		this.#texts = [];
		return this.#keepsTexts ? { profiles, texts } : { profiles };
	}
}
