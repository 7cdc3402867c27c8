// Which comments are conditions that someone commented out. A comment is taken for one when it reads as a condition that prose would
// hardly be, or when it carries the marks of a builder's mute(): `#~` before its first line, `#~~` before each further one, and `\` at the end
// where the line break after it is not the author's. See decisions/0006.
import { applyEdits } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type Fragment, readFragment } from "./fragment.ts";
import { childrenOf, type SyntaxNode } from "./visit.ts";

export const firstMark = "#~";
export const furtherMark = "#~~";
export const breakMark = "\\";

/** How a condition is commented out. */
export interface Muted {
	/** By mute(), in the form that can bring every unit back; not by hand or in the plain form. */
	readonly isExplicit: boolean;
	/** What to delete so that the condition is back. */
	readonly markers: readonly Span[];
	/** The text without the markers, and where its condition stands in it. */
	readonly restored: string;
	readonly core: Span;
	/** The words that join it, before and behind its condition, where they stand in the text. */
	readonly joints: readonly Span[];
}

/** Comments that follow one another line by line: prose, or one condition that is commented out. */
export interface CommentRun {
	readonly comments: readonly Span[];
	readonly muted?: Muted;
}

/** A condition that is commented out may have this many lines; and all attempts together may read the text this many times. */
const maxLines = 200;
const maxReadings = 4;

export class MutedReader {
	readonly #text: string;
	#budget: number;

	constructor(text: string) {
		this.#text = text;
		this.#budget = maxReadings * text.length + 10_000;
	}

	isExplicit(comment: Span): boolean {
		return this.#text.startsWith(firstMark, comment.from) && !this.#text.startsWith(furtherMark, comment.from);
	}

	/** Cuts comments on consecutive lines into runs of prose and conditions. */
	runs(comments: readonly Span[]): readonly CommentRun[] {
		const runs: CommentRun[] = [];
		let prose: Span[] = [];
		for (let index = 0; index < comments.length; ) {
			const found = this.#mutedAt(comments, index);
			if (!found) {
				prose.push(comments[index] as Span);
				index++;
				continue;
			}
			if (prose.length > 0) runs.push({ comments: prose });
			prose = [];
			runs.push(found);
			index += found.comments.length;
		}
		if (prose.length > 0) runs.push({ comments: prose });
		return runs;
	}

	#mutedAt(comments: readonly Span[], index: number): CommentRun | undefined {
		const first = comments[index] as Span;
		if (this.isExplicit(first)) {
			let end = index + 1;
			while (end < comments.length && this.#text.startsWith(furtherMark, comments[end]?.from)) end++;
			const own = comments.slice(index, end);
			const muted = this.#explicit(own);
			return muted && { comments: own, muted };
		}
		const own = this.#balanced(comments, index);
		const muted = own && this.#plain(own);
		return muted && { comments: own, muted };
	}

