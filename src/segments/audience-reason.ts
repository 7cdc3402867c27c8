// Why someone is in an audience or not, segment by segment: `excluded by "unsubscribed": opted_out is true`.
import type { ExplainedCondition, Explanation } from "../eval/explanation.ts";
import type { LibrarySegment } from "./library.ts";

export interface AudienceReason {
	readonly segment: { readonly id: string; readonly name: string };
	readonly role: "included" | "excluded";
	/** Whether the profile is in that segment. */
	readonly holds: boolean;
	/** One sentence for people. */
	readonly sentence: string;
	readonly explanation: Explanation | undefined;
}

export function reasonOf(
	segment: LibrarySegment,
	isExcluded: boolean,
	holds: boolean,
	explanation: Explanation | undefined,
): AudienceReason {
	const words = isExcluded ? "excluded by" : holds ? "included by" : "not in";
	const because = explanation ? leaves(explanation.condition, holds).map(leafWords) : [];
	return {
		segment: { id: segment.id, name: segment.name },
		role: isExcluded ? "excluded" : "included",
		holds,
		sentence: `${words} "${segment.name}"${because.length > 0 ? `: ${because.join(", ")}` : ""}`,
		explanation,
	};
}

/** The single conditions that make the tree answer as it does. */
function leaves(condition: ExplainedCondition, answer: boolean): readonly ExplainedCondition[] {
	if ((condition.outcome === "passed") !== answer) return [];
	if (condition.items.length === 0) return [condition];
	return condition.items.flatMap((item) => leaves(item, condition.negates ? !answer : answer));
}

function leafWords({ label, actual, outcome }: ExplainedCondition): string {
	if (actual === undefined) return label;
	if (outcome === "missing") return `${label} (it is missing)`;
	// A field that is true or false stands for itself: `opted_out is true`.
	const isBare = /^(`.*`|\S+)$/.test(label) && (actual === "true" || actual === "false");
	return isBare ? `${label} is ${actual}` : `${label} (it is ${actual})`;
}
