// A source's first batches wait until one of their profiles has a field of the catalogue: a server's `{"error": …}`, or a proxy's sentence that
// reads as the header of a CSV, is no person, and must not take the place of those who are kept.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import { readPath } from "../fields/json-path.ts";
import type { SourceBatch } from "./sources/opened-source.ts";
import { SourceError } from "./sources/source-error.ts";

type Profiles = Extract<SourceBatch, { readonly kind: "profiles" }>;

/** Profiles without any field that are held before it is said that none has one. */
const mostHeld = 1_000;

export class HeldBack {
	readonly #fields: readonly Field[];
	#waiting: Profiles[] = [];
	#count = 0;
	#isOpen = false;

	constructor({ fields }: Pick<Catalogue, "fields">) {
		this.#fields = fields;
	}

	/** What can be given now. Throws the SourceError "not-profiles" when too many have no field. */
	pass(batch: Profiles): readonly Profiles[] {
		if (this.#isOpen) return [batch];
		const { lines: _, ...lasting } = batch;
		this.#waiting.push(lasting);
		this.#count += batch.profiles.length;
		const rows = batch.header ? [batch.header] : batch.profiles;
		this.#isOpen = rows.some((row) => this.#hasField(row));
		if (!this.#isOpen) {
			if (this.#count > mostHeld) this.end();
			return [];
		}
		const given = this.#waiting;
		this.#waiting = [];
		return given;
	}

	/** Throws the SourceError "not-profiles" when something is held still. */
	end(): void {
		if (this.#waiting.length === 0) return;
		throw new SourceError("not-profiles", {
			message: "Nothing that came has a field of the catalogue: correct the address of the source, or the paths of the fields.",
		});
	}

	#hasField(profile: unknown): boolean {
		return this.#fields.some(({ path }) => (readPath(profile, path) ?? undefined) !== undefined);
	}
}
