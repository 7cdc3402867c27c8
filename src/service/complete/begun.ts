// The condition at hand as far as it is written: read by the parser on its own.
import type { Context } from "../../check/context.ts";
import { checkCondition } from "../../check/conditions.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Place, PlacedToken } from "../../syntax/place.ts";
import type { Span } from "../../text/span.ts";
import { silent } from "../scope.ts";
import { parseInScope } from "./parse-in-scope.ts";

export interface Begun {
	/** The tests in it, in order: one, or more where an `and` was forgotten. Of many, the last ones: further back nobody is writing. */
	readonly tests: readonly ast.Test[];
	readonly last: ast.Condition;
	readonly diagnostics: readonly Diagnostic[];
	/** The tokens of the place that begin at this offset of the nodes' own coordinates, or behind it. */
	tokensAfter(offset: number): readonly PlacedToken[];
	/** The author's words at these coordinates. */
	words(at: Span): string;
	/** It reads as a whole condition that `and` can follow. */
	isComplete(context: Context): boolean;
}

const mostTests = 12;

/** Who has written more words without an `and` is not writing a condition; in a list there can be any number. */
export const longestBegun = 1_000;

/** Undefined where nothing is written yet. */
export function readBegun(text: string, place: Place): Begun | undefined {
	const from = place.tokens[0]?.span.from;
	if (from === undefined || (place.tokens.length > longestBegun && !place.isInList)) return undefined;
	const piece = parseInScope(text.slice(from, place.tokens.at(-1)?.span.to), place, false);
	const { condition, diagnostics } = piece;
	if (!condition) return undefined;
	const parts = condition.kind === "and" ? condition.items : [condition];
	return {
		tests: parts.filter((part) => part.kind === "test").slice(-mostTests),
		last: parts.at(-1) as ast.Condition,
		diagnostics,
		tokensAfter: (offset) => place.tokens.filter((token) => token.span.from - from >= offset - piece.from),
		words: ({ from, to }) => piece.text.slice(from, to),
		isComplete(context) {
			if (diagnostics.some(({ severity }) => severity === "error")) return false;
			const checking = silent({ ...context, text: piece.text });
			checkCondition(condition, checking);
			return !checking.diagnostics.some(({ code }) => half.has(code));
		},
	};
}

/** What the checker says of a condition that lacks something. */
const half: ReadonlySet<string> = new Set(["not-a-condition", "missing-condition", "wrong-type"]);