	/** The lines from `index` on until every parenthesis is closed; undefined where that never is so, or where prose is plain to see. */
	#balanced(comments: readonly Span[], index: number): readonly Span[] | undefined {
		if (!mayBeCondition.test(this.#words(comments[index] as Span))) return undefined;
		let open = 0;
		for (let end = index; end < comments.length && end < index + maxLines; end++) {
			const words = this.#words(comments[end] as Span);
			this.#budget -= words.length;
			if (this.#budget < 0) return undefined;
			for (const sign of words.matchAll(parentheses)) open += sign[0] === "(" ? 1 : sign[0] === ")" ? -1 : 0;
			if (open <= 0) return comments.slice(index, end + 1);
		}
		return undefined;
	}

	#words({ from, to }: Span): string {
		return this.#text.slice(from + 1, to);
	}

	#explicit(comments: readonly Span[]): Muted | undefined {
		const markers = comments.map(({ from }, index) => this.#marker(from, index === 0 ? firstMark.length : furtherMark.length));
		const last = comments.at(-1) as Span;
		if (this.#text.startsWith(breakMark, last.to - 1) && last.to - 1 >= (markers.at(-1)?.to ?? 0)) {
			const blanks = /^(?:\r\n|\r|\n)?[ \t]*/.exec(this.#text.slice(last.to, last.to + 1_000))?.[0].length ?? 0;
			markers.push({ from: last.to - breakMark.length, to: last.to + blanks });
		}
		return this.#restored(comments, markers, true)?.muted;
	}

	#plain(comments: readonly Span[]): Muted | undefined {
		const read = this.#restored(
			comments,
			comments.map(({ from }) => this.#marker(from, 1)),
			false,
		);
		if (!read) return undefined;
		const { muted, fragment } = read;
		const { condition, mistakes, lead, trail } = fragment;
		if (!condition || mistakes > 0) return undefined;
		const isJoined = [lead, trail].some((joint) => joint && /\w/.test(muted.restored.slice(joint.from, joint.to)));
		return isCondition(condition, isJoined) ? muted : undefined;
	}

	/** A mark, with the one blank that separates it from the words. */
	#marker(from: number, length: number): Span {
		return { from, to: from + length + (this.#text.charAt(from + length) === " " ? 1 : 0) };
	}

	#restored(comments: readonly Span[], markers: readonly Span[], isExplicit: boolean): Restored | undefined {
		const from = comments[0]?.from ?? 0;
		const to = Math.max(comments.at(-1)?.to ?? 0, markers.at(-1)?.to ?? 0);
		const inside = markers.map((marker) => ({ span: { from: marker.from - from, to: marker.to - from }, text: "" }));
		const restored = applyEdits(this.#text.slice(from, to), inside);
		this.#budget -= restored.length;
		if (!/\S/.test(restored) || this.#budget < 0) return undefined;
		const fragment = readFragment(restored);
		const { core, lead, trail } = fragment;
		const joints = [lead, trail].flatMap((at) => (at ? [placeIn(at, from, markers)] : []));
		return { muted: { isExplicit, markers, restored, core, joints }, fragment };
	}
}

interface Restored {
	readonly muted: Muted;
	readonly fragment: Fragment;
}

/** Where a stretch of the restored text, which begins at `from`, stands in the text with its markers. */
export function placeIn(at: Span, from: number, markers: readonly Span[]): Span {
	const place = (offset: number): number =>
		markers.reduce((sum, marker) => (marker.from <= sum ? sum + marker.to - marker.from : sum), from + offset);
	const start = place(at.from);
	return { from: start, to: start + at.to - at.from };
}

/** Only what could be a condition is worth reading. */
const mayBeCondition =
	/["'=<>≠≤≥(\d]|^\s*(?:and|or|not)\b|\b(?:and|or)\s*$|\b(?:set|missing|empty|exists|this|last|next|today|yesterday|tomorrow|now)\b/i;

/** Parentheses, and quoted stretches to leave out. */
const parentheses = /[()]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/**
 * English can read as a condition: "price is right", "vip or gold". So one test at least must say what prose does not: a literal, a
 * sign, a test without value. With `and` or `or` at its end it is no prose; a literal alone is never a condition.
 */
function isCondition(condition: ast.Condition, isJoined: boolean): boolean {
	let isFirm = isJoined;
	const waiting: SyntaxNode[] = [condition];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.kind === "test" && node.operator === "true" && literals.has(node.subject.kind)) return false;
		isFirm ||= node.kind === "reference" || (node.kind === "test" && isFirmTest(node));
		for (const child of childrenOf(node)) waiting.push(child);
	}
	return isFirm;
}

const literals: ReadonlySet<string> = new Set(["text", "number", "boolean", "date", "instant", "month-day", "hole", "point"]);

function isFirmTest({ operator, operands, operatorSpan }: ast.Test): boolean {
	if (operator === "set" || operator === "empty") return true;
	const isSign = operator !== "true" && operatorSpan.to - operatorSpan.from <= 2 && operator !== "in";
	return isSign || operands.some(({ kind }) => kind !== "field" && kind !== "hole");
}
