// The text as the seed system's conditions, and back, for hosts that keep those.
import type { DocumentProblem } from "../../segments/problem.ts";
import type { SeedConditions } from "../../segments/to-conditions.ts";
import type { Session } from "./session.ts";

/** Undefined while the text has errors, is empty, or the language is not loaded yet. Linear in the text. */
export function conditionsOf({ language, compiled, catalogue }: Session): SeedConditions | undefined {
	if (!language || !catalogue || !compiled?.ok) return undefined;
	return language.toConditions(compiled.segment.checked, catalogue);
}

/**
 * Makes conditions the text: at once, or when what reads them and the catalogue are there. `refused` is called with every problem of conditions
 * that have no text, or with the one that they cannot be read now; the text is then as it was. Returns what gives up.
 */
export function takeConditions(session: Session, conditions: unknown, refused: (problems: readonly DocumentProblem[]) => void): () => void {
	if (takeNow(session, conditions, refused)) return () => undefined;
	const end = session.subscribe(({ kind }) => {
		const { conditionProblem } = session;
		if (takeNow(session, conditions, refused)) end();
		else if (kind === "language-failed" && conditionProblem !== undefined) {
			end();
			refused([{ pointer: "/conditions", message: conditionProblem }]);
		}
	});
	return end;
}

function takeNow(session: Session, conditions: unknown, refused: (problems: readonly DocumentProblem[]) => void): boolean {
	const { conditionLanguage: language, catalogue } = session;
	if (!language || !catalogue) return false;
	const read = language.fromConditions(conditions, catalogue);
	if ("text" in read) session.reset(read.text);
	else refused(read.problems);
	return true;
}
