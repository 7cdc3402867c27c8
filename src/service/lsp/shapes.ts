// The service's answers in the shapes of the language server protocol 3.17: lines and characters (UTF-16) in the place of offsets, numbers in
// the place of kinds. Plain objects: Monaco, an editor's client and `segql lsp` take them as they are.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextEdit } from "../../text/edit.ts";
import { lineIndex, type LineIndex } from "../../text/line-index.ts";
import type { Span } from "../../text/span.ts";
import type { FoldingRange } from "../folding.ts";
import type { Hover } from "../hover/hover.ts";
import type { DocumentSymbol } from "../symbols.ts";

/** Both from 0. */
export interface LspPosition {
	readonly line: number;
	/** UTF-16 units. */
	readonly character: number;
}

export interface LspRange {
	readonly start: LspPosition;
	readonly end: LspPosition;
}

export interface LspTextEdit {
	readonly range: LspRange;
	readonly newText: string;
}

/** Offsets of one text to positions and back. */
export interface LspPositions {
	position(offset: number): LspPosition;
	offset(position: LspPosition): number;
	range(span: Span): LspRange;
	span(range: LspRange): Span;
}

/** Linear in the text once, then logarithmic. Positions outside of the text are the nearest in it. */
export function lspPositions(text: string, lines: LineIndex = lineIndex(text)): LspPositions {
	const position = (offset: number): LspPosition => {
		const { line, column } = lines.positionAt(offset);
		return { line, character: column };
	};
	const offset = ({ line, character }: LspPosition): number => lines.offsetAt({ line, column: character });
	return {
		position,
		offset,
		range: ({ from, to }) => ({ start: position(from), end: position(to) }),
		span: ({ start, end }) => ({ from: offset(start), to: offset(end) }),
	};
}

export const lspTextEdit = ({ span, text }: TextEdit, positions: LspPositions): LspTextEdit => ({
	range: positions.range(span),
	newText: text,
});

export interface LspDiagnostic {
	readonly range: LspRange;
	readonly severity: 1 | 2 | 3;
	readonly code: string;
	readonly source: "segql";
	readonly message: string;
}

const severities = { error: 1, warning: 2, info: 3 } as const;

export const lspDiagnostic = ({ code, severity, message, span }: Diagnostic, positions: LspPositions): LspDiagnostic => ({
	range: positions.range(span),
	severity: severities[severity],
	code,
	source: "segql",
	message,
});

export interface LspHover {
	readonly contents: { readonly kind: "markdown" | "plaintext"; readonly value: string };
	readonly range: LspRange;
}

export const lspHover = (hover: Hover, positions: LspPositions, { markdown = true } = {}): LspHover => ({
	contents: markdown ? { kind: "markdown", value: hover.markdown } : { kind: "plaintext", value: hover.text },
	range: positions.range(hover.span),
});

export interface LspDocumentSymbol {
	readonly name: string;
	readonly detail?: string;
	readonly kind: 2 | 3 | 5 | 17 | 18;
	readonly range: LspRange;
	readonly selectionRange: LspRange;
	readonly children: LspDocumentSymbol[];
}

/** Namespace, array, class, module, and boolean for what is true or false. */
const symbolKinds = { named: 3, group: 18, collection: 5, reference: 2, condition: 17 } as const;

export const lspDocumentSymbol = (
	{ name, detail, kind, span, selection, children }: DocumentSymbol,
	positions: LspPositions,
): LspDocumentSymbol => ({
	// The protocol allows no empty name, and the author does.
	name: name.trim() === "" ? "…" : name,
	...(detail !== undefined && { detail }),
	kind: symbolKinds[kind],
	range: positions.range(span),
	selectionRange: positions.range(selection),
	children: children.map((child) => lspDocumentSymbol(child, positions)),
});

export interface LspFoldingRange {
	readonly startLine: number;
	readonly endLine: number;
	readonly kind: "region" | "comment";
}

/** The line with a closing parenthesis stays in sight; undefined where then nothing is left to fold. */
export function lspFoldingRange({ kind, span }: FoldingRange, positions: LspPositions): LspFoldingRange | undefined {
	const startLine = positions.position(span.from).line;
	const endLine = positions.position(span.to).line - (kind === "parentheses" ? 1 : 0);
	return endLine > startLine ? { startLine, endLine, kind: kind === "comment" ? "comment" : "region" } : undefined;
}

export interface LspSelectionRange {
	readonly range: LspRange;
	readonly parent?: LspSelectionRange;
}

/** `spans`: the smallest first, at least one. */
export function lspSelectionRange(spans: readonly Span[], positions: LspPositions): LspSelectionRange {
	return spans.reduceRight<LspSelectionRange | undefined>(
		(parent, span) => ({ range: positions.range(span), ...(parent && { parent }) }),
		undefined,
	) as LspSelectionRange;
}
