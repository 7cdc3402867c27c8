// One history of a text, whoever changes it: the editor, the builder, a handle of a chart. Plain data, no clock.
import type { Move } from "../../document/identity.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { invertEdits } from "../../text/invert-edits.ts";
import type { Span } from "../../text/span.ts";

/** What changes a text, and what is selected in it afterwards. */
export interface Step {
	readonly edits: readonly TextEdit[];
	readonly selection: Span;
	readonly moves: readonly Move[];
}

/** A keystroke: when, in milliseconds of any clock, and in what. */
export interface Typed {
	readonly at: number;
	readonly by: string;
}

/** What makes a step part of the one before. */
export interface Joining {
	/** Of a keystroke: letters that follow one another are one step. */
	readonly typed?: Typed | undefined;
	/** The same for all steps of one drag, of a key that is held, or of an input method that is at work. */
	readonly drag?: symbol | undefined;
}

interface Entry {
	readonly back: Step;
	readonly forth: Step;
	/** The last keystroke, where more typing can go on from it. */
	readonly typing?: Typing | undefined;
	readonly drag?: symbol | undefined;
}

/** One insertion, one deletion, or one insertion in place of what was selected. */
interface Typing extends Typed {
	readonly edit: TextEdit;
}

export interface HistoryOptions {
	/** Steps that are kept; default 500. */
	readonly maxSteps?: number | undefined;
	/** Typing with a longer pause is another step; default 600 milliseconds. */
	readonly pauseMs?: number | undefined;
}

export class History {
	readonly #done: Entry[] = [];
	#undone: Entry[] = [];
	readonly #maxSteps: number;
	readonly #pauseMs: number;

	constructor({ maxSteps = 500, pauseMs = 600 }: HistoryOptions = {}) {
		this.#maxSteps = maxSteps;
		this.#pauseMs = pauseMs;
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** `before` is the text and the selection before the step. Throws RangeError when edits overlap, and then keeps nothing. */
	add(before: { readonly text: string; readonly selection: Span }, step: Step, { typed, drag }: Joining = {}): void {
		const back: Step = { edits: invertEdits(before.text, step.edits), selection: before.selection, moves: step.moves.map(movedBack) };
		this.#undone = [];
		const edit = typed && typedEdit(step);
		const typing = typed && edit && { ...typed, edit };
		const last = this.#done.at(-1);
		const goesOn = drag !== undefined ? last?.drag === drag : last?.typing && typing && goesOnFrom(last.typing, typing, this.#pauseMs);
		if (last && goesOn) {
			const entry = { ...joined(last, before.text, step), typing, drag };
			this.#done.pop();
			// Typed and taken back is no step.
			if (entry.back.edits[0]?.text !== entry.forth.edits[0]?.text) this.#done.push(entry);
			return;
		}
		this.#done.push({ back, forth: step, typing, drag });
		if (this.#done.length > this.#maxSteps) this.#done.shift();
	}

	/** The step to take; undefined at the beginning. */
	undo(): Step | undefined {
		const entry = this.#done.pop();
		if (entry) this.#undone.push({ back: entry.back, forth: entry.forth });
		return entry?.back;
	}

	/** The step to take; undefined when nothing was undone since the last change. */
	redo(): Step | undefined {
		const entry = this.#undone.pop();
		if (entry) this.#done.push(entry);
		return entry?.forth;
	}

	/** What comes next is a step of its own. */
	close(): void {
		const last = this.#done.at(-1);
		if (last) this.#done[this.#done.length - 1] = { back: last.back, forth: last.forth };
	}

	clear(): void {
		this.#done.length = 0;
		this.#undone = [];
	}
}

function goesOnFrom({ edit, ...last }: Typing, next: Typing, pauseMs: number): boolean {
	if (next.by !== last.by || next.at - last.at > pauseMs) return false;
	const at = edit.span.from + edit.text.length;
	if (next.edit.text !== "") return edit.text !== "" && next.edit.span.from === at && next.edit.span.to === at;
	return edit.text === "" && (next.edit.span.to === at || next.edit.span.from === at);
}

/** A single edit in one place is typing; a new line is not. In place of what was selected, a letter begins a word. */
function typedEdit({ edits }: Step): TextEdit | undefined {
	const [edit] = edits;
	return edits.length === 1 && edit && !edit.text.includes("\n") ? edit : undefined;
}

/** An entry and the next step as one edit of all that they touch. `between` is the text after the entry and before the step. */
function joined({ back, forth }: Entry, between: string, step: Step): Entry {
	const written = hullOf(back.edits);
	const original = hullOf(forth.edits);
	const next = hullOf(step.edits);
	const from = Math.min(written.from, next.from);
	const to = Math.max(written.to, next.to);
	const before = between.slice(from, written.from) + textIn(between, back.edits, written) + between.slice(written.to, to);
	const after = textIn(between, step.edits, { from, to });
	const spanBefore = { from, to: to - written.to + original.to };
	return {
		back: { ...back, edits: [{ span: { from, to: from + after.length }, text: before }], moves: [] },
		forth: { ...step, edits: [{ span: spanBefore, text: after }], moves: [] },
	};
}

/** From the first place that edits touch to the last. */
const hullOf = (edits: readonly TextEdit[]): Span => ({
	from: Math.min(...edits.map(({ span }) => span.from)),
	to: Math.max(...edits.map(({ span }) => span.to)),
});

/** What stands in a span after edits inside of it. */
const textIn = (text: string, edits: readonly TextEdit[], { from, to }: Span): string =>
	applyEdits(
		text.slice(from, to),
		edits.map(({ span, text: written }) => ({ span: { from: span.from - from, to: span.to - from }, text: written })),
	);

const movedBack = ({ from, to }: Move): Move => ({ from: { from: to, to: to + from.to - from.from }, to: from.from });
