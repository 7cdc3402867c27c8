// What can be folded away: parentheses and comments over several lines.
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

export interface FoldingRange {
	readonly kind: "parentheses" | "comment";
	/** From a `(` to its `)`, both included; from the first `#` to the end of the last comment. */
	readonly span: Span;
}

/** Linear in the text. */
export function foldingRanges({ lines, tokens }: Analysis): readonly FoldingRange[] {
	const found: FoldingRange[] = [];
	const open: Span[] = [];
	let comments: Span | undefined;
	const lineOf = (offset: number): number => lines.positionAt(offset).line;
	const add = (kind: FoldingRange["kind"], span: Span): void => {
		if (lineOf(span.from) < lineOf(span.to)) found.push({ kind, span });
	};
	for (const { kind, span, side } of tokens) {
		if (kind === "comment" && comments && lineOf(comments.to) + 1 === lineOf(span.from)) {
			comments = { from: comments.from, to: span.to };
			continue;
		}
		if (comments) add("comment", comments);
		comments = kind === "comment" ? span : undefined;
		if (side === "open") open.push(span);
		const partner = side === "close" ? open.pop() : undefined;
		if (partner) add("parentheses", { from: partner.from, to: span.to });
	}
	if (comments) add("comment", comments);
	return found.sort((a, b) => a.span.from - b.span.from);
}
