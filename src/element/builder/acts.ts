// What a person does to rows, as steps of the session. Each is one gesture and one step of undo; a gesture that is refused says why.
import type { Gesture } from "../../document/change.ts";
import type { RowDocument } from "../../document/row.ts";
import type { EditOptions } from "../session/session-change.ts";
import type { RowLanguage, Session } from "../session/session.ts";
import { narrowedEdits } from "./narrowed-edits.ts";

export type Gestures = RowLanguage["document"];

/** What makes a gesture part of the step before it. */
export type Joining = Pick<EditOptions, "typedAt" | "drag">;

export interface Refused {
	/** The row that did not take it. */
	readonly row: number;
	readonly reason: string;
}

export interface Acting {
	/** The text is another one now; the row that is selected afterwards. Undefined when nothing had to be changed. */
	readonly changed: number | undefined;
}

export class Acts {
	#refused: Refused | undefined;
	readonly #session: () => Session;
	readonly #told: (refused: Refused | undefined) => void;

	/** `told` hears of each refusal, and when it no longer stands. */
	constructor(session: () => Session, told: (refused: Refused | undefined) => void) {
		this.#session = session;
		this.#told = told;
	}

	/** The last gesture's refusal, until the next gesture. */
	get refused(): Refused | undefined {
		return this.#refused;
	}

	/** Makes a gesture; undefined when it was refused or there are no rows yet. */
	do(
		row: number,
		make: (document: RowDocument, gestures: Gestures, language: RowLanguage) => Gesture,
		joining: Joining = {},
	): Acting | undefined {
		const session = this.#session();
		const { rows, rowLanguage: language } = session;
		if (!rows || !language) return undefined;
		const gesture = make(rows, language.document, language);
		if (!gesture.ok) {
			this.refuse(row, gesture.reason);
			return undefined;
		}
		this.clear();
		const edits = narrowedEdits(session.text, gesture.edits);
		if (edits.length === 0) return { changed: undefined };
		session.edit(edits, { origin: "builder", selection: gesture.selection, moves: gesture.moves, ...joining });
		const after = session.rows;
		return { changed: after && language.document.rowAt(after, gesture.selection.from).id };
	}

	/** Says near a row why something cannot be done. */
	refuse(row: number, reason: string): void {
		this.#refused = { row, reason };
		this.#told(this.#refused);
	}

	/** The reason of the last refusal, which is the caller's from now on; undefined when nothing was refused. */
	takeReason(): string | undefined {
		const reason = this.#refused?.reason;
		this.clear();
		return reason;
	}

	clear(): void {
		if (!this.#refused) return;
		this.#refused = undefined;
		this.#told(undefined);
	}
}
