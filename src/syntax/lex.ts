// Text to tokens, with what is wrong at the level of characters, and with the depth checked before any recursion could meet it.
import type { IToken, TokenType } from "chevrotain";
import { tokenize } from "../../grammar/lexer.ts";
import * as t from "../../grammar/tokens.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { diagnostic, replaceFix, wordFix } from "../diagnostic/report.ts";
import type { Span } from "../text/span.ts";
import { maxDiagnostics, type SyntaxLimits } from "./limits.ts";
import { quoted } from "./words.ts";

export interface LexedText {
	readonly tokens: IToken[];
	/** With their `#`, in order. */
	readonly comments: readonly IToken[];
	/** Runs of characters that are in no token, in order. */
	readonly unknown: readonly Span[];
	readonly diagnostics: readonly Diagnostic[];
	/** Nested deeper than `maxDepth`, and reported: not to be parsed. */
	readonly isTooDeep: boolean;
}

/** Linear in the text's length; no text fails. */
export function lex(text: string, limits: SyntaxLimits): LexedText {
	const { tokens, comments, unclosed, unknown } = tokenize(text);
	const diagnostics: Diagnostic[] = [];
	const deepest = findTooDeep(tokens, limits.maxDepth);
	if (deepest) diagnostics.push(tooDeep(limits.maxDepth, spanOf(deepest)));
	for (const token of tokens) {
		if (diagnostics.length >= maxDiagnostics) break;
		const isOtherAnd = token.tokenType === t.BetweenAnd && token.image.toLowerCase() === "to";
		const isWide = !text.startsWith(token.image, token.startOffset) && token.tokenType !== t.StrayComma && !/[ ,]./.test(token.image);
		const write = isOtherAnd ? "and" : (t.meant.get(token.image)?.write ?? (isWide ? token.image : undefined));
		if (write !== undefined) diagnostics.push(reportMistake(text, token, write));
	}
	for (const comment of comments) {
		const at = spanOf(comment);
		if (!comment.image.startsWith("#") && diagnostics.length < maxDiagnostics)
			diagnostics.push(foreignComment(at, `#${comment.image.slice(2)}`));
	}
	for (const at of unknown.slice(0, maxDiagnostics)) diagnostics.push(unknownAt(text, at));
	for (const { open, closeAt } of unclosed.slice(0, maxDiagnostics)) {
		const at = { from: closeAt, to: closeAt };
		diagnostics.push(
			diagnostic("unclosed-parenthesis", 'This "(" is not closed. Add ")".', spanOf(open), [
				{ title: 'Add ")"', edits: [{ span: at, text: ")" }] },
			]),
		);
	}
	return { tokens, comments, unknown, diagnostics, isTooDeep: deepest !== undefined };
}

/** That a text is nested deeper than `maxDepth` at a place. */
export function tooDeep(maxDepth: number, at: Span): Diagnostic {
	const message = `This is nested deeper than ${maxDepth} levels. Move a part of it to a segment of its own, and write in segment "…" here.`;
	return diagnostic("nested-too-deep", message, at);
}

/** The span of a token; tokens of this grammar always know their end. */
export const spanOf = (token: IToken): { readonly from: number; readonly to: number } => ({
	from: token.startOffset,
	to: (token.endOffset ?? token.startOffset) + 1,
});

function reportMistake(text: string, token: IToken, write: string): Diagnostic {
	const at = spanOf(token);
	const code = token.tokenType === t.BetweenAnd ? "unexpected-words" : "unknown-character";
	return diagnostic(code, `Write "${write}" instead of ${quoted(text, at)}.`, at, [wordFix(`Change to ${write}`, text, at, write)]);
}

function foreignComment(at: Span, write: string): Diagnostic {
	return diagnostic("unknown-character", 'Comments begin with "#".', at, [replaceFix("Change to #", at, write)]);
}

/** Invisible characters, signs of money, the ends of sentences: without them a text says the same. `%` and `~` are another matter. */
const saysNothing = /^[\p{Cf}\p{Sc};.]+$/u;

function unknownAt(text: string, at: Span): Diagnostic {
	if (text.startsWith("/*", at.from)) {
		const end = /^[ \t]*(?:[\n\r]|$)/.test(text.slice(at.to)) ? "" : "\n";
		return foreignComment(at, `# ${text.slice(at.from + 2, at.to - 2).trim()}${end}`);
	}
	if (text.slice(at.from, at.to) === "." && /[\p{L}\p{N}_`]/u.test(text.charAt(at.from - 1))) {
		return diagnostic("missing-value", 'Write the rest of the name after ".".', at, [wordFix('Remove "."', text, at, "")]);
	}
	if (/^\d%$/.test(text.slice(at.from - 1, at.to))) return diagnostic("unknown-character", 'Write 10% as 0.1, without "%".', at);
	const message = `${quoted(text, at)} means nothing here. Remove it, or put it in quotes if it is part of a text.`;
	const fixes = saysNothing.test(text.slice(at.from, at.to)) ? [wordFix("Remove it", text, at, "")] : [];
	return diagnostic("unknown-character", message, at, fixes);
}

/** What opens a level that `)` closes. */
export const opening: ReadonlySet<TokenType> = new Set([t.Open, t.OpenExpression]);
const prefixes: ReadonlySet<TokenType> = new Set([t.Not, t.Label, t.Colon]);
const arithmetic: ReadonlySet<TokenType> = new Set([t.Plus, t.Minus, t.Times, t.Divide]);
/** After these a chain of arithmetic is over. */
export const separators: ReadonlySet<TokenType> = new Set([t.And, t.Or, t.BetweenAnd, t.Comma, t.NewItem, t.StrayComma, t.Where]);

/**
 * The first token nested more than `maxDepth` deep. What nests: parentheses, `not`, names of conditions, and each arithmetic
 * operator of a chain, because `a + b + c` is `(a + b) + c`.
 */
function findTooDeep(tokens: readonly IToken[], maxDepth: number): IToken | undefined {
	/** The depths around the open parentheses. */
	const around: number[] = [];
	let outer = 0;
	let prefix = 0;
	let chain = 0;
	for (const token of tokens) {
		const type = token.tokenType;
		if (prefixes.has(type)) {
			if (type !== t.Colon) prefix++;
		} else if (opening.has(type)) {
			around.push(outer, chain);
			outer += prefix + chain + 1;
			prefix = 0;
			chain = 0;
		} else {
			prefix = 0;
			if (type === t.Close) {
				chain = around.pop() ?? 0;
				outer = around.pop() ?? 0;
			} else if (arithmetic.has(type)) chain++;
			else if (separators.has(type)) chain = 0;
		}
		if (outer + prefix + chain > maxDepth) return token;
	}
	return undefined;
}
