// How many profiles pass each condition, by the line of the text where the condition ends.
import type { CountedCondition } from "../../preview/preview.ts";
import { countedNow } from "../session/live-counts.ts";
import type { Session } from "../session/session.ts";

export interface LineCounts {
	/** The end of the line. */
	readonly at: number;
	/** In the order of the text. */
	readonly counts: readonly { readonly label: string; readonly count: number }[];
}

/** None while the counts are of another text than this: their places would be wrong. */
export function lineCountsOf({ counts, text, version }: Session): readonly LineCounts[] {
	const counted = countedNow(counts, version);
	if (!counted) return [];
	const lines = new Map<number, { label: string; count: number }[]>();
	for (const { span, label, count } of singleConditions(counted.preview.condition)) {
		const end = text.indexOf("\n", span.to);
		const at = end < 0 ? text.length : end;
		const line = lines.get(at);
		if (line) line.push({ label, count });
		else lines.set(at, [{ label, count }]);
	}
	return [...lines].map(([at, ofLine]) => ({ at, counts: ofLine }));
}

function singleConditions(condition: CountedCondition): readonly CountedCondition[] {
	return condition.items.length === 0 ? [condition] : condition.items.flatMap(singleConditions);
}
