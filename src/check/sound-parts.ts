// What can be counted of a text with errors: each condition without one, by itself. Somebody who types the third condition still sees how many
// pass the first two.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";

/**
 * The largest conditions without an error in them, as an `and` that stands nowhere; undefined when there are none. An `and`, `or` or group with
 * an error somewhere is not among them, its other conditions are. Linear in the text for a bounded number of mistakes.
 */
export function soundParts(text: string, segment: ast.Segment, mistakes: readonly Diagnostic[]): ast.Segment | undefined {
	const errors = mistakes.filter(({ severity }) => severity === "error").map((mistake) => withWhatItFollows(text, mistake));
	const parts = segment.condition ? partsOf(segment.condition, errors) : [];
	const [first, second] = parts;
	if (!first) return undefined;
	const nowhere = { from: segment.span.to, to: segment.span.to };
	return { ...segment, condition: second ? { kind: "and", items: parts, span: nowhere } : first };
}

/** Words that do not belong there, as in `points > 5 5`, are a mistake of the condition before them: who knows what it was to be. */
function withWhatItFollows(text: string, { code, span }: Diagnostic): Span {
	if (code !== "unexpected-words" && code !== "unknown-character") return span;
	let { from } = span;
	while (from > 0 && /[^\S\r\n]/.test(text.charAt(from - 1))) from--;
	return { from: Math.max(0, from - 1), to: span.to };
}

function partsOf(condition: ast.Condition, errors: readonly Span[]): readonly ast.Condition[] {
	const own = errors.filter((error) => isIn(error, condition.span));
	if (own.length === 0 && condition.kind !== "broken") return [condition];
	switch (condition.kind) {
		case "and":
		case "or":
		case "group":
			return condition.items.flatMap((item) => partsOf(item, errorsInside(own, condition.span)));
		case "not":
		case "named":
			return partsOf(condition.item, errorsInside(own, condition.span));
		default:
			return [];
	}
}

/** What is wrong with all of a group, such as how many of its conditions must hold, is wrong with none of them. */
const errorsInside = (errors: readonly Span[], whole: Span): readonly Span[] =>
	errors.filter(({ from, to }) => from > whole.from || to < whole.to);

/** What is missing has no length, and stands at the end of what it is missing from. */
const isIn = (error: Span, { from, to }: Span): boolean =>
	error.from === error.to ? from <= error.from && error.from <= to : error.from < to && from < error.to;
