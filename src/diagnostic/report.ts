// Making diagnostics: one call a mistake, so that severity is never chosen at the call site.
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

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => d.severity === "error");
