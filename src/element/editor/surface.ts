// What shows the text of a session and lets a person change it: the code editor or a plain text area. Both do the same for the element.
import type { Formats } from "../guest/formats.ts";
import type { Session, SessionChange } from "../session/session.ts";
import type { EditorWords } from "./words.ts";

/** What a surface needs of the element. Read when it is used: the session and the words can become others. */
export interface SurfaceHost {
	readonly session: Session;
	readonly say: EditorWords;
	readonly formats: Formats;
	/** Said to screen readers at once. */
	announce(sentence: string): void;
	/** A text longer than the element colours and completes. */
	readonly isLongText: boolean;
	readonly canEdit: boolean;
	/** Whether values are being looked up for suggestions; undefined when they are not. */
	valuesAre(state: "loading" | "failed" | undefined): void;
}

export interface Surface {
	/** The session has changed, whoever changed it. */
	sessionChanged(change: SessionChange): void;
	focus(): void;
	/** Everything about the text is other: the session, its words, what can be done with it. */
	refresh(): void;
	readonly hasFocus: boolean;
	/** How far it is scrolled, from 0 to 1. */
	scrolled: number;
	destroy(): void;
}

/** Longer texts are checked, and neither coloured nor completed: reading them for that would take longer than a keystroke may. */
export const longestEasyText = 100_000;

/** Every mistake and remark of the text; those of the session where no service is there. */
export function problemsOf({ session, isLongText }: SurfaceHost): Session["diagnostics"] {
	const { service } = session;
	return service && session.compiled && !isLongText ? service.diagnostics(session.text) : session.diagnostics;
}
