// The text as the seed system's conditions, for hosts that keep those.
import type { SeedConditions } from "../../segments/to-conditions.ts";
import type { Session } from "./session.ts";

/** Undefined while the text has errors, is empty, or the language is not loaded yet. Linear in the text. */
export function conditionsOf({ language, compiled, catalogue }: Session): SeedConditions | undefined {
	if (!language || !catalogue || !compiled?.ok) return undefined;
	return language.toConditions(compiled.segment.checked, catalogue);
}
