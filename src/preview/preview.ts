// What an editor shows at a keystroke, in one answer: how many are inside, how many pass each condition, and the first of them.
import type { Fix } from "../diagnostic/diagnostic.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import type { Span } from "../text/span.ts";
import { type Basis, basisOf, type Loading, shareOf } from "./basis.ts";
import { Combination } from "./combination.ts";
import { Counting } from "./counting.ts";
import { leafAnswers } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { Matches } from "./matches.ts";
import { type Page, type PageOptions, pageOf } from "./page.ts";
import type { PreviewCondition, PreviewPlan } from "./preview-plan.ts";
import { runCombination } from "./run-combination.ts";
import { topConditions } from "./top-conditions.ts";

/** `search` is a page's business: see `page`. */
export interface PreviewOptions extends Omit<PageOptions, "search">, Loading {}

export interface Preview {
	readonly basis: Basis;
	/** Of the table, at the moment of the question: see `stateOf`. */
	readonly version: number;
	/** Profiles of the table. */
	readonly size: number;
	readonly count: number;
	/** 0 to 1; 0 of an empty table. */
	readonly share: number;
	/** Of `count`: those who would be outside if every value that conditions read had to be there. See `nodeWithValues`. */
	readonly throughMissing: number;
	/** The author's whole condition, and within it the others. */
	readonly condition: CountedCondition;
	/** Of conditions joined by `and` at the top of the text: how many pass the first, the first two, … Empty for other texts. */
	readonly funnel: readonly CountedStep[];
	/** Of two or more conditions joined by `and` or by `or` at the top of the text: how many would be inside without this one. */
	readonly without: readonly CountedStep[];
	readonly sample: Page;
}

export interface CountedCondition extends Pick<PreviewCondition, "kind" | "label" | "span"> {
	/** Profiles that pass this condition alone, before any `not` around it. */
	readonly count: number;
	readonly share: number;
	/** Of `count`: those who pass it only because a value is missing. */
	readonly throughMissing: number;
	/** Asks for the value in the text; there when somebody passes only because it is missing, and a short way to say so is known. */
	readonly fix?: Fix;
	readonly items: readonly CountedCondition[];
}

export interface CountedStep {
	readonly label: string;
	readonly span: Span;
	readonly count: number;
}

/**
 * One bit a row for each condition, from the table's answers where it has them; combining them costs a few tenths of a millisecond a million
 * profiles. Throws RangeError for a plan that the table cannot answer.
 */
export function* preview(table: Table, plan: PreviewPlan, options: PreviewOptions = {}): Steps<Preview> {
	const live = new LiveRows(table);
	const combination = new Combination();
	const counting = new Counting();
	const inside = combination.placeOf(plan.plan.root);
	const readCondition = countCondition(plan.condition, combination, counting);
	const { funnel, without } = topConditions(plan.condition, combination, counting);
	const answers = yield* leafAnswers(table, plan.plan, combination, live.rows, options);
	const { counts, kept } = yield* runCombination(combination, answers, live, { counts: counting.places, kept: [inside] });
	const condition = readCondition(counts, live.size);
	const sample = pageOf(table, new Matches(kept[0] as Int32Array), live.version, options);
	const { size, version } = live;
	const { count, share, throughMissing } = condition;
	return {
		...{ basis: basisOf(options), version, size, count, share, throughMissing },
		...{ condition, funnel: funnel(counts), without: without(counts), sample },
	};
}

type ReadCondition = (counts: readonly number[], size: number) => CountedCondition;

function countCondition(condition: PreviewCondition, combination: Combination, counting: Counting): ReadCondition {
	const { kind, label, span, node, withValues, fix } = condition;
	const place = combination.placeOf(node);
	const countOf = counting.of(place);
	const missingOf = withValues && counting.of(combination.andNot(place, combination.placeOf(withValues)));
	const items = condition.items.map((item) => countCondition(item, combination, counting));
	return (counts, size) => {
		const count = countOf(counts);
		const throughMissing = missingOf?.(counts) ?? 0;
		return {
			...{ kind, label, span, count, share: shareOf(count, size), throughMissing },
			...(fix && throughMissing > 0 && { fix }),
			items: items.map((read) => read(counts, size)),
		};
	};
}
