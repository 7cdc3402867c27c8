// The condition at hand as far as it is written: read by the parser on its own, with offsets of the whole text.
import type { Context } from "../../check/context.ts";
import { checkCondition } from "../../check/conditions.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { parse } from "../../syntax/parse.ts";
import type { Place, PlacedToken } from "../../syntax/place.ts";
import { silent } from "../scope.ts";

export interface Begun {
	/** The tests in it, in order: one, or more where an `and` was forgotten. */
	readonly tests: readonly ast.Test[];
	readonly last: ast.Condition;
	readonly diagnostics: readonly Diagnostic[];
	/** The tokens of the place that stand behind this offset of `last`'s own coordinates. */
	tokensAfter(offset: number): readonly PlacedToken[];
	/** It reads as a whole condition that `and` can follow. */
	isComplete(context: Context): boolean;
}

// Names mean an element's fields, and `profile.` has a meaning, only in a collection's parentheses.
const inside = "any x (";

/** Undefined where nothing is written yet. */
export function readBegun(text: string, place: Place): Begun | undefined {
	const from = place.tokens[0]?.span.from;
	if (from === undefined) return undefined;
	const lead = place.collections.length > 0 ? inside : "";
	const written = text.slice(from, place.tokens.at(-1)?.span.to);
	const parsed = parse(lead + written);
	const whole = parsed.segment.condition;
	const condition = lead && whole?.kind === "quantified" ? whole.where : whole;
	if (!condition) return undefined;
	const parts = condition.kind === "and" ? condition.items : [condition];
	const last = parts.at(-1) as ast.Condition;
	const shift = from - lead.length;
	// The parenthesis of `inside` itself is left open.
	const diagnostics = parsed.diagnostics.filter(({ code, span }) => code !== "unclosed-parenthesis" || span.from >= lead.length);
	return {
		tests: parts.filter((part) => part.kind === "test"),
		last,
		diagnostics,
		tokensAfter: (offset) => place.tokens.filter((token) => token.span.from >= offset + shift),
		isComplete(context) {
			if (diagnostics.some(({ severity }) => severity === "error")) return false;
			const checking = silent({ ...context, text: lead + written });
			checkCondition(condition, checking);
			return !checking.diagnostics.some(({ code }) => half.has(code));
		},
	};
}

/** What the checker says of a condition that lacks something. */
const half: ReadonlySet<string> = new Set(["not-a-condition", "missing-condition", "wrong-type"]);
