// Which condition a comment belongs to: lines above a condition to that one, a comment at the end of a line to the condition that
// ended there. Comments are handed out in the order of the text, each once.
import type { IToken } from "chevrotain";
import { And, Comma, Or, StrayComma } from "../../grammar/tokens.ts";
import type * as ast from "./ast.ts";

interface Placed {
	readonly text: string;
	readonly from: number;
	/** Ends of what stands before it on its line: the last token, and the one before when that only joins or separates. */
	readonly trails: readonly number[];
}

export class CommentReader {
	readonly #comments: readonly Placed[];
	#next = 0;

	constructor(comments: readonly IToken[], tokens: readonly IToken[]) {
		this.#comments = place(comments, tokens);
	}

	/** The comments before an offset that no one has taken. */
	takeBefore(offset: number): readonly string[] {
		const first = this.#next;
		while (this.#next < this.#comments.length && (this.#comments[this.#next] as Placed).from < offset) this.#next++;
		return first === this.#next ? [] : this.#comments.slice(first, this.#next).map((comment) => comment.text);
	}

	/** The comment at the end of the line of a condition that ends at `end`. */
	takeTrailing(end: number): readonly string[] {
		const comment = this.#comments[this.#next];
		if (!comment?.trails.includes(end)) return [];
		this.#next++;
		return [comment.text];
	}
}

function place(comments: readonly IToken[], tokens: readonly IToken[]): Placed[] {
	let index = 0;
	return comments.map((comment) => {
		while (index < tokens.length && (tokens[index] as IToken).startOffset < comment.startOffset) index++;
		const trails: number[] = [];
		for (let back = index - 1; back >= 0; back--) {
			const token = tokens[back] as IToken;
			if (token.image === "") continue;
			if (token.endLine !== comment.startLine) break;
			trails.push((token.endOffset ?? 0) + 1);
			if (![And, Or, Comma, StrayComma].includes(token.tokenType)) break;
		}
		return { text: comment.image.replace(/^(?:#|\/\/|--)/, "").trim(), from: comment.startOffset, trails };
	});
}

/** A condition with comments added before and after those it has. Of an `and` or `or`, its first and last condition get them. */
export function withComments(condition: ast.Condition, before: readonly string[], after: readonly string[]): ast.Condition {
	if (before.length === 0 && after.length === 0) return condition;
	if (condition.kind === "and" || condition.kind === "or") {
		const items = [...condition.items];
		const last = items.length - 1;
		items[0] = withComments(items[0] as ast.Condition, before, []);
		items[last] = withComments(items[last] as ast.Condition, [], after);
		return { ...condition, items };
	}
	const old = condition.comments;
	// Only one comment fits at the end of a line; a second goes above.
	const trailing = [...(old?.after ?? []), ...after];
	const comments: ast.Comments = {
		before: [...before, ...(old?.before ?? []), ...trailing.slice(1)],
		after: trailing.slice(0, 1),
		...(old?.inside && { inside: old.inside }),
	};
	return { ...condition, comments };
}
