// Diagnostics as a person and as a program read them.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { renderDiagnostic } from "../diagnostic/render.ts";
import type { Session } from "./session.ts";
import { printableLines } from "./terminal/printable.ts";

/** To standard error, each with its line and a caret; nothing with --json, where the result holds them. */
export async function printDiagnostics(text: string, diagnostics: readonly Diagnostic[], session: Session): Promise<void> {
	if (session.json) return;
	for (const diagnostic of diagnostics) await session.err.line(printableLines(renderDiagnostic(text, diagnostic).trimEnd()));
}

/** With the line and the column of its start, counted from 1; columns in UTF-16 units, as editors count. */
export function diagnosticsJson(text: string, diagnostics: readonly Diagnostic[]): readonly object[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return diagnostics.map(({ code, severity, message, span, fixes }) => {
		const line = starts.findLastIndex((start) => start <= span.from);
		return { code, severity, message, line: line + 1, column: span.from - (starts[line] ?? 0) + 1, span, fixes };
	});
}
