// Which row of a text is which row of the text before it: rows are found again by where their words went. So focus, folded groups and
// counts stay with their row while someone types, wherever in the text.
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/edit.ts";
import { offsetMap, type Side } from "../text/offset-map.ts";
import type { Place, Row, RowDocument } from "./row.ts";

/** Words that a gesture carried elsewhere, unit by unit. */
export interface Move {
	/** In the text before. */
	readonly from: Span;
	/** Where they begin in the text after. */
	readonly to: number;
}

/** What is known of a change. */
export interface Passage {
	readonly previous: RowDocument;
	readonly edits: readonly TextEdit[];
	readonly moves: readonly Move[];
}

/** Gives every row, and all it holds, its id. Returns them with their places, and the lowest id that no row has had. Linear but for sorting. */
export function identify(
	root: Row,
	passage: Passage | undefined,
): { readonly places: ReadonlyMap<number, Place>; readonly nextId: number } {
	const places: Place[] = [];
	collect({ row: root, index: 0 }, places);
	const ids = passage ? knownIds(places, passage) : new Map<Row, number>();
	let nextId = passage?.previous.nextId ?? 1;
	const byId = new Map<number, Place>();
	for (const place of places) {
		const id = ids.get(place.row) ?? nextId++;
		(place.row as { id: number }).id = id;
		byId.set(id, place);
	}
	return { places: byId, nextId };
}

function collect(place: Place, places: Place[]): void {
	places.push(place);
	const { row } = place;
	if (!("list" in row) || !row.list) return;
	for (const [index, slot] of row.list.slots.entries()) collect({ row: slot.row, owner: row, list: row.list, index }, places);
}

/** Ways to be the same row, the surest first. */
const ways: readonly ((row: Row, at: Ends) => string)[] = [
	(row, { from, to }) => `${from}-${to} ${formOf(row)}`,
	(_, { from, to }) => `${from}-${to}`,
	(row, { to }) => `-${to} ${formOf(row)}`,
	(row, { from }) => `${from}- ${formOf(row)}`,
	(row, { before }) => `${before}- ${formOf(row)}`,
	(_, { from }) => `${from}-`,
];

/** Where the words of a row begin and end now; `before` is where they begin when what was inserted there is theirs. */
interface Ends {
	readonly from: number;
	readonly to: number;
	readonly before: number;
}

const formOf = (row: Row): string => (row.kind === "group" ? row.form : row.kind);

function knownIds(places: readonly Place[], { previous, edits, moves }: Passage): Map<Row, number> {
	const ids = new Map<Row, number>();
	const where = mapWithMoves(edits, moves);
	let lost: { readonly row: Row; readonly at: Ends }[] = [];
	for (const { row, owner } of previous.places.values()) {
		if (owner) lost.push({ row, at: endsOf(row, where) });
		else if (places[0]) ids.set(places[0].row, row.id);
	}
	let found = places.slice(1).map(({ row }) => row);
	for (const way of ways) {
		if (lost.length === 0 || found.length === 0) break;
		const waiting = new Map<string, Row>();
		for (const row of found) {
			const key = way(row, { from: row.words.from, to: row.words.to, before: row.words.from });
			if (!waiting.has(key)) waiting.set(key, row);
		}
		const left: typeof lost = [];
		for (const each of lost) {
			const key = way(each.row, each.at);
			const same = waiting.get(key);
			if (same) {
				ids.set(same, each.row.id);
				waiting.delete(key);
			} else left.push(each);
		}
		lost = left;
		found = found.filter((row) => !ids.has(row));
	}
	return ids;
}

type Where = (offset: number, side: Side, isEnd: boolean) => number;

function endsOf({ words }: Row, where: Where): Ends {
	const from = where(words.from, "after", false);
	const to = where(words.to, "before", true);
	return { from, to: Math.max(to, from), before: where(words.from, "before", false) };
}

function mapWithMoves(edits: readonly TextEdit[], moves: readonly Move[]): Where {
	const map = offsetMap(edits);
	const sorted = moves.toSorted((a, b) => a.from.from - b.from.from);
	return (offset, side, isEnd) => {
		const move = sorted[lastBeginning(sorted, isEnd ? offset - 1 : offset)];
		const isMoved = move !== undefined && offset <= move.from.to && (isEnd || offset < move.from.to);
		return isMoved ? move.to + offset - move.from.from : map(offset, side);
	};
}

/** The index of the last move that begins at or before an offset. */
function lastBeginning(moves: readonly Move[], offset: number): number {
	let low = 0;
	let high = moves.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((moves[middle] as Move).from.from <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
