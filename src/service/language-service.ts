// The language service of one business: everything a code editor asks about a text, as pure functions of the text and an offset.
import { format } from "../syntax/format.ts";
import type { TextEdit } from "../text/edit.ts";
import { editsBetween } from "../text/edits-between.ts";
import type { Span } from "../text/span.ts";
import { Analyses } from "./analysis.ts";
import { type EditingService, editingService } from "./editing-service.ts";
import { type FoldingRange, foldingRanges } from "./folding.ts";
import { type Hover, hoverAt } from "./hover/hover.ts";
import type { LanguageServiceOptions } from "./options.ts";
import { selectionSpans } from "./selection.ts";
import { type SemanticToken, semanticTokens } from "./semantic-tokens.ts";
import { type DocumentSymbol, documentSymbols } from "./symbols.ts";

/** See `EditingService` for offsets, clock and cost. */
export interface LanguageService extends EditingService {
	/** What the words at an offset are, and how their condition reads; undefined where there are none. */
	hover(text: string, offset: number): Hover | undefined;
	/** Every token once, in the order of the text. Linear in the text. */
	semanticTokens(text: string): readonly SemanticToken[];
	foldingRanges(text: string): readonly FoldingRange[];
	/** Small edits that make the text canonical; none for a text with errors, so that nothing half-typed is lost. */
	format(text: string): readonly TextEdit[];
	/** The outline. */
	symbols(text: string): readonly DocumentSymbol[];
	/** The spans around an offset, the smallest first. */
	selectionSpans(text: string, offset: number): readonly Span[];
}

/**
 * Throws RangeError for an unknown time zone, a `now` that is no whole number, and a `weekStart` outside 1 to 7, at once or, where a function
 * gives `now`, when it does.
 *
 *     const service = languageService({ catalogue, now: Date.now, timeZone: "America/New_York" });
 */
export function languageService(options: LanguageServiceOptions): LanguageService {
	const analyses = new Analyses(options);
	const { now } = options;
	const analysisOf = (text: string) => analyses.of(text, typeof now === "function" ? now() : now);
	return {
		...editingService(analyses, options),
		hover: (text, offset) => hoverAt(analysisOf(text), offset, options.values),
		semanticTokens: (text) => semanticTokens(analysisOf(text)),
		foldingRanges: (text) => foldingRanges(analysisOf(text)),
		format: (text) => editsBetween(text, format(text, options.limits).text),
		symbols: (text) => documentSymbols(analysisOf(text)),
		selectionSpans: (text, offset) => selectionSpans(analysisOf(text), offset),
	};
}
