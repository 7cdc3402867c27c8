// Making diagnostics: one call a mistake, so that severity is never chosen at the call site.
import { spaced } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { type DiagnosticCode, severities } from "./codes.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";

export function diagnostic(code: DiagnosticCode, message: string, at: Span, fixes: readonly Fix[] = []): Diagnostic {
	return { code, severity: severities[code], message, span: { from: at.from, to: at.to }, fixes };
}

/** The fix that replaces one stretch of text. */
export const replaceFix = (title: string, at: Span, text: string): Fix => ({
	title,
	edits: [{ span: { from: at.from, to: at.to }, text }],
});

/** The fix that writes words in the place of a stretch of the author's text, apart from their neighbours; none removes the stretch. */
export const wordFix = (title: string, text: string, at: Span, words: string): Fix => replaceFix(title, at, spaced(text, at, words));

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => d.severity === "error");
