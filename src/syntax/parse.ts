// Text to Segment: lex, parse, build. Every text has a tree; what is wrong with it is in the diagnostics.
import { EOF, type IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { type Excess, segmentParser } from "../../grammar/parser.ts";
import * as t from "../../grammar/tokens.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { diagnostic } from "../diagnostic/report.ts";
import type * as ast from "./ast.ts";
import { buildSegment } from "./build-ast.ts";
import { CommentReader } from "./build-comments.ts";
import { BuildContext, brokenAt } from "./build-context.ts";
import { type LexedText, lex, opening, spanOf, tooDeep } from "./lex.ts";
import { defaultLimits, maxDiagnostics, type SyntaxLimits } from "./limits.ts";

export type { SyntaxLimits } from "./limits.ts";

export interface ParsedText {
	readonly text: string;
	readonly segment: ast.Segment;
	/** In the order of the text, at most a hundred. */
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tree of a text. Never throws for a string; linear in its length. Names are not looked up: that is check()'s.
 *
 * parse('country = "US"').segment.condition?.kind // -> "test"
 */
export const parse = (text: string, limits: Partial<SyntaxLimits> = {}): ParsedText => parseTree(text, limits).parsed;

/** A parsed text with the concrete tree it was built from. */
export interface ParsedTree {
	readonly parsed: ParsedText;
	/** Undefined for a text that was too long or too deep to be read, or had too many conditions or values. */
	readonly concrete?: ConcreteTree;
}

export interface ConcreteTree {
	readonly tree: cst.SegmentCstNode;
	readonly lexed: LexedText;
}

/** A text with its concrete tree, for who needs more than the AST. */
export function parseTree(text: string, limits: Partial<SyntaxLimits> = {}): ParsedTree {
	const all: SyntaxLimits = { ...defaultLimits, ...limits };
	if (text.length > all.maxLength) {
		const most = all.maxLength.toLocaleString("en-US");
		const end = { from: all.maxLength, to: text.length };
		return unread(text, [
			diagnostic(
				"text-too-long",
				`This text is longer than ${most} characters. Split it into several segments, or move long lists to a tag of the profile.`,
				end,
			),
		]);
	}
	const lexed = lex(text, all);
	if (lexed.isTooDeep) return unread(text, lexed.diagnostics);
	try {
		const parsed = segmentParser().parseTokens(lexed.tokens, all);
		if ("excess" in parsed) return unread(text, [tooMuch(parsed.excess, text, lexed.tokens, all), ...lexed.diagnostics]);
		return build(text, parsed.tree as cst.SegmentCstNode, lexed);
	} catch (error) {
		// A caller may raise maxDepth, or call from deep within its own stack.
		if (!(error instanceof RangeError) && !isStackOverflow(error)) throw error;
		return unread(text, [tooDeep(all.maxDepth, { from: 0, to: text.length })]);
	}
}

/** Firefox throws an InternalError of its own. */
const isStackOverflow = (error: unknown): boolean => error instanceof Error && error.name === "InternalError";

function build(text: string, tree: cst.SegmentCstNode, lexed: LexedText): ParsedTree {
	const context = new BuildContext(text, new CommentReader(lexed.comments, lexed.tokens));
	context.add(lexed.diagnostics);
	const segment = buildSegment(tree, context);
	return { parsed: { text, segment, diagnostics: sorted(context.diagnostics) }, concrete: { tree, lexed } };
}

/** The concrete tree alone, of a text that was parsed already; undefined where parse() did not read it either. */
export function concreteTree(text: string, limits: Partial<SyntaxLimits> = {}): ConcreteTree | undefined {
	const all: SyntaxLimits = { ...defaultLimits, ...limits };
	if (text.length > all.maxLength) return undefined;
	const lexed = lex(text, all);
	if (lexed.isTooDeep) return undefined;
	const parsed = segmentParser().parseTokens(lexed.tokens, all);
	return "excess" in parsed ? undefined : { tree: parsed.tree as cst.SegmentCstNode, lexed };
}

function tooMuch(excess: Excess, text: string, tokens: readonly IToken[], limits: SyntaxLimits): Diagnostic {
	if (excess.of === "conditions") {
		const most = limits.maxConditions.toLocaleString("en-US");
		const message = `This text has more than ${most} conditions. Give long lists to "in (…)", or split it into several segments.`;
		const end = { from: text.length, to: text.length };
		return diagnostic("too-many-conditions", message, excess.token.tokenType === EOF ? end : spanOf(excess.token));
	}
	const most = limits.maxListItems.toLocaleString("en-US");
	const message = `This list has more than ${most} values. Put the people into a segment or a tag of their own.`;
	return diagnostic("list-too-long", message, { from: excess.list.startOffset, to: endOfList(excess.list, tokens) });
}

/** Where its parenthesis closes, or the text ends. */
function endOfList(list: IToken, tokens: readonly IToken[]): number {
	let open = 0;
	let end = spanOf(list).to;
	for (let index = tokens.indexOf(list); index < tokens.length; index++) {
		const token = tokens[index] ?? list;
		if (opening.has(token.tokenType)) open++;
		else if (token.tokenType === t.Close) open--;
		end = spanOf(token).to;
		if (open === 0) break;
	}
	return end;
}

/** A text that was not parsed at all. */
function unread(text: string, diagnostics: readonly Diagnostic[]): ParsedTree {
	const whole = { from: 0, to: text.length };
	const segment: ast.Segment = { kind: "segment", condition: brokenAt(whole), comments: [], span: whole };
	return { parsed: { text, segment, diagnostics: sorted(diagnostics) } };
}

const sorted = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
	diagnostics.slice(0, maxDiagnostics).sort((a, b) => a.span.from - b.span.from);
