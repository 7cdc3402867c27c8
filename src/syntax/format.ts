// A text to its canonical form.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hasErrors } from "../diagnostic/report.ts";
import type { SyntaxLimits } from "./limits.ts";
import { parse } from "./parse.ts";
import { print } from "./print.ts";

/**
 * The canonical text, ending in a line break; the text unchanged when it has errors, so that nothing half-typed is lost.
 * Formatting a formatted text changes nothing.
 *
 * format("Country=='US' AND Opted_In").text // -> Country = "US" and Opted_In
 */
export function format(
	text: string,
	limits: Partial<SyntaxLimits> = {},
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
	const { segment, diagnostics } = parse(text, limits);
	return { text: hasErrors(diagnostics) ? text : `${print(segment)}\n`, diagnostics };
}
