// Rows put into a group of their own, with parentheses around them.
import { changeOf, type Gesture, gone, type Refusal, refuse } from "../change.ts";
import type { Draft, Mark } from "../draft.ts";
import { entriesOf } from "../entries.ts";
import { conditionsBefore, type Held, isHeld, whyFixed } from "../find-row.ts";
import { jointsOf } from "../joints.ts";
import { type Quantity, quantityWords } from "../quantity.ts";
import { isCondition, type Row, type RowDocument, type RowList } from "../row.ts";
import { type Opening, type Stretch, wrapperEntry } from "../wrapper.ts";
import { gapsOf, planOf, writeList } from "../write-list.ts";

/** `and` and `or` give parentheses, a quantity `all of (…)` and its like, `not` a negated one. */
export type Wrapping = "and" | "or" | "not" | { readonly quantity: Quantity };

/** Puts rows that stand side by side into a group. Without a wrapping they stay joined as they are. */
export function wrap(document: RowDocument, ids: readonly number[], wrapping?: Wrapping): Gesture {
	const stretch = stretchOf(document, ids);
	if ("ok" in stretch) return stretch;
	const { list, first, last } = stretch;
	const { text } = document;
	const rows = list.slots.slice(first, last + 1).map(({ row }) => row);
	let mark: Mark | undefined;
	const wrapper = wrapperEntry(text, stretch, openingOf(list, wrapping), (placed) => {
		mark = placed;
	});
	const entries = entriesOf(text, list).toSpliced(first, last - first + 1, wrapper);
	const before = conditionsBefore(list, first);
	const inside = rows.filter(isCondition).length;
	const plan = planOf(text, list, entries);
	const draft = writeList(text, list, {
		...plan,
		gaps: gapsOf(text, list).toSpliced(first, last - first),
		joints: jointsOf(text, list).toSpliced(before, Math.max(0, inside - 1)),
	});
	return changeOf(document, [draft], [], { mark, length: 0 });
}

/** The list of a row with that row in parentheses, and words before them. */
export function wrapped(document: RowDocument, row: Row, words: string): { readonly draft: Draft; readonly mark: () => Mark | undefined } {
	const { text } = document;
	const { list, index } = document.places.get(row.id) as Held;
	const opening: Opening = { words, joinedBy: "word", connector: list.connector };
	let mark: Mark | undefined;
	const wrapper = wrapperEntry(text, { list, first: index, last: index }, opening, (placed) => {
		mark = placed;
	});
	const draft = writeList(text, list, planOf(text, list, entriesOf(text, list).toSpliced(index, 1, wrapper)));
	return { draft, mark: () => mark };
}

/** The slots of rows that stand side by side, comments between them included. */
function stretchOf(document: RowDocument, ids: readonly number[]): Stretch | Refusal {
	const places = ids.map((id) => document.places.get(id));
	if (places.length === 0) return refuse("Select one or more rows first.");
	const held = places.filter(isHeld);
	const [one] = held;
	if (!one) return places.includes(undefined) ? gone : refuse("The whole segment cannot be wrapped. Select the rows in it.");
	if (held.length < places.length || held.some(({ list }) => list !== one.list))
		return refuse("Select rows of one group: only those can be wrapped together.");
	const indexes = held.map(({ index }) => index);
	const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
	const chosen = one.list.slots.slice(first, last + 1);
	if (chosen.some(({ row }) => isCondition(row) && !ids.includes(row.id))) return refuse("Select rows that stand side by side.");
	if (!chosen.some(({ row }) => isCondition(row))) return refuse("There is no condition among these rows.");
	const reason = chosen.map(({ row }) => whyFixed(row)).find((each) => each !== undefined);
	return reason ? refuse(reason) : { list: one.list, first, last };
}

export function whyNotWrap(row: Row): string | undefined {
	if (!isCondition(row)) return "There is no condition in it.";
	return row.kind === "group" && row.form === "root" ? "The whole segment cannot be wrapped. Select the rows in it." : whyFixed(row);
}

function openingOf(list: RowList, wrapping: Wrapping | undefined): Opening {
	if (typeof wrapping === "object") return { words: `${quantityWords(wrapping.quantity)} `, joinedBy: "comma", connector: undefined };
	const connector = wrapping === "and" || wrapping === "or" ? wrapping : (list.connector ?? "and");
	return { words: wrapping === "not" ? "not " : "", joinedBy: "word", connector };
}
