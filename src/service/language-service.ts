// The language service of one business: everything a code editor asks about a text, as pure functions of the text and an offset.
import type { Span } from "../text/span.ts";
import { Analyses } from "./analysis.ts";
import { type EditingService, editingService } from "./editing-service.ts";
import type { LanguageServiceOptions } from "./options.ts";
import { selectionSpans } from "./selection.ts";
import { type DocumentSymbol, documentSymbols } from "./symbols.ts";

/** See `EditingService` for offsets, clock and cost. */
export interface LanguageService extends EditingService {
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
		symbols: (text) => documentSymbols(analysisOf(text)),
		selectionSpans: (text, offset) => selectionSpans(analysisOf(text), offset),
	};
}
