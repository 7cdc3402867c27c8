// A first answer from some of the profiles: short stretches of rows spread evenly over the table, so that it costs the same whatever the size.
import { Ahead } from "../columns/leaf/ahead.ts";
import { prepareTest } from "../columns/leaf/prepare.ts";
import type { Plan, PlanLeaf } from "../columns/plan.ts";
import { leafAnswer } from "../columns/run.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { type Basis, basisOf, type Loading, shareOf } from "./basis.ts";
import { Combination } from "./combination.ts";
import { type AnswerOptions, expectAnswerable, leafOf } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { runCombination } from "./run-combination.ts";
import { SampledRows } from "./sampled-rows.ts";
import { stretchRowsFor } from "./stretch-rows.ts";
import { wilsonInterval } from "./wilson.ts";

export interface EstimateOptions extends AnswerOptions, Loading {
	/** Rows to look at, about; default 65,536. A table with no more is counted exactly. */
	readonly sampleRows?: number | undefined;
	/** Standard deviations of the margin; default 1.96, for 95 of 100 samples. */
	readonly deviations?: number | undefined;
}

export interface Estimate {
	readonly basis: Basis;
	readonly version: number;
	/** Profiles of the table. */
	readonly size: number;
	/** Profiles that were looked at. */
	readonly sampled: number;
	/** Rounded; exact where all were looked at. */
	readonly count: number;
	readonly share: number;
	/** Between these the count is likely to be: see `wilsonInterval`. Both are the count where it is exact. */
	readonly low: number;
	readonly high: number;
}

/**
 * The margin is that of profiles in no particular order: where neighbours in the table are alike it is too narrow. Conditions on derived parts
 * (a folded text, a weekday) are answered for every row, because parts are made in order; their answers are kept. Throws as `preview` does, and
 * RangeError for `sampleRows` that are not above 0 and `deviations` below 0.
 */
export function* estimate(table: Table, plan: Plan, options: EstimateOptions = {}): Steps<Estimate> {
	const { sampleRows = 65_536, deviations = 1.96 } = options;
	if (!(deviations >= 0 && Number.isFinite(deviations))) throw new RangeError(`deviations is a number from 0 on, not ${deviations}.`);
	expectAnswerable(table, plan, options);
	const live = new LiveRows(table);
	const sampledRows = new SampledRows(live, sampleRows);
	const combination = new Combination();
	const place = combination.placeOf(plan.root);
	const answers: (Int32Array | undefined)[] = [];
	for (const operation of combination.operations) {
		if (operation.kind === "leaf")
			answers[operation.leaf] = yield* sampledAnswer(table, leafOf(plan, operation.leaf), sampledRows, live.rows);
	}
	const { counts } = yield* runCombination(combination, answers, sampledRows, { counts: [place] });
	const [found = 0] = counts;
	const { size, version } = live;
	const sampled = sampledRows.size;
	if (sampledRows.isAll)
		return { basis: basisOf(options), version, size, sampled, count: found, share: shareOf(found, size), low: found, high: found };
	const share = shareOf(found, sampled);
	const { low, high } = wilsonInterval(found, sampled, deviations);
	// Those who were looked at are known.
	const bounds = { low: Math.max(found, Math.floor(low * size)), high: Math.min(size - sampled + found, Math.ceil(high * size)) };
	return { basis: "estimated", version, size, sampled, count: Math.round(share * size), share, ...bounds };
}

function* sampledAnswer(table: Table, leaf: PlanLeaf, sampled: SampledRows, rows: number): Steps<Int32Array> {
	const known = table.leaves.get(leaf.key);
	if (sampled.isAll || (known && known.rows >= rows) || readsParts(leaf.condition)) {
		return sampled.gather(yield* leafAnswer(table, leaf, rows, stretchRowsFor(leaf.condition, table.frame)));
	}
	const words = new Int32Array(sampled.words);
	const ahead = new Ahead();
	const test = prepareTest(leaf.condition, { frame: table.frame, zone: table.zone, ahead });
	const perStep = stretchRowsFor(leaf.condition, table.frame);
	let since = 0;
	for (const { from, to, word } of sampled.stretches) {
		yield* ahead.upTo(to);
		test.run({ from, to }, words, word);
		since += to - from;
		if (since < perStep) continue;
		since = 0;
		yield;
	}
	return words;
}

/** Whether some field of the condition is read through a derived part. */
function readsParts(part: unknown): boolean {
	if (typeof part !== "object" || part === null) return false;
	if ((part as { kind?: unknown }).kind === "field") return (part as { part?: unknown }).part !== undefined;
	return Object.values(part).some(readsParts);
}
