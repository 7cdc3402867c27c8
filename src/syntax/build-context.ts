// What every part of the AST builder shares: the author's text, the place for diagnostics, comments.
import type { CstNode, IToken } from "chevrotain";
import type { DiagnosticCode } from "../diagnostic/codes.ts";
import type { Diagnostic, Fix } from "../diagnostic/diagnostic.ts";
import { diagnostic, wordFix } from "../diagnostic/report.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import type { CommentReader } from "./build-comments.ts";
import { type Habit, isTold } from "./habits.ts";
import { spanOf } from "./lex.ts";
import { maxDiagnostics } from "./limits.ts";

export class BuildContext {
	readonly text: string;
	readonly comments: CommentReader;
	readonly diagnostics: Diagnostic[] = [];
	/** How many collections' parentheses we are in. */
	insideCollections = 0;
	/** Within an expression, whose comments belong to its whole test. */
	insideExpressions = 0;

	/** What is told already, and how far it reaches. */
	readonly habits: readonly Habit[];

	constructor(text: string, comments: CommentReader, habits: readonly Habit[]) {
		this.text = text;
		this.comments = comments;
		this.habits = habits;
	}

	report(code: DiagnosticCode, message: string, at: Span, fixes: readonly Fix[] = []): void {
		if (this.diagnostics.length < maxDiagnostics && !isTold(at, this.habits)) this.diagnostics.push(diagnostic(code, message, at, fixes));
	}

	/** Writes words in the place of `at`, apart from their neighbours; none removes what stands there. */
	fix(title: string, at: Span, words: string): Fix {
		return wordFix(title, this.text, at, words);
	}

	add(diagnostics: readonly Diagnostic[]): void {
		for (const { code, message, span, fixes } of diagnostics) this.report(code, message, span, fixes);
	}
}

/** The span of a node that has tokens. */
export function nodeSpan(node: CstNode): Span {
	const { startOffset = 0, endOffset = -1 } = node.location ?? {};
	return { from: startOffset, to: endOffset + 1 };
}

export const isNode = (element: CstNode | IToken): element is CstNode => "children" in element;

/** True for a node that matched no token. */
export const isEmptyNode = (node: CstNode): boolean => !((node.location?.startOffset ?? -1) >= 0);

export const elementSpan = (element: CstNode | IToken): Span => (isNode(element) ? nodeSpan(element) : spanOf(element));

/** All children of a node as they stand in the text. */
export function inOrder(node: CstNode): (CstNode | IToken)[] {
	const elements: (CstNode | IToken)[] = [];
	for (const group of Object.values(node.children))
		for (const element of group) if (!isNode(element) || !isEmptyNode(element)) elements.push(element);
	return elements.sort((a, b) => elementSpan(a).from - elementSpan(b).from);
}

/** A place where something is missing: nothing, after `from`. */
export const nothingAt = (at: number): Span => ({ from: at, to: at });

export const holeAt = (at: number): ast.Hole => ({ kind: "hole", span: nothingAt(at) });

export const brokenAt = (at: Span): ast.Broken => ({ kind: "broken", span: at });
