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

interface Entry {
	/** The steps that take it back, the last one first. */
	readonly back: readonly Step[];
	/** The steps that make it again, in their order. */
	readonly forth: readonly Step[];
	/** Where typing goes on, and until when. Undefined for what is a step of its own. */
	readonly typing?: { readonly at: number; readonly isDeletion: boolean; readonly ms: number } | undefined;
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

	/** `before` is the text and the selection before the step; `typedAt` the time of a keystroke, for what may join the step before. */
	add(before: { readonly text: string; readonly selection: Span }, step: Step, typedAt?: number): void {
		this.#undone = [];
		const typing = typedAt === undefined ? undefined : typingOf(step, typedAt);
		const back: Step = { edits: invertEdits(before.text, step.edits), selection: before.selection, moves: [] };
		const last = this.#done.at(-1);
		if (typing && last?.typing && this.#continues(last.typing, step, typing)) {
			this.#done[this.#done.length - 1] = { back: [back, ...last.back], forth: [...last.forth, step], typing };
			return;
		}
		this.#done.push({ back: [back], forth: [step], typing });
		if (this.#done.length > this.#maxSteps) this.#done.shift();
	}

	/** The steps to take, in order; none at the beginning. */
	undo(): readonly Step[] {
		const entry = this.#done.pop();
		if (!entry) return [];
		this.#undone.push({ ...entry, typing: undefined });
		return entry.back;
	}

	redo(): readonly Step[] {
		const entry = this.#undone.pop();
		if (!entry) return [];
		this.#done.push(entry);
		return entry.forth;
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

	#continues(last: NonNullable<Entry["typing"]>, { edits: [edit] }: Step, next: NonNullable<Entry["typing"]>): boolean {
		if (!edit || next.isDeletion !== last.isDeletion || next.ms - last.ms > this.#pauseMs) return false;
		return edit.span.from === last.at || edit.span.to === last.at;
	}
}

/** A single insertion or deletion in one place is typing; a whole line is not. */
function typingOf({ edits }: Step, ms: number): Entry["typing"] {
	const [edit] = edits;
	if (!edit || edits.length > 1 || edit.text.includes("\n") || (edit.text !== "" && edit.span.from < edit.span.to)) return undefined;
	return { at: edit.span.from + edit.text.length, isDeletion: edit.text === "", ms };
}

/** The text after steps. */
export const textAfter = (text: string, steps: readonly Step[]): string => steps.reduce((now, { edits }) => applyEdits(now, edits), text);
