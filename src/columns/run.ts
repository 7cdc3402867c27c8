// Plan × Table → answer. Each condition is asked of one stretch of rows after the other, so that a caller can stop in between; answers are
// kept by the table, and what combines them costs little.
import { Bitmap, clearTail, countAll, wordsFor } from "./bitmap.ts";
import { andInto, andNotInto, atLeastOf, notInto, orInto } from "./kernels/words.ts";
import { Ahead } from "./leaf/ahead.ts";
import { prepareTest } from "./leaf/prepare.ts";
import type { Plan, PlanLeaf, PlanNode } from "./plan.ts";
import { planProblems } from "./plan-problems.ts";
import type { SpareWords } from "./spare-words.ts";
import { type Steps, toEnd } from "./steps.ts";
import type { Table } from "./table.ts";

export interface Answer {
	/** The profiles inside, by row. */
	readonly matches: Bitmap;
	readonly count: number;
	/** Profiles of the table. */
	readonly size: number;
	/** How many profiles pass each leaf of the plan, by index. */
	readonly leafCounts: readonly number[];
	/** The table's version that this is true of. */
	readonly version: number;
}

export interface RunOptions {
	/**
	 * Most rows asked between two pauses, a multiple of 32; default 16,384: a few milliseconds of the slowest condition, and values that fit a
	 * processor's cache.
	 */
	readonly stretchRows?: number;
}

export const defaultStretchRows = 16_384;

/** The first stretch of a condition is this small, and the next ones double: a loop that runs for the first time is slow until it is compiled. */
const firstStretchRows = 4_096;

/** Runs to the end. Throws RangeError for a plan that the table cannot answer: see `planProblems`. */
export const run = (table: Table, plan: Plan, options: RunOptions = {}): Answer => toEnd(runInSteps(table, plan, options));

/**
 * The same, with a pause after every few thousand rows of a condition, and of what is made of them first: see `Ahead`. Whoever asks can stop at
 * any of them; what was answered and made is kept. Rows that are appended during the pauses are not in the answer.
 */
export function* runInSteps(table: Table, plan: Plan, { stretchRows = defaultStretchRows }: RunOptions = {}): Steps<Answer> {
	if (!(stretchRows > 0) || stretchRows % 32 !== 0) throw new RangeError(`stretchRows is a multiple of 32, not ${stretchRows}.`);
	const [problem] = planProblems(table, plan);
	if (problem) throw new RangeError(problem.message);
	const { rows, size, version } = table;
	const removed = table.removedRows?.slice(0, wordsFor(rows));
	const leafCounts: number[] = plan.leaves.map(() => 0);
	const answerOf: LeafAnswers = function* (index) {
		const leaf = plan.leaves[index];
		if (!leaf) throw new RangeError(`The plan has no leaf ${index}.`);
		const words = yield* leafAnswer(table, leaf, rows, stretchRows);
		leafCounts[index] = leafCount(table, leaf, words, removed, rows);
		return words;
	};
	const combined = yield* combine(plan.root, rows, answerOf, table.spareWords);
	const matches = combined.isTemporary ? combined.words : combined.words.slice();
	if (removed) andNotInto(matches, 0, removed, wordsFor(rows));
	return { matches: new Bitmap(matches, rows), count: countAll(matches, wordsFor(rows)), size, leafCounts, version };
}

/** Counted once for each answer: most conditions of a text stay as they are while their author changes one. */
function leafCount(table: Table, { key }: PlanLeaf, words: Int32Array, removed: Int32Array | undefined, rows: number): number {
	const kept = table.leaves.get(key);
	if (kept?.words !== words || kept.rows !== rows) return countLive(words, removed, rows);
	if (kept.counted?.removed !== table.removedCount) kept.counted = { removed: table.removedCount, count: countLive(words, removed, rows) };
	return kept.counted.count;
}

