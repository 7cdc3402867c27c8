// The items of one level of a text to slots: whose every comment is, and on which side of a line break the joining words stand.
// A comment at the end of a line belongs to the condition that ends there, comment lines to the next one, and a blank line cuts.
import type { CommentRun, Muted, MutedReader } from "../syntax/read-muted.ts";
import type { Joint, Shape } from "../syntax/shape.ts";
import type { Span } from "../text/span.ts";
import type { Slot } from "./row.ts";

/** What a slot holds before it has a row. */
export type Content =
	| { readonly kind: "condition"; readonly shape: Shape }
	| { readonly kind: "muted"; readonly muted: Muted; readonly comments: readonly Span[] }
	| { readonly kind: "note"; readonly comments: readonly Span[] };

export type Cuts = Omit<Slot, "row">;
export type OpenSlot = Cuts & { readonly content: Content };

export interface Level {
	readonly region: Span;
	readonly items: readonly Shape[];
	readonly joints: readonly Joint[];
	/** A comma after the last item. */
	readonly last?: Joint;
}

export class SlotReader {
	readonly #text: string;
	readonly #comments: readonly Span[];
	readonly #muted: MutedReader;

	/** `comments` of the whole text, in order. */
	constructor(text: string, comments: readonly Span[], muted: MutedReader) {
		this.#text = text;
		this.#comments = comments;
		this.#muted = muted;
	}

	/** The slots of a level, in order. */
	slots({ region, items, joints, last }: Level): readonly OpenSlot[] {
		const slots: OpenSlot[] = [];
		/** What the gap before an item says of it. */
		let ahead = this.#gap(region.from, items[0]?.span.from ?? region.to, undefined, false, items.length > 0);
		for (const slot of ahead.between) slots.push(slot);
		for (const [index, shape] of items.entries()) {
			const next = items[index + 1];
			const gap = this.#gap(
				shape.span.to,
				next?.span.from ?? region.to,
				joints[index] ?? (next ? undefined : last),
				true,
				next !== undefined,
			);
			slots.push(this.#slot(shape, ahead, gap));
			for (const slot of gap.between) slots.push(slot);
			ahead = gap;
		}
		return slots;
	}

