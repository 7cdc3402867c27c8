// Profiles come in batches: about as many as a chunk of bytes holds.

/** A profile as it was read: an object, with `__proto__` an ordinary key of it. */
export type Profile = Readonly<Record<string, unknown>>;

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
}

/** A batch in the making. */
export class BatchBuilder {
	#profiles: Profile[] = [];
	#texts: string[] | undefined;

	constructor(keepTexts = false) {
		this.#texts = keepTexts ? [] : undefined;
	}

	get length(): number {
		return this.#profiles.length;
	}

	add(profile: Profile, text: string): void {
		this.#profiles.push(profile);
		this.#texts?.push(text);
	}

	/** What was added since the last time. */
	take(): ProfileBatch {
		const profiles = this.#profiles;
		const texts = this.#texts;
		this.#profiles = [];
		if (texts === undefined) return { profiles };
		this.#texts = [];
		return { profiles, texts };
	}
}
