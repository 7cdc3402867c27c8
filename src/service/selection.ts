// Growing a selection: the word, the value, the condition, what holds it, the whole text.
import { nodesAt } from "../syntax/visit.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** The spans around an offset, the smallest first; each holds the one before it. */
export function selectionSpans({ text, segment, tokens }: Analysis, offset: number): readonly Span[] {
	const word = tokens.findLast(({ span }) => span.from <= offset && offset <= span.to);
	const nodes = nodesAt(segment, offset).map(({ span }) => span);
	const spans: Span[] = [];
	for (const span of [...(word ? [word.span] : []), ...nodes.toReversed(), { from: 0, to: text.length }]) {
		const last = spans.at(-1);
		const holds = !last || (span.from <= last.from && last.to <= span.to);
		if (span.from < span.to && holds && (last?.from !== span.from || last.to !== span.to)) spans.push(span);
	}
	return spans;
}
