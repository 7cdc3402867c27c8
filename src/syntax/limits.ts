// How large a text may be. Each limit refuses with a diagnostic of its own, so that a host can raise one knowingly.

export interface SyntaxLimits {
	/** UTF-16 units of the whole text. */
	readonly maxLength: number;
	/** Parentheses, `not`, names of conditions and arithmetic within one another. At 200 a browser worker's stack can overflow. */
	readonly maxDepth: number;
	/** Tests, tested collections and references in a text, and places where one of them is missing. */
	readonly maxConditions: number;
	/** Values of one list. */
	readonly maxListItems: number;
}

export const defaultLimits: SyntaxLimits = { maxLength: 1_000_000, maxDepth: 100, maxConditions: 20_000, maxListItems: 100_000 };

/** Diagnostics beyond this many are not made: a text full of mistakes stays quick to read, and nobody reads the hundredth. */
export const maxDiagnostics = 100;
