// Somebody who looks for an operator tries several: each is made of the condition as it was before the first, so that no value is lost on the way.
import type { Gesture } from "../../document/change.ts";
import type { ConditionRow, RowDocument } from "../../document/row.ts";
import type { RowLanguage } from "../session/session.ts";
import { composed } from "./composed.ts";
import { narrowedEdits } from "./narrowed-edits.ts";

interface Trial {
	readonly row: number;
	/** The words of the row before the first operator was tried. */
	readonly before: string;
	/** After the last one: other words than these are somebody's edit, and what was before is over. */
	readonly now: string;
}

export class OperatorTrial {
	#trial: Trial | undefined;

	/** `make` sets the operator; it is given the document with the row as it was before the first one was tried. */
	gesture(
		document: RowDocument,
		row: ConditionRow,
		make: (document: RowDocument) => Gesture,
		{ document: gestures }: RowLanguage,
	): Gesture {
		const words = wordsOf(document, row);
		if (this.#trial?.row !== row.id || this.#trial.now !== words) this.#trial = { row: row.id, before: words, now: words };
		const { before } = this.#trial;
		if (before === words) return make(document);
		const edits = narrowedEdits(document.text, [{ span: row.words, text: before }]);
		let made: Gesture | undefined;
		const both = composed(document, { ok: true, edits, selection: row.words, moves: [] }, (as) => (made = make(as)), gestures);
		return made?.ok === false ? made : both;
	}

	/** The gesture was made, and this is what it gave. */
	made(document: RowDocument | undefined): void {
		const row = this.#trial && document?.places.get(this.#trial.row)?.row;
		this.#trial = this.#trial && document && row ? { ...this.#trial, now: wordsOf(document, row) } : undefined;
	}

	/** Whoever comes back to a row later begins anew. */
	leave(next: number | undefined): void {
		if (this.#trial?.row !== next) this.#trial = undefined;
	}
}

const wordsOf = ({ text }: RowDocument, { words }: Pick<ConditionRow, "words">): string => text.slice(words.from, words.to);
