// Diagnostics as a person and as a program read them.
import type { Diagnostic, Severity } from "../diagnostic/diagnostic.ts";
import { renderDiagnostic, renderPlace } from "../diagnostic/render.ts";
import type { Span } from "../text/span.ts";
import type { Condition } from "./condition-input.ts";
import type { Session } from "./session.ts";
import { printable, printableLines } from "./terminal/printable.ts";
import type { Style } from "./terminal/style.ts";
import { counted } from "./words.ts";

/** A text can have thousands; nobody reads beyond the first ones. */
export const maxShownDiagnostics = 50;

/** To standard error, each with its line and a caret; nothing with --json, where the result holds them. */
export async function printDiagnostics(condition: Condition, diagnostics: readonly Diagnostic[], session: Session): Promise<void> {
	if (session.json) return;
	const file = condition.path === undefined ? "" : `${printable(condition.path)}:`;
	for (const diagnostic of diagnostics.slice(0, maxShownDiagnostics)) {
		const rendered = printableLines(renderDiagnostic(condition.text, diagnostic));
		await session.err.line(file + painted(rendered, diagnostic.severity, session.err.style));
	}
	const hidden = diagnostics.length - maxShownDiagnostics;
	if (hidden > 0) await session.remark(`… and ${counted(hidden, "more", "more")}.`);
}

/** The word of the severity in its colour; it stands after the place in the first line. */
function painted(rendered: string, severity: Severity, style: Style): string {
	const paint = { error: style.bad, warning: style.warn, info: style.dim }[severity];
	return rendered.replace(severity, () => paint(severity));
}

/** A part of the text that has no other form. Without a span: the whole of it, or what no part of the text says alone. */
export interface Untranslatable {
	readonly span?: Span;
	/** One plain sentence. */
	readonly reason: string;
}

/** Like errors, because nothing is made of the text. Nothing with --json. */
export async function printUntranslatable(condition: Condition, parts: readonly Untranslatable[], session: Session): Promise<void> {
	if (session.json) return;
	const file = condition.path === undefined ? "" : `${printable(condition.path)}:`;
	for (const { span, reason } of parts.slice(0, maxShownDiagnostics)) {
		const sentence = `error: ${reason}`;
		const rendered = printableLines(span ? renderPlace(condition.text, span, sentence) : sentence);
		await session.err.line((span ? file : "") + painted(rendered, "error", session.err.style));
	}
	const hidden = parts.length - maxShownDiagnostics;
	if (hidden > 0) await session.remark(`… and ${counted(hidden, "more", "more")}.`);
}

export function untranslatableJson(text: string, parts: readonly Untranslatable[]): readonly object[] {
	const starts = lineStarts(text);
	return parts.map(({ span, reason }) => ({ reason, ...(span && { ...lineAndColumn(starts, span), span }) }));
}

/** With the line and the column of its start, counted from 1; columns in UTF-16 units, as editors count. */
export function diagnosticsJson(text: string, diagnostics: readonly Diagnostic[]): readonly object[] {
	const starts = lineStarts(text);
	return diagnostics.map(({ code, severity, message, span, fixes }) => ({
		code,
		severity,
		message,
		...lineAndColumn(starts, span),
		span,
		fixes,
	}));
}

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}

function lineAndColumn(starts: readonly number[], span: Span): { readonly line: number; readonly column: number } {
	const line = starts.findLastIndex((start) => start <= span.from);
	return { line: line + 1, column: span.from - (starts[line] ?? 0) + 1 };
}
