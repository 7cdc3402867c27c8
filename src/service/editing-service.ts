// What any editor asks about a text while somebody writes it, a plain text area too, as pure functions of the text and an offset.
// `language-service.ts` is that and what code editors ask besides.
import { contextOf } from "../check/check.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../text/span.ts";
import type { Analyses, Analysis } from "./analysis.ts";
import { type CodeAction, codeActions } from "./code-actions.ts";
import { type CompletionList, complete } from "./complete/complete.ts";
import { FieldCandidates } from "./complete/field-candidates.ts";
import { defaultMaxCompletions, type LanguageServiceOptions } from "./options.ts";

/**
 * Offsets and spans are UTF-16 units of the text. No text makes a function throw. The last text is parsed and checked once, whatever is asked
 * of it, and again when a minute has gone by on the given clock.
 */
export interface EditingService {
	/** Mistakes and remarks with their fixes, in the order of the text. Linear in the text and in the segments it refers to. */
	diagnostics(text: string): readonly Diagnostic[];
	/**
	 * What can stand at an offset. Linear in the fields and in the text before the offset.
	 *
	 *     service.complete("coun", 4).items[0]?.insert; // -> "country"
	 */
	complete(text: string, offset: number): CompletionList;
	/** The quick fixes of what the span touches. */
	codeActions(text: string, span: Span): readonly CodeAction[];
}

/** Shares what is known of a text with others, who analyse with the same options. Throws as `languageService` does. */
export function editingService(analyses: Analyses, options: LanguageServiceOptions): EditingService {
	const { now } = options;
	const clock = typeof now === "function" ? now : () => now;
	const fields = new FieldCandidates();
	const analysisOf = (text: string): Analysis => analyses.of(text, clock());
	contextOf("", { ...options, now: clock() });
	return {
		diagnostics: (text) => analysisOf(text).diagnostics,
		complete: (text, offset) =>
			complete({
				text,
				offset,
				context: contextOf(text, { ...options, now: clock() }),
				fields,
				values: options.values,
				maxItems: options.maxCompletions ?? defaultMaxCompletions,
			}),
		codeActions: (text, span) => codeActions(analysisOf(text).diagnostics, span),
	};
}
