// What keeps every element of a session from its work, for screen readers: said once, by whichever of them is first.
import type { Session, SessionChange } from "../session/session.ts";
import type { Announcer } from "./announcer.ts";

/** `brokenCatalogue` is the sentence before what is wrong with the catalogue. */
export function sayTrouble(announcer: Announcer, session: Session, change: SessionChange, brokenCatalogue: string): void {
	const { problem, catalogueProblems } = session;
	if (change.kind === "language-failed" && problem !== undefined) announcer.now([{ text: problem, isEnglish: true }], change);
	const [first] = catalogueProblems;
	if (!first || (change.kind !== "inputs" && change.kind !== "language")) return;
	announcer.now([{ text: brokenCatalogue }, { text: first.message, isEnglish: true }], catalogueProblems);
}
