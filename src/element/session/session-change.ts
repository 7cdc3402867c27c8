// What sessions tell their views, and what views say of an edit.
import type { Move } from "../../document/identity.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** Who changed the text: elements skip what they did themselves, and hosts are told of everything but their own. */
export type Origin = "editor" | "builder" | "preview" | "studio" | "host" | "history";

export interface SessionChange {
	/**
	 * `text`: another text, and so another version. `selection`: another selection. `inputs`: what it means may be other. `language`: the parser is
	 * there now. `part`: a part of it that somebody asked for is, too. `read`: a long text that changed before is read now. `counts`: another state of the counts. `refused`: other fields hold words that the
	 * text could not take. `language-failed`: see `problem`,
	 * `rowProblem` and `formProblem`.
	 */
	readonly kind: "text" | "selection" | "inputs" | "language" | "part" | "language-failed" | "read" | "counts" | "refused";
	readonly origin?: Origin;
	/** Of `text`: in coordinates of the text before. */
	readonly edits?: readonly TextEdit[];
}

export interface EditOptions {
	readonly origin: Origin;
	/** In the text after. Default: where the selection is carried by the edits. */
	readonly selection?: Span | undefined;
	/** Of a gesture: so that rows that it carries elsewhere keep their ids. */
	readonly moves?: readonly Move[] | undefined;
	/** The time of a keystroke, in milliseconds of any clock: typing without a pause is one step of undo. */
	readonly typedAt?: number | undefined;
	/** Of a drag, of a key that is held, of an input method that is at work: edits in a row with the same one are one step of undo. */
	readonly drag?: symbol | undefined;
}
