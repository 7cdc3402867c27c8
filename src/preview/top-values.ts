// The most frequent values of a field, of the items of a list, or of a field of a collection's elements.
import type { CollectionColumn } from "../columns/column/frame.ts";
import type { Steps } from "../columns/steps.ts";
import { expectLimit } from "./expect-limit.ts";
import type { Counts, Membership, Tally } from "./membership.ts";
import { rowMeeter, type ValueColumn } from "./value-meeter.ts";

export interface TopOptions {
	/** Values told one by one; default 20. */
	readonly maxValues?: number | undefined;
	/** Different values that are counted apart at all; default 100,000. Those that come up later are counted together. */
	readonly maxDistinctValues?: number | undefined;
}

export interface TopValues {
	readonly kind: "top";
	/** The most frequent in the segment first; of equal ones those that are more frequent among everyone, then in the order of code units. */
	readonly values: readonly (Counts & { readonly value: string | number })[];
	/**
	 * All further values together: how many of them, and how often a profile has one. A list, and a collection, is counted once for each different
	 * value in it, so that its sum can be greater than the number of profiles.
	 */
	readonly others: Counts & { readonly values: number };
	/** False when there were more than `maxDistinctValues`: then a frequent value can be among the others, and `others.values` is too small. */
	readonly isComplete: boolean;
}

interface ValueTally extends Tally {
	/** So that a profile that has a value twice is counted once. */
	lastRow: number;
}

/** A text of many distinct values is made into a string, row by row. */
const rowsPerStep = 4_096;

/** Linear in the rows, in the items of lists and in the elements of collections. Profiles without any value are missing. Throws RangeError for limits that are none. */
export function* topValues(
	collections: readonly CollectionColumn[],
	column: ValueColumn,
	members: Membership,
	{ maxValues = 20, maxDistinctValues = 100_000 }: TopOptions,
): Steps<{ readonly missing: Counts; readonly values: TopValues }> {
	expectLimit("maxValues", maxValues);
	expectLimit("maxDistinctValues", maxDistinctValues);
	const tallies = new Map<string | number, ValueTally>();
	const late: Tally = { inside: 0, everyone: 0 };
	const missing: Tally = { inside: 0, everyone: 0 };
	let isComplete = true;
	const meet = (value: string | number, row: number): void => {
		let tally = tallies.get(value);
		if (!tally && tallies.size < maxDistinctValues) {
			tally = { inside: 0, everyone: 0, lastRow: -1 };
			tallies.set(value, tally);
		}
		if (!tally) {
			isComplete = false;
			if (mayRepeat && !isFirstOf(row, value)) return;
			members.count(row, late);
		} else if (tally.lastRow !== row) {
			tally.lastRow = row;
			members.count(row, tally);
		}
	};
	const mayRepeat = collections.length > 0 || column.kind === "list";
	const lateValues = new Set<string | number>();
	let lateRow = -1;
	/** Whether the row has met this late value for the first time. */
	function isFirstOf(row: number, value: string | number): boolean {
		if (row !== lateRow) lateValues.clear();
		lateRow = row;
		const { size } = lateValues;
		return lateValues.add(value).size > size;
	}
	const meetRow = rowMeeter(collections, column, meet);
	for (let row = 0; row < members.rows; row++) {
		if (members.isProfile(row) && !meetRow(row)) members.count(row, missing);
		if (row % rowsPerStep === rowsPerStep - 1) yield;
	}
	const best = new Best(maxValues);
	const others = { values: tallies.size, ...late };
	let met = 0;
	for (const [value, { inside, everyone }] of tallies) {
		others.inside += inside;
		others.everyone += everyone;
		best.offer({ value, inside, everyone });
		if (++met % rowsPerStep === 0) yield;
	}
	for (const { inside, everyone } of best.values) {
		others.values--;
		others.inside -= inside;
		others.everyone -= everyone;
	}
	return { missing, values: { kind: "top", values: best.values, others, isComplete } };
}

/** The first of many in their order, without sorting the rest. */
class Best {
	readonly values: TopValues["values"][number][] = [];
	private readonly most: number;

	constructor(most: number) {
		this.most = most;
	}

	offer(value: TopValues["values"][number]): void {
		const last = this.values.at(-1);
		if (this.values.length === this.most && (!last || byFrequency(value, last) > 0)) return;
		let low = 0;
		let high = this.values.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (byFrequency(this.values[middle] as TopValues["values"][number], value) < 0) low = middle + 1;
			else high = middle;
		}
		this.values.splice(low, 0, value);
		if (this.values.length > this.most) this.values.pop();
	}
}

function byFrequency(a: TopValues["values"][number], b: TopValues["values"][number]): number {
	return b.inside - a.inside || b.everyone - a.everyone || (a.value < b.value ? -1 : 1);
}
