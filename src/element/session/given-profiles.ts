// Profiles as a host gives them, as the source that answers about them: an array becomes one as soon as it is known what fields it has.
import type { AnsweringSource } from "./answering-source.ts";
import { profilesFromRows } from "./rows-source.ts";
import type { SessionInputs } from "./session-inputs.ts";

/** What a host may give for an input: profiles also as the rows themselves. */
export type GivenInputs = Partial<Omit<SessionInputs, "profiles">> & {
	readonly profiles?: AnsweringSource | readonly unknown[] | null | undefined;
};

const isRows = (profiles: GivenInputs["profiles"]): profiles is readonly unknown[] => Array.isArray(profiles);

export class GivenProfiles {
	#rows: readonly unknown[] | undefined;

	/** The inputs with a source, where rows were given now or before; one that stands already is not made again. `before` is what held so far. */
	withSource(given: GivenInputs, before: SessionInputs): Partial<SessionInputs> {
		const { profiles: asGiven, ...others } = given;
		const profiles = asGiven ?? undefined;
		const catalogue = "catalogue" in given ? given.catalogue : before.catalogue;
		if ("profiles" in given && !isRows(profiles)) {
			this.#rows = undefined;
			return { ...others, profiles };
		}
		const rows = isRows(profiles) ? profiles : this.#rows;
		const isKnown = rows === this.#rows && catalogue === before.catalogue;
		this.#rows = rows;
		if (isKnown || !rows) return others;
		return { ...others, profiles: catalogue && profilesFromRows(rows, catalogue) };
	}
}
