// The language service of one business.
import { contextOf } from "../check/check.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { type Analysis, analyse } from "./analysis.ts";
import { type CompletionList, complete } from "./complete/complete.ts";
import { FieldCandidates } from "./complete/field-candidates.ts";
import { defaultMaxCompletions, type LanguageServiceOptions } from "./options.ts";

export interface LanguageService {
	diagnostics(text: string): readonly Diagnostic[];
	complete(text: string, offset: number): CompletionList;
}

export function languageService(options: LanguageServiceOptions): LanguageService {
	const clock = typeof options.now === "function" ? options.now : () => options.now as number;
	const fields = new FieldCandidates();
	let last: Analysis | undefined;
	const analysisOf = (text: string): Analysis => {
		const now = clock();
		if (last?.text !== text || Math.abs(now - last.now) >= 60_000) last = analyse(text, now, options);
		return last;
	};
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
	};
}
