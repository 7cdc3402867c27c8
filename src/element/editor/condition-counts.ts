// How many profiles pass each condition, by the place in the text where its number can stand.
import type { CountedCondition } from "../../preview/preview.ts";
import { countedNow } from "../session/live-counts.ts";
import type { Session } from "../session/session.ts";

export interface ConditionCount {
	/** The end of its line, where nothing but closing parentheses and a comment follow; else the end of the condition itself. */
	readonly at: number;
	readonly label: string;
	readonly count: number;
}

/** In the order of the text. None while the counts are of another text than this: their places would be wrong. */
export function conditionCountsOf({ counts, text, version }: Session): readonly ConditionCount[] {
	const counted = countedNow(counts, version);
	if (!counted) return [];
	return singleConditions(counted.preview.condition).map(({ span, label, count }) => {
		const end = text.indexOf("\n", span.to);
		const lineEnd = end < 0 ? text.length : end;
		return { at: endsLine.test(text.slice(span.to, lineEnd)) ? lineEnd : span.to, label, count };
	});
}

const endsLine = /^[\s),]*(#.*)?$/;

/** A `not` and a name belong to the one condition that they are about: the number is that of who passes it as it stands there. */
function singleConditions(condition: CountedCondition): readonly CountedCondition[] {
	const { kind, items } = condition;
	const [only] = items;
	if (!only) return [condition];
	const inside = items.flatMap(singleConditions);
	return (kind === "not" || kind === "named") && inside.length === 1 ? [condition] : inside;
}
