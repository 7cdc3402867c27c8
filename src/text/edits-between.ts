// The small edits that turn one text into another: what a formatter changes, without touching the rest.
import type { TextEdit } from "./edit.ts";

/** Beyond this many differing pieces the search would take longer than anyone gains by it. */
const maxDifferences = 1_000;

/**
 * Edits of whole words, signs and blanks, in order; none where the texts are equal. Applied together they give `after`. Texts that differ in
 * more than a thousand pieces get one edit around all that differs. At most about 4 × (pieces + differences²) steps.
 *
 * editsBetween("a=1  and b", "a = 1 and b") // -> insert " " twice, "  " becomes " "
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
	if (before === after) return [];
	const [old, wanted] = [piecesOf(before), piecesOf(after)];
	let start = 0;
	while (start < old.length && start < wanted.length && old[start] === wanted[start]) start++;
	let end = 0;
	while (end < old.length - start && end < wanted.length - start && old[old.length - 1 - end] === wanted[wanted.length - 1 - end]) end++;
	const middle = old.slice(start, old.length - end);
	const target = wanted.slice(start, wanted.length - end);
	const from = lengthOf(old.slice(0, start));
	const kept = commonPieces(middle, target) ?? [];
	return editsAround(middle, target, kept, from);
}

/** Words, runs of blanks within a line, line breaks, and single signs. */
const piecesOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_.]+|[^\S\n\r]+|\r\n|[\s\S]/gu) ?? [];

const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

type Pair = readonly [old: number, wanted: number];

/** Where each diagonal, from -differences to differences, has come to in the old pieces. */
type Furthest = Int32Array;

/** Myers' greedy search: the pieces that stay, as pairs of indexes; undefined when the texts differ too much. */
function commonPieces(old: readonly string[], wanted: readonly string[]): readonly Pair[] | undefined {
	const most = Math.min(old.length + wanted.length, maxDifferences);
	const trace: Furthest[] = [];
	for (let differences = 0; differences <= most; differences++) {
		const before = trace.at(-1);
		const furthest: Furthest = new Int32Array(2 * differences + 1);
		trace.push(furthest);
		for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
			let x = before ? startOn(diagonal, differences, before) : 0;
			while (x < old.length && x - diagonal < wanted.length && old[x] === wanted[x - diagonal]) x++;
			furthest[diagonal + differences] = x;
			if (x >= old.length && x - diagonal >= wanted.length) return walkBack(trace, old.length, wanted.length);
		}
	}
	return undefined;
}

const at = (furthest: Furthest, diagonal: number): number => furthest[diagonal + (furthest.length - 1) / 2] ?? -1;

/** Whether the best way onto a diagonal adds a piece, rather than taking one out. */
const addsPiece = (diagonal: number, differences: number, before: Furthest): boolean =>
	diagonal === -differences || (diagonal !== differences && at(before, diagonal - 1) < at(before, diagonal + 1));

const startOn = (diagonal: number, differences: number, before: Furthest): number =>
	addsPiece(diagonal, differences, before) ? at(before, diagonal + 1) : at(before, diagonal - 1) + 1;

function walkBack(trace: readonly Furthest[], oldLength: number, wantedLength: number): readonly Pair[] {
	const kept: Pair[] = [];
	let [x, y] = [oldLength, wantedLength];
	for (let differences = trace.length - 1; differences >= 0; differences--) {
		const before = trace[differences - 1];
		const diagonal = x - y;
		const start = before ? startOn(diagonal, differences, before) : 0;
		while (x > start) kept.push([--x, --y]);
		if (!before) break;
		if (addsPiece(diagonal, differences, before)) y--;
		else x--;
	}
	return kept.reverse();
}

function editsAround(old: readonly string[], wanted: readonly string[], kept: readonly Pair[], offset: number): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	let [atOld, atWanted, from] = [0, 0, offset];
	for (const [oldIndex, wantedIndex] of [...kept, [old.length, wanted.length] as const]) {
		const removed = lengthOf(old.slice(atOld, oldIndex));
		const text = wanted.slice(atWanted, wantedIndex).join("");
		if (removed > 0 || text !== "") edits.push({ span: { from, to: from + removed }, text });
		from += removed + (old[oldIndex]?.length ?? 0);
		[atOld, atWanted] = [oldIndex + 1, wantedIndex + 1];
	}
	return edits;
}
