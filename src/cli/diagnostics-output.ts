// Diagnostics as a person and as a program read them.
import type { Diagnostic, Severity } from "../diagnostic/diagnostic.ts";
import { renderDiagnostic } from "../diagnostic/render.ts";
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

/** With the line and the column of its start, counted from 1; columns in UTF-16 units, as editors count. */
export function diagnosticsJson(text: string, diagnostics: readonly Diagnostic[]): readonly object[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return diagnostics.map(({ code, severity, message, span, fixes }) => {
		const line = starts.findLastIndex((start) => start <= span.from);
		return { code, severity, message, line: line + 1, column: span.from - (starts[line] ?? 0) + 1, span, fixes };
	});
}
