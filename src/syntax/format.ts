// A text to its canonical form.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hasErrors } from "../diagnostic/report.ts";
import { defaultLimits, type SyntaxLimits } from "./limits.ts";
import { parse } from "./parse.ts";
import { print } from "./print.ts";

/**
 * The canonical text, ending in a line break; the text unchanged when it has errors, so that nothing half-typed is lost, and when its canonical
 * form, with a line for every value of a long list, would be longer than a text may be.
 * Formatting a formatted text changes nothing.
 *
 * format("Country=='US' AND Opted_In").text // -> Country = "US" and Opted_In
 */
export function format(
	text: string,
	limits: Partial<SyntaxLimits> = {},
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
	const { segment, diagnostics } = parse(text, limits);
	if (hasErrors(diagnostics)) return { text, diagnostics };
	const printed = `${print(segment)}\n`;
	const { maxLength } = { ...defaultLimits, ...limits };
	return { text: printed.length > maxLength ? text : printed, diagnostics };
}
