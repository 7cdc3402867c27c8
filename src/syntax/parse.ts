// Text to Segment: lex, parse, build. Every text has a tree; what is wrong with it is in the diagnostics.
import type * as cst from "../../grammar/cst.ts";
import { segmentParser } from "../../grammar/parser.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { diagnostic } from "../diagnostic/report.ts";
import type * as ast from "./ast.ts";
import { buildSegment } from "./build-ast.ts";
import { CommentReader } from "./build-comments.ts";
import { BuildContext, brokenAt } from "./build-context.ts";
import { findHabits, type Habit } from "./habits.ts";
import { type LexedText, lex, tooDeep } from "./lex.ts";
import { defaultLimits, maxDiagnostics, type SyntaxLimits } from "./limits.ts";
import { isStackOverflow } from "./stack-overflow.ts";
import { tooMuch } from "./too-much.ts";

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

/** A text with its concrete tree, for who needs more than the AST. `habits` are looked for where none are given, not even an empty list. */
export function parseTree(text: string, limits: Partial<SyntaxLimits> = {}, habits?: readonly Habit[]): ParsedTree {
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
		return build(text, parsed.tree as cst.SegmentCstNode, lexed, habits);
	} catch (error) {
		if (!isStackOverflow(error)) throw error;
		return unread(text, [tooDeep(all.maxDepth, { from: 0, to: text.length })]);
	}
}

function build(text: string, tree: cst.SegmentCstNode, lexed: LexedText, habits?: readonly Habit[]): ParsedTree {
	const context = new BuildContext(text, new CommentReader(lexed.comments, lexed.tokens), habits ?? []);
	context.add(lexed.diagnostics);
	const segment = buildSegment(tree, context);
	const diagnostics = sorted([...context.diagnostics, ...context.habits.map(({ told }) => told)]);
	const found = habits ? [] : findHabits(text, lexed.tokens, diagnostics);
	return found.length > 0 ? build(text, tree, lexed, found) : { parsed: { text, segment, diagnostics }, concrete: { tree, lexed } };
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

/** A text that was not parsed at all. */
function unread(text: string, diagnostics: readonly Diagnostic[]): ParsedTree {
	const whole = { from: 0, to: text.length };
	const segment: ast.Segment = { kind: "segment", condition: brokenAt(whole), comments: [], span: whole };
	return { parsed: { text, segment, diagnostics: sorted(diagnostics) } };
}

const sorted = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
	diagnostics.slice(0, maxDiagnostics).sort((a, b) => a.span.from - b.span.from);
