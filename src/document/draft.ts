// A stretch of text written anew from pieces: those that stay where they are become no edit, so that only what differs between them is
// changed. Pieces that come from elsewhere are remembered, so that their rows stay themselves.
import type { TextEdit } from "../text/edit.ts";
import { inTextOrder } from "../text/invert-edits.ts";
import type { Span } from "../text/span.ts";
import type { Move } from "./identity.ts";

/** A place in the new text that is known when all edits are. */
export interface Mark {
	/** Undefined while nothing differs before it since the last piece that stays. */
	edit: TextEdit | undefined;
	/** From the beginning of the edit's text; without an edit an offset of the text before. */
	offset: number;
}

/** What the first units of the lines after the first are to become. */
export interface IndentChange {
	readonly from: string;
	readonly to: string;
}

export class Draft {
	readonly text: string;
	readonly edits: TextEdit[] = [];
	readonly #carried: { readonly from: Span; readonly mark: Mark }[] = [];
	#at: number;
	#pending = "";
	#marks: Mark[] = [];
	/** The unit before the next piece. */
	#last: string;

	/** Begins at `from`, with nothing written. */
	constructor(text: string, from: number) {
		this.text = text;
		this.#at = from;
		this.#last = text.charAt(from - 1);
	}

	/** New words. Returns where they begin. */
	add(words: string): Mark {
		this.#separate(words.charAt(0));
		const mark: Mark = { edit: undefined, offset: this.#pending.length };
		this.#marks.push(mark);
		this.#pending += words;
		this.#last = words.at(-1) ?? this.#last;
		return mark;
	}

	/** Words that stay where they are. In the order of the text. */
	keep(from: number, to: number): void {
		if (from === to) return;
		this.#separate(this.text.charAt(from));
		this.#flush(from);
		this.#at = to;
		this.#last = this.text.charAt(to - 1);
	}

	/** Words that come from elsewhere. */
	carry(from: number, to: number): void {
		if (from === to) return;
		this.#carried.push({ from: { from, to }, mark: this.add(this.text.slice(from, to)) });
	}

	/** `keep` or `carry`, with another indentation in every line but the first. */
	bring(from: number, to: number, isKept: boolean, change?: IndentChange): void {
		const piece = (start: number, end: number): void => (isKept ? this.keep(start, end) : this.carry(start, end));
		const lines = change && change.from !== change.to ? this.text.slice(from, to) : "";
		let at = from;
		for (const { index, 0: lineBreak } of lines.matchAll(/(?:\r\n|\r|\n)+/g)) {
			const start = from + index + lineBreak.length;
			if (!change || !this.text.startsWith(change.from, start)) continue;
			piece(at, start);
			this.add(change.to);
			at = Math.min(start + change.from.length, to);
		}
		piece(at, to);
	}

	/** The stretch ends here. */
	end(to: number): void {
		this.#separate(this.text.charAt(to));
		this.#flush(to);
		this.#at = to;
	}

	/** Two words must not grow together. */
	#separate(next: string): void {
		if (!wordUnit.test(this.#last) || !wordUnit.test(next)) return;
		this.#pending += " ";
		this.#last = " ";
	}

	#flush(to: number): void {
		const before = this.text.slice(this.#at, to);
		const after = this.#pending;
		if (before === after) {
			for (const mark of this.#marks) mark.offset += this.#at;
		} else {
			const same = commonEnds(before, after);
			const edit: TextEdit = {
				span: { from: this.#at + same.start, to: to - same.end },
				text: after.slice(same.start, after.length - same.end),
			};
			this.edits.push(edit);
			for (const mark of this.#marks) {
				mark.edit = edit;
				mark.offset -= same.start;
			}
		}
		this.#pending = "";
		this.#marks = [];
	}

	/** Where carried words went, given all edits of the change. */
	moves(where: (mark: Mark) => number): readonly Move[] {
		return this.#carried.map(({ from, mark }) => ({ from, to: where(mark) }));
	}
}

const wordUnit = /[\p{L}\p{M}\p{N}_.]/u;

/** How much two texts share at both ends. */
export function commonEnds(before: string, after: string): { readonly start: number; readonly end: number } {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let end = 0;
	while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
	return { start, end };
}

/** Marks to offsets of the text after these edits. */
export function placesAfter(edits: readonly TextEdit[]): (mark: Mark) => number {
	const shifts = new Map<TextEdit, number>();
	const ends: { readonly to: number; readonly shift: number }[] = [];
	let shift = 0;
	for (const edit of inTextOrder(edits)) {
		shifts.set(edit, shift);
		shift += edit.text.length - (edit.span.to - edit.span.from);
		ends.push({ to: edit.span.to, shift });
	}
	return ({ edit, offset }) => {
		if (edit) return edit.span.from + (shifts.get(edit) ?? 0) + offset;
		return offset + (ends.findLast(({ to }) => to <= offset)?.shift ?? 0);
	};
}
