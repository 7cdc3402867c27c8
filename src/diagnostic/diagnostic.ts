// What is wrong with an author's text, as a value: author mistakes are collected and shown, never thrown.
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { DiagnosticCode } from "./codes.ts";

/** `error` refuses the text; `warning` and `info` compile and are shown. */
export type Severity = "error" | "warning" | "info";

/** A change the author can take with one click. */
export interface Fix {
	/** What the fix does, as an imperative: `Change to "country"`. */
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

export interface Diagnostic {
	readonly code: DiagnosticCode;
	readonly severity: Severity;
	/** One plain sentence or two: the author's own words, and what to do. */
	readonly message: string;
	readonly span: Span;
	readonly fixes: readonly Fix[];
}
