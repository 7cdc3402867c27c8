// What can be counted of a text with errors: each condition without one, by itself. Somebody who types the third condition still sees how many
// pass the first two.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";

/**
 * The largest conditions without an error in them, as an `and` that stands nowhere; undefined when there are none. An `and`, `or` or group with
 * an error somewhere is not among them, its other conditions are. Linear in the text for a bounded number of mistakes.
 */
export function soundParts(segment: ast.Segment, mistakes: readonly Diagnostic[]): ast.Segment | undefined {
	const errors = mistakes.filter(({ severity }) => severity === "error").map(({ span }) => span);
	const parts = segment.condition ? partsOf(segment.condition, errors) : [];
	const [first, second] = parts;
	if (!first) return undefined;
	const nowhere = { from: segment.span.to, to: segment.span.to };
	return { ...segment, condition: second ? { kind: "and", items: parts, span: nowhere } : first };
}

function partsOf(condition: ast.Condition, errors: readonly Span[]): readonly ast.Condition[] {
	const inside = errors.filter((error) => touches(error, condition.span));
	if (inside.length === 0 && condition.kind !== "broken") return [condition];
	switch (condition.kind) {
		case "and":
		case "or":
		case "group":
			return condition.items.flatMap((item) => partsOf(item, inside));
		case "not":
		case "named":
			return partsOf(condition.item, inside);
		default:
			return [];
	}
}

/** What is missing has no length, and stands at the end of what it is missing from. */
const touches = (error: Span, { from, to }: Span): boolean =>
	error.from === error.to ? from <= error.from && error.from <= to : error.from < to && from < error.to;
