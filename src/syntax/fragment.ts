// A stretch of text that is to stand among others: whether it can be read alone, and what of it would reach beyond its end.
import { tokenize } from "../../grammar/lexer.ts";
import * as t from "../../grammar/tokens.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { isUnclosedQuote } from "./build-leaf-shapes.ts";
import { spanOf } from "./lex.ts";
import { parse } from "./parse.ts";

export interface Fragment {
	/** An `and`, `or` or comma at its beginning, and at its end. */
	readonly lead?: Span;
	readonly trail?: Span;
	/** What stands between those two. */
	readonly core: Span;
	/** The condition of the core, if it has words. */
	readonly condition?: ast.Condition;
	/** Mistakes in the core, `?` in place of a value not counted. */
	readonly mistakes: number;
	/** A parenthesis without its partner, or a quote that its line ends without. */
	readonly openEnd?: "(" | ")" | "quote";
	/** Its last line ends in a comment or in an open quote: what follows needs a line of its own. */
	readonly endsLine: boolean;
}

/** Reads a stretch of text by itself. Linear in its length. */
export function readFragment(text: string): Fragment {
	const { tokens, comments, unclosed } = tokenize(text);
	const written = tokens.filter(({ image }) => image !== "");
	const [first] = written;
	const last = written.at(-1);
	const lead = first && isJoint(first.tokenType) ? spanOf(first) : undefined;
	const trail = last && last !== first && isJoint(last.tokenType) ? spanOf(last) : undefined;
	const core = { from: lead?.to ?? 0, to: trail?.from ?? text.length };
	const { segment, diagnostics } = parse(text.slice(core.from, core.to));
	const isQuoteOpen = written.some(({ image }) => isUnclosedQuote(image));
	const openEnd = unclosed.length > 0 ? "(" : written.some(({ tokenType }) => tokenType === t.StrayClose) ? ")" : isQuoteOpen && "quote";
	const lastEnd = last ? spanOf(last).to : 0;
	return {
		...(lead && { lead }),
		...(trail && { trail }),
		core,
		...(segment.condition && { condition: segment.condition }),
		mistakes: diagnostics.filter(({ severity, span }) => severity === "error" && !isPlaceholder(text, span, core.from)).length,
		...(openEnd && { openEnd }),
		endsLine: (comments.at(-1)?.startOffset ?? -1) >= lastEnd || (last !== undefined && isUnclosedQuote(last.image)),
	};
}

const isPlaceholder = (text: string, { from, to }: Span, shift: number): boolean => text.slice(from + shift, to + shift) === "?";

const joints: readonly unknown[] = [t.And, t.Or, t.Comma, t.StrayComma];

const isJoint = (type: unknown): boolean => joints.includes(type);

/** The comments of a stretch of text that begins and ends between words. */
export const commentsOf = (text: string): readonly Span[] => tokenize(text).comments.map(spanOf);
