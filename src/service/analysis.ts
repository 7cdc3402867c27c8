// What is known of one version of a text: its tree and everything that is wrong or odd about it. Made once, and read by every feature.
import { check, contextOf } from "../check/check.ts";
import type { Context } from "../check/context.ts";
import { lint } from "../check/lint.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hasErrors } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { type LineIndex, lineIndex } from "../text/line-index.ts";
import type { LanguageServiceOptions } from "./options.ts";

export interface Analysis {
	readonly text: string;
	/** The clock it was made with, epoch milliseconds. */
	readonly now: number;
	readonly segment: ast.Segment;
	/** The parser's, the checker's and, in a text without errors, the remarks of `lint`, in the order of the text. */
	readonly diagnostics: readonly Diagnostic[];
	/** Where a check of the text begins: at the level of the profile. What it collects reaches no one. */
	readonly context: Context;
	readonly lines: LineIndex;
}

export function analyse(text: string, now: number, options: LanguageServiceOptions): Analysis {
	const checkOptions = { ...options, now };
	const { segment, diagnostics: ofForm } = parse(text, options.limits);
	const { checked, diagnostics: ofMeaning } = check(text, segment, checkOptions);
	const remarks = checked && !hasErrors(ofForm) ? lint(checked) : [];
	const diagnostics = [...ofForm, ...ofMeaning, ...remarks].sort((a, b) => a.span.from - b.span.from);
	let lines: LineIndex | undefined;
	return {
		text,
		now,
		segment,
		diagnostics,
		context: contextOf(text, checkOptions),
		get lines() {
			lines ??= lineIndex(text);
			return lines;
		},
	};
}
