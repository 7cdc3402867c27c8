// The quick fixes of what is wrong or odd at a place.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

export interface CodeAction {
	/** What it does, as an imperative. */
	readonly title: string;
	readonly diagnostic: Diagnostic;
	readonly edits: readonly TextEdit[];
	/** The only fix of a mistake: safe to take without choosing. */
	readonly isPreferred: boolean;
}

/** Those of the diagnostics that the span touches; an empty span is a caret. */
export function codeActions(diagnostics: readonly Diagnostic[], at: Span): readonly CodeAction[] {
	return diagnostics
		.filter(({ span }) => span.from <= at.to && at.from <= span.to)
		.flatMap((diagnostic) =>
			diagnostic.fixes.map(({ title, edits }) => ({
				title,
				diagnostic,
				edits,
				isPreferred: diagnostic.severity === "error" && diagnostic.fixes.length === 1,
			})),
		);
}
