// The conditions at the top of a text, one after the other: the funnel, and what each of them changes.
import type { Combination } from "./combination.ts";
import type { Counting } from "./counting.ts";
import type { CountedStep } from "./preview.ts";
import type { PreviewCondition } from "./preview-plan.ts";

type ReadSteps = (counts: readonly number[]) => readonly CountedStep[];

export interface TopConditions {
	readonly funnel: ReadSteps;
	readonly without: ReadSteps;
}

const none: ReadSteps = () => [];

export function topConditions(condition: PreviewCondition, combination: Combination, counting: Counting): TopConditions {
	// A name around everything is no condition of its own.
	const [inner] = condition.items;
	if (condition.kind === "named" && inner) return topConditions(inner, combination, counting);
	const { joins, items } = condition;
	if (joins !== "and" && joins !== "or") return { funnel: none, without: none };
	const places = items.map(({ node }) => combination.placeOf(node));
	const countsSoFar = combination.chain(joins, places).map((place) => counting.of(place));
	const steps = (read: (index: number, counts: readonly number[]) => number): ReadSteps => {
		return (counts) => items.map(({ label, span }, index) => ({ label, span, count: read(index, counts) }));
	};
	const funnel = joins === "and" ? steps((index, counts) => countsSoFar[index]?.(counts) ?? 0) : none;
	if (items.length < 2) return { funnel, without: none };
	const without = combination.chainWithout(joins, places).map((place) => counting.of(place));
	return { funnel, without: steps((index, counts) => without[index]?.(counts) ?? 0) };
}