function countLive(words: Int32Array, removed: Int32Array | undefined, rows: number): number {
	if (!removed) return countAll(words, wordsFor(rows));
	const live = words.slice();
	andNotInto(live, 0, removed, wordsFor(rows));
	return countAll(live, wordsFor(rows));
}

/**
 * One bit for each of the first `rows` rows; from the table's answers as far as they go. A caller that stops in between leaves what has been
 * answered so far to the next one who asks.
 */
export function* leafAnswer(table: Table, leaf: PlanLeaf, rows: number, stretchRows: number): Steps<Int32Array> {
	const known = table.leaves.get(leaf.key);
	if (known && known.rows === rows) return known.words;
	const words = new Int32Array(wordsFor(rows));
	if (known) words.set(known.words.subarray(0, wordsFor(Math.min(known.rows, rows))));
	// Somebody who began later has asked about rows that came since.
	if (known && known.rows > rows) return withoutTail(words, rows);
	let from = known ? known.rows & ~31 : 0;
	const ahead = new Ahead();
	const test = prepareTest(leaf.condition, { frame: table.frame, zone: table.zone, ahead });
	try {
		for (let size = Math.min(firstStretchRows, stretchRows); from < rows; size = Math.min(size * 2, stretchRows)) {
			const to = Math.min(from + size, rows);
			yield* ahead.upTo(to);
			test.run({ from, to }, words, from >>> 5);
			from = to;
			yield;
		}
	} finally {
		clearTail(words, from >>> 5, from & 31);
		if (from > (table.leaves.get(leaf.key)?.rows ?? 0)) table.leaves.set(leaf.key, { words, rows: from });
	}
	return words;
}

type LeafAnswers = (leaf: number) => Steps<Int32Array>;

/** Bits that are somebody's (a leaf's answer) must not be written; temporary ones can be, and go back to the spare ones. */
interface Bits {
	readonly words: Int32Array;
	readonly isTemporary: boolean;
}

/**
 * Never changes a leaf's answer. A leaf's answer is asked for when it is needed, so that of many leaves only those that the table keeps take
 * room; and what is combined goes into arrays that are used again, since a fresh one costs more than the combining.
 */
function* combine(node: PlanNode, rows: number, answerOf: LeafAnswers, spare: SpareWords): Steps<Bits> {
	const words = wordsFor(rows);
	switch (node.kind) {
		case "leaf":
			return { words: yield* answerOf(node.leaf), isTemporary: false };
		case "constant":
			return all(node.value, rows, spare);
		case "not": {
			const item = yield* combine(node.item, rows, answerOf, spare);
			const result = item.isTemporary ? item.words : spare.copy(item.words);
			notInto(result, 0, words);
			return { words: withoutTail(result, rows), isTemporary: true };
		}
		case "and":
		case "or": {
			const into = node.kind === "and" ? andInto : orInto;
			let result: Int32Array | undefined;
			for (const item of node.items) {
				const answer = yield* combine(item, rows, answerOf, spare);
				if (result) into(result, 0, answer.words, words);
				else result = answer.isTemporary ? answer.words : spare.copy(answer.words);
				if (answer.isTemporary && answer.words !== result) spare.give(answer.words);
			}
			return result ? { words: result, isTemporary: true } : all(node.kind === "and", rows, spare);
		}
		case "at-least": {
			const answers: Bits[] = [];
			for (const item of node.items) answers.push(yield* combine(item, rows, answerOf, spare));
			const result = spare.take(words);
			atLeastOf(
				answers.map((answer) => answer.words),
				node.count,
				result,
				0,
				words,
			);
			for (const answer of answers) if (answer.isTemporary) spare.give(answer.words);
			return { words: result, isTemporary: true };
		}
	}
}

const all = (value: boolean, rows: number, spare: SpareWords): Bits => ({
	words: withoutTail(spare.take(wordsFor(rows)).fill(value ? -1 : 0), rows),
	isTemporary: true,
});

function withoutTail(words: Int32Array, rows: number): Int32Array {
	clearTail(words, 0, rows);
	return words;
}
