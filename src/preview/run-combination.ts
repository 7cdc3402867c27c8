// A combination over the answers of its leaves, one block of words after the other, so that what is in between stays in a processor's
// cache and takes no room.
import { countAll } from "../columns/bitmap.ts";
import { atLeastOf } from "../columns/kernels/words.ts";
import type { Steps } from "../columns/steps.ts";
import type { Combination, Operation } from "./combination.ts";
import { andNotWords, andWords, notWords, orWords } from "./word-kernels.ts";

export interface Combined {
	/** For each place asked for, how many profiles. */
	readonly counts: readonly number[];
	/** For each place to keep, its profiles, one bit a row. */
	readonly kept: readonly Int32Array[];
}

export interface Wanted {
	readonly counts: readonly number[];
	readonly kept?: readonly number[];
}

/** Which rows count: a table's (live-rows.ts), or a sample's. */
export interface CountedRows {
	/** Of one bit a row. */
	readonly words: number;
	/** Whether some bit of the stretch from the word `from` on stands for no profile. */
	hasOthers(from: number, words: number): boolean;
	/** Clears those bits in `bits`, which begins with the word `from` of all. */
	clearOthers(bits: Int32Array, from: number, words: number): void;
}

const mostBlockWords = 1024;
/** What one step combines at most, in words: half a millisecond or so. */
const stepWords = 500_000;

/** `answers` has the answer of each leaf that the combination asks for, for all rows. Linear in the words of rows times the operations. */
export function* runCombination(
	{ operations }: Combination,
	answers: readonly (Int32Array | undefined)[],
	live: CountedRows,
	{ counts: counted, kept = [] }: Wanted,
): Steps<Combined> {
	const counts = counted.map(() => 0);
	const results = kept.map(() => new Int32Array(live.words));
	const blockWords = Math.min(mostBlockWords, Math.max(32, Math.floor(stepWords / (operations.length + counted.length + 1))));
	const block = new Block(operations, answers, blockWords);
	const masked = new Int32Array(blockWords);
	for (let from = 0; from < live.words; from += blockWords) {
		const words = Math.min(blockWords, live.words - from);
		block.run(from, words);
		const hasOthers = live.hasOthers(from, words);
		for (let index = 0; index < counted.length; index++) {
			const { bits, at } = block.answerAt(counted[index] as number);
			counts[index] = (counts[index] as number) + (hasOthers ? countLive(bits, at, from, words) : countAll(bits, words, at));
		}
		for (let index = 0; index < kept.length; index++) {
			const { bits, at } = block.answerAt(kept[index] as number);
			const result = results[index] as Int32Array;
			result.set(bits.subarray(at, at + words), from);
			if (hasOthers) live.clearOthers(result.subarray(from, from + words), from, words);
		}
		yield;
	}
	return { counts, kept: results };

	function countLive(bits: Int32Array, at: number, from: number, words: number): number {
		masked.set(bits.subarray(at, at + words));
		live.clearOthers(masked, from, words);
		return countAll(masked, words);
	}
}

/** Where the answer of an operation is for the block that was run last: `at` is its first word. */
interface BlockAnswer {
	bits: Int32Array;
	at: number;
}

class Block {
	private readonly operations: readonly Operation[];
	private readonly places: readonly BlockAnswer[];

	constructor(operations: readonly Operation[], answers: readonly (Int32Array | undefined)[], blockWords: number) {
		this.operations = operations;
		this.places = operations.map((operation) => {
			const bits = operation.kind === "leaf" ? answers[operation.leaf] : new Int32Array(blockWords);
			if (!bits) throw new RangeError(`There is no answer of the leaf ${operation.kind === "leaf" && operation.leaf}.`);
			return { bits, at: 0 };
		});
	}

	answerAt(place: number): BlockAnswer {
		return this.places[place] as BlockAnswer;
	}

	/** Answers every operation for the words from `from` on. */
	run(from: number, words: number): void {
		for (const [place, operation] of this.operations.entries()) {
			const into = this.answerAt(place);
			if (operation.kind === "leaf") into.at = from;
			else this.combine(operation, into.bits, words);
		}
	}

	private combine(operation: Exclude<Operation, { kind: "leaf" }>, into: Int32Array, words: number): void {
		switch (operation.kind) {
			case "constant":
				into.fill(operation.value ? -1 : 0);
				return;
			case "not": {
				const a = this.answerAt(operation.a);
				notWords(a.bits, a.at, into, words);
				return;
			}
			case "at-least": {
				const items = operation.items.map((item) => {
					const { bits, at } = this.answerAt(item);
					return bits.subarray(at, at + words);
				});
				atLeastOf(items, operation.count, into, 0, words);
				return;
			}
			default: {
				const a = this.answerAt(operation.a);
				const b = this.answerAt(operation.b);
				const kernel = operation.kind === "and" ? andWords : operation.kind === "or" ? orWords : andNotWords;
				kernel(a.bits, a.at, b.bits, b.at, into, words);
			}
		}
	}
}
