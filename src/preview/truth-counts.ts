// Booleans: how many are true, how many false.
import { countAll, wordsFor } from "../columns/bitmap.ts";
import type { BooleanColumn } from "../columns/column/boolean-column.ts";
import { andWords } from "./word-kernels.ts";
import type { Counts, Membership } from "./membership.ts";

export interface TruthCounts {
	readonly kind: "truths";
	readonly true: Counts;
	readonly false: Counts;
}

export function truthCounts(column: BooleanColumn, members: Membership): { readonly missing: Counts; readonly values: TruthCounts } {
	const words = wordsFor(members.rows);
	const both = new Int32Array(words);
	const among = (bits: Int32Array, profiles: Int32Array): number => {
		andWords(bits, 0, profiles, 0, both, words);
		return countAll(both, words);
	};
	const counted = (bits: Int32Array): Counts => ({ inside: among(bits, members.insideWords), everyone: among(bits, members.liveWords) });
	const minus = (a: Counts, b: Counts): Counts => ({ inside: a.inside - b.inside, everyone: a.everyone - b.everyone });
	const present = counted(column.present.words);
	const isTrue = counted(column.isTrue.words);
	return { missing: minus(members, present), values: { kind: "truths", true: isTrue, false: minus(present, isTrue) } };
}
