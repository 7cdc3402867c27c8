// One history of a text, whoever changes it: the editor, the builder, a handle of a chart. Plain data, no clock.
import type { Move } from "../../document/identity.ts";
import type { TextEdit } from "../../text/edit.ts";
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

interface Entry {
	readonly back: Step;
	readonly forth: Step;
	/** What more typing can go on from. Undefined for what is a step of its own. */
	readonly typing?: Typing | undefined;
}

/** One insertion or one deletion. */
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

	/** `before` is the text and the selection before the step; `typed` says that it is a keystroke, which may join the one before. */
	add(before: { readonly text: string; readonly selection: Span }, step: Step, typed?: Typed): void {
		const edits = invertEdits(before.text, step.edits);
		this.#undone = [];
		const edit = typed && typedEdit(step);
		const typing = typed && edit && { ...typed, edit };
		const last = this.#done.at(-1);
		if (last?.typing && typing && this.#goesOn(last.typing, typing)) {
			this.#done[this.#done.length - 1] = join(last, { back: edits, step, typing });
			return;
		}
		const back: Step = { edits, selection: before.selection, moves: step.moves.map(movedBack) };
		this.#done.push({ back, forth: step, typing });
		if (this.#done.length > this.#maxSteps) this.#done.shift();
	}

	/** The step to take; undefined at the beginning. */
	undo(): Step | undefined {
		const entry = this.#done.pop();
		if (entry) this.#undone.push({ ...entry, typing: undefined });
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
		if (last?.typing) this.#done[this.#done.length - 1] = { ...last, typing: undefined };
	}

	clear(): void {
		this.#done.length = 0;
		this.#undone = [];
	}

	#goesOn(last: Typing, next: Typing): boolean {
		if (next.by !== last.by || next.at - last.at > this.#pauseMs) return false;
		const at = last.edit.span.from + last.edit.text.length;
		if (next.edit.text !== "") return last.edit.text !== "" && next.edit.span.from === at;
		return last.edit.text === "" && (next.edit.span.to === at || next.edit.span.from === at);
	}
}

/** A single insertion or deletion in one place is typing; a new line is not. */
function typedEdit({ edits }: Step): TextEdit | undefined {
	const [edit] = edits;
	const isOne = edits.length === 1 && edit && !edit.text.includes("\n") && (edit.text === "" || edit.span.from === edit.span.to);
	return isOne ? edit : undefined;
}

/** One entry of two, as if both had been typed at once. */
function join({ back, forth }: Entry, next: { readonly back: readonly TextEdit[]; readonly step: Step; readonly typing: Typing }): Entry {
	const [edit, undone, nextUndone] = [forth.edits[0], back.edits[0], next.back[0]];
	if (!edit || !undone || !nextUndone) throw new Error("Typing is one edit.");
	const { span, text } = next.typing.edit;
	const inserted = edit.text + text;
	const from = Math.min(edit.span.from, span.from);
	const removed = span.from < edit.span.from ? nextUndone.text + undone.text : undone.text + nextUndone.text;
	const whole: TextEdit = { span: { from, to: from + removed.length }, text: inserted };
	return {
		back: { ...back, edits: [{ span: { from, to: from + inserted.length }, text: removed }] },
		forth: { ...next.step, edits: [whole] },
		typing: { ...next.typing, edit: whole },
	};
}

const movedBack = ({ from, to }: Move): Move => ({ from: { from: to, to: to + from.to - from.from }, to: from.from });
