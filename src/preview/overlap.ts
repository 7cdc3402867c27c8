// How several segments overlap: each combination of them with its profiles counted, as an UpSet plot shows them.
import { countBits } from "../columns/bitmap.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { type Basis, basisOf, type Loading } from "./basis.ts";
import { expectLimit } from "./expect-limit.ts";
import type { AnswerOptions } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { matchingOf } from "./matching.ts";
import type { PreviewPlan } from "./preview-plan.ts";

export interface OverlapOptions extends AnswerOptions, Loading {
	/** Segments compared at once; default 10, at most 30. */
	readonly maxSegments?: number | undefined;
	/** Regions told one by one, the largest; default 50. */
	readonly maxRegions?: number | undefined;
}

export interface Overlap {
	readonly basis: Basis;
	readonly version: number;
	/** Profiles of the table. */
	readonly size: number;
	/** Of each segment, in the order asked. */
	readonly counts: readonly number[];
	/** Those with somebody in them, the largest first; of equal ones the one with the earlier segments. */
	readonly regions: readonly Region[];
	/** Regions beyond `maxRegions`, and the profiles in all of them. */
	readonly others: { readonly regions: number; readonly count: number };
	/** Profiles in none of the segments. */
	readonly outside: number;
}

export interface Region {
	/** Indexes of the segments that its profiles are in; they are in no other. */
	readonly segments: readonly number[];
	readonly count: number;
	/** A text that has exactly these profiles inside. */
	readonly text: string;
}

/**
 * Throws RangeError for no segment, for more than `maxSegments`, for limits that are none, and for plans that the table cannot answer. Linear in
 * the words of rows times the segments, and in the profiles where many segments cross within 32 rows.
 */
export function* overlap(table: Table, plans: readonly PreviewPlan[], options: OverlapOptions = {}): Steps<Overlap> {
	const { maxSegments = 10, maxRegions = 50 } = options;
	expectLimit("maxSegments", maxSegments);
	expectLimit("maxRegions", maxRegions);
	if (plans.length === 0) throw new RangeError("An overlap is of at least one segment.");
	// A region is a set of bits of one integer.
	const most = Math.min(maxSegments, 30);
	if (plans.length > most) throw new RangeError(`An overlap takes at most ${most} segments, and here are ${plans.length}.`);
	const live = new LiveRows(table);
	const answers: Int32Array[] = [];
	for (const { plan } of plans) answers.push(yield* matchingOf(table, plan, live, options));
	const found = yield* countRegions(answers, live.words);
	const sorted = [...found].sort(([a, before], [b, after]) => after - before || firstOf(a, b));
	const counts = plans.map((_, index) => sorted.reduce((sum, [mask, count]) => sum + (((mask >>> index) & 1) === 1 ? count : 0), 0));
	const told = sorted.slice(0, maxRegions);
	const rest = sorted.slice(maxRegions);
	const sum = (items: typeof sorted): number => items.reduce((total, [, count]) => total + count, 0);
	return {
		...{ basis: basisOf(options), version: live.version, size: live.size, counts },
		regions: told.map(([mask, count]) => ({ segments: indexesOf(mask), count, text: regionText(plans, mask) })),
		others: { regions: rest.length, count: sum(rest) },
		outside: live.size - sum(sorted),
	};
}

const indexesOf = (mask: number): readonly number[] =>
	Array.from({ length: 32 }, (_, index) => index).filter((index) => (mask >>> index) & 1);

/** Whichever has the lowest bit that the other has not comes first. */
function firstOf(a: number, b: number): number {
	const differing = a ^ b;
	return (a & differing & -differing) !== 0 ? -1 : 1;
}

const regionText = (plans: readonly PreviewPlan[], mask: number): string =>
	plans.map(({ inside, outside }, index) => (((mask >>> index) & 1) === 1 ? inside : outside)).join(" and ");

/** Where ten segments cross in every word this is a millisecond or two. */
const wordsPerStep = 512;

/** Profiles by the set of segments they are in; none for those in no segment. */
function* countRegions(answers: readonly Int32Array[], words: number): Steps<ReadonlyMap<number, number>> {
	const counts = new Map<number, number>();
	for (let word = 0; word < words; word++) {
		split(-1, 0, 0, word);
		if (word % wordsPerStep === wordsPerStep - 1) yield;
	}
	return counts;

	/** Parts the rows of one word by one segment after the other; parts without rows end there. */
	function split(bits: number, segment: number, mask: number, word: number): void {
		if (bits === 0) return;
		if (segment === answers.length) {
			if (mask !== 0) counts.set(mask, (counts.get(mask) ?? 0) + countBits(bits));
			return;
		}
		const inside = answers[segment]?.[word] as number;
		split(bits & inside, segment + 1, mask | (1 << segment), word);
		split(bits & ~inside, segment + 1, mask, word);
	}
}