	#slot(shape: Shape, ahead: Gap, behind: Gap): OpenSlot {
		const { from, jointFrom, contentFrom } = ahead;
		const { to: contentTo } = shape.span;
		const jointTo = behind.suffixTo ?? contentTo;
		const to = behind.trailTo ?? jointTo;
		const content: Content = { kind: "condition", shape };
		if (shape.kind !== "chain") return { content, from, jointFrom, contentFrom, contentTo, jointTo, to };
		// The comments around a chain without parentheses are its first and its last condition's, where no word stands between.
		const isLead = jointFrom === contentFrom;
		const isTrail = jointTo === contentTo;
		const cuts = isLead ? { from, jointFrom: from, contentFrom: from } : { from, jointFrom, contentFrom };
		return { content, ...cuts, ...(isTrail ? { contentTo: to, jointTo: to, to } : { contentTo, jointTo, to }) };
	}

	#gap(from: number, to: number, joint: Joint | undefined, hasBefore: boolean, hasAfter: boolean): Gap {
		const all = this.#commentsIn(from, to);
		const written = joint && joint.span.from < joint.span.to ? joint.span : undefined;
		if (all.length === 0 && !written) return { from: to, jointFrom: to, contentFrom: to, between: [] };
		// A comma behind the last condition is its own, wherever it stands.
		const isLast = written !== undefined && hasBefore && !hasAfter;
		const isSuffix = isLast || (written !== undefined && hasBefore && this.#isSuffix(from, to, written, joint?.word === ","));
		const comments = isLast ? all.filter((comment) => comment.from > written.from) : all;
		const [first] = comments;
		const isTrail =
			first !== undefined &&
			hasBefore &&
			!this.#hasBreak(isLast ? written.to : from, first.from) &&
			(isSuffix || !written || first.from < written.from) &&
			!this.#muted.isExplicit(first);
		const others = isTrail ? comments.slice(1) : comments;
		const prefix = isSuffix ? undefined : written;
		const outer = prefix ? others.filter((comment) => comment.from < prefix.from) : others;
		const inner = others[outer.length];
		const jointFrom = prefix?.from ?? to;
		const { between, lead } = this.#placed(outer, hasAfter ? jointFrom : undefined);
		return {
			from: lead?.from ?? jointFrom,
			jointFrom,
			contentFrom: prefix ? (inner?.from ?? to) : to,
			...(isSuffix && { suffixTo: written.to }),
			...(isTrail && { trailTo: first.to }),
			between,
		};
	}

	/** The word stands at the end of the line of what is before it. */
	#isSuffix(from: number, to: number, joint: Span, isComma: boolean): boolean {
		return !this.#hasBreak(from, joint.from) && (isComma || this.#hasBreak(joint.to, to));
	}

	/** Comment lines to notes and muted conditions, and to the lead of what begins at `next`. */
	#placed(comments: readonly Span[], next: number | undefined): { readonly between: readonly OpenSlot[]; readonly lead?: Span } {
		const between: OpenSlot[] = [];
		for (let index = 0; index < comments.length; ) {
			let end = index + 1;
			while (end < comments.length && !this.#hasBlankLine((comments[end - 1] as Span).to, (comments[end] as Span).from)) end++;
			const isNear = end === comments.length && next !== undefined && !this.#hasBlankLine((comments[end - 1] as Span).to, next);
			const runs = this.#muted.runs(comments.slice(index, end));
			const last = runs.at(-1);
			if (isNear && last && !last.muted) {
				for (const slot of runSlots(runs.slice(0, -1))) between.push(slot);
				return { between, lead: { from: (last.comments[0] as Span).from, to: next } };
			}
			for (const slot of runSlots(runs)) between.push(slot);
			index = end;
		}
		return { between };
	}

	#commentsIn(from: number, to: number): readonly Span[] {
		const first = this.#firstComment(from);
		let end = first;
		while (end < this.#comments.length && (this.#comments[end] as Span).from < to) end++;
		return end === first ? [] : this.#comments.slice(first, end);
	}

	#firstComment(offset: number): number {
		let low = 0;
		let high = this.#comments.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#comments[middle] as Span).from < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#hasBreak(from: number, to: number): boolean {
		return /[\n\r]/.test(this.#text.slice(from, to));
	}

	#hasBlankLine(from: number, to: number): boolean {
		return /(?:\r\n|\n|\r(?!\n))[^\S\n\r]*[\n\r]/.test(this.#text.slice(from, to));
	}
}

/** What stands between two items: the beginning of the later one, the end of the earlier one, and slots of comments. */
interface Gap {
	readonly from: number;
	readonly jointFrom: number;
	readonly contentFrom: number;
	readonly suffixTo?: number;
	readonly trailTo?: number;
	readonly between: readonly OpenSlot[];
}

/** Prose right above a muted condition is its own; other prose is a note. */
function runSlots(runs: readonly CommentRun[]): readonly OpenSlot[] {
	const slots: OpenSlot[] = [];
	for (const [index, { comments, muted }] of runs.entries()) {
		const from = (comments[0] as Span).from;
		const end = (comments.at(-1) as Span).to;
		const lead = runs[index - 1];
		const cuts = { jointFrom: from, contentFrom: from, contentTo: end, to: end };
		if (muted) {
			const first = lead && !lead.muted ? (lead.comments[0] as Span).from : from;
			slots.push({ content: { kind: "muted", muted, comments }, from: first, ...cuts, jointTo: end });
		} else if (!runs[index + 1]?.muted) {
			slots.push({ content: { kind: "note", comments }, from, ...cuts, jointTo: end });
		}
	}
	return slots;
}
