// A text that the host gives in another form: stock JSON Logic, or the seed system's conditions. It becomes the text once it can be read.
import type { DocumentProblem } from "../../segments/problem.ts";
import type { Session } from "./session.ts";

export type OtherForm = "rule" | "conditions";

export interface Taking {
	/** It is the text now. */
	taken(): void;
	/** It has no text, came too late or cannot be read now: the text is as it was. */
	refused(problems: readonly DocumentProblem[]): void;
}

/** Makes `given` the text: at once, or when what reads it and the catalogue are there. Returns what gives up. */
export function takeForm(session: Session, form: OtherForm, given: unknown, taking: Taking): () => void {
	if (takeNow(session, form, given, taking)) return () => undefined;
	// Again, if it could not be loaded before.
	session.loadForms().catch(() => undefined);
	const end = session.subscribe(({ kind, origin }) => {
		if (kind === "text" && origin !== "host") {
			end();
			taking.refused([{ pointer: "", message: tooLate(form) }]);
		} else if (takeNow(session, form, given, taking)) end();
		else if (kind === "language-failed" && session.formProblem !== undefined) {
			end();
			taking.refused([{ pointer: "", message: session.formProblem }]);
		}
	});
	return end;
}

function takeNow(session: Session, form: OtherForm, given: unknown, { taken, refused }: Taking): boolean {
	const { formLanguage: language, catalogue, timeZone, now } = session;
	if (!language || !catalogue) return false;
	const read = form === "rule" ? language.fromRule(given, catalogue, { timeZone, now }) : language.fromConditions(given, catalogue);
	if ("text" in read) {
		taken();
		session.reset(read.text);
	} else refused(read.problems);
	return true;
}

const tooLate = (form: OtherForm): string =>
	`The text was changed by hand before the ${form} could be read. Set the ${form} again to replace that text.`;
