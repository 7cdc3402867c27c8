// New rows: before or behind another one, or in a group.
import { type Change, changeOf, type Gesture, gone, type Refusal, refuse } from "../change.ts";
import { Draft, type Mark } from "../draft.ts";
import { type Entry, entriesOf, newEntry } from "../entries.ts";
import { conditionSlots, conditionsBefore, isHeld, isPlaceholder, whyFixed } from "../find-row.ts";
import { jointsOf, newJoint } from "../joints.ts";
import { readCondition } from "../read-condition.ts";
import type { Row, RowDocument, RowList } from "../row.ts";
import { lineBreakOf, listIndent, newGap } from "../style.ts";
import { gapsOf, planOf, writeList } from "../write-list.ts";

/** Where a row is to stand. In a group it goes behind the others, or to `at`, counted in rows from 0. */
export type RowPlace = { readonly before: number } | { readonly after: number } | { readonly into: number; readonly at?: number };

export interface InsertOptions {
	/** What joins the row to a single other one; where two or more stand, they say. `and` by default. */
	readonly connector?: "and" | "or";
}

/**
 * Inserts a condition, or a chain of them, laid out as its neighbours are. `?` may stand for a value to come: it is selected.
 *
 * insert(documentOf("plan = 'pro'"), { after: 2 }, "seats > ?") // edits to: plan = 'pro'⏎and seats > ?
 */
export function insert(document: RowDocument, place: RowPlace, words: string, options: InsertOptions = {}): Gesture {
	const read = readCondition(words);
	if ("ok" in read) return read;
	const target = targetOf(document, place);
	if ("ok" in target) return target;
	const { text } = document;
	const indented = target.list ? read.words.replace(/\r\n|\r|\n/g, lineBreakOf(text) + listIndent(text, target.list)) : read.words;
	let mark: Mark | undefined;
	const entry = newEntry(indented, read.chain, (placed) => {
		mark = placed;
	});
	const draft = insertedInto(document, target, entry, options.connector);
	const change = changeOf(document, [draft], target.replaced ? [target.replaced] : [], { mark, length: indented.length });
	return change.ok ? selectHole(change, indented) : change;
}

/** Of new words, the first place that waits for a value is selected. */
export function selectHole(change: Change, words: string): Change {
	const hole = words.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, (quoted) => " ".repeat(quoted.length)).indexOf("?");
	if (hole < 0) return change;
	const from = change.selection.from + hole;
	return { ...change, selection: { from, to: from + 1 } };
}

/** A place in a list, or a row that has no parentheses yet. */
export interface Target {
	readonly owner: Row;
	readonly list?: RowList;
	readonly index: number;
	/** The new row stands in front of a row that was named: blanks like the neighbours' go behind it. */
	readonly isBefore: boolean;
	/** A `?` whose place it takes. */
	readonly replaced?: Row;
	/** What opens and closes the parentheses to come, and where. */
	readonly block?: { readonly at: number; readonly open: string; readonly close: string };
}

export function targetOf(document: RowDocument, place: RowPlace): Target | Refusal {
	if ("into" in place) return targetIn(document, place.into, place.at);
	const isBefore = "before" in place;
	const held = document.places.get(isBefore ? place.before : place.after);
	if (!held) return gone;
	if (!isHeld(held)) return refuse("The whole segment has no row beside it. Insert into it.");
	return targetAt(held.owner, held.list, isBefore ? held.index : held.index + 1, isBefore);
}

function targetAt(owner: Row, list: RowList, index: number, isBefore: boolean): Target | Refusal {
	if (owner.kind === "group" && owner.form === "prefix") return refuse(onlyOne);
	const before = list.slots[index - 1];
	const reason = before && whyFixed(before.row);
	return reason ? refuse(`The row above is not closed. ${reason}`) : { owner, list, index, isBefore };
}

function targetIn(document: RowDocument, id: number, at: number | undefined): Target | Refusal {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const list = "list" in row ? row.list : undefined;
	if (list) {
		const index = Math.min(Math.max(at ?? list.slots.length, 0), list.slots.length);
		const [only] = conditionSlots(list);
		if (at === undefined && only && isPlaceholder(only.row) && list.slots.length === 1)
			return { owner: row, list, index: 0, isBefore: false, replaced: only.row };
		return targetAt(row, list, index, false);
	}
	if (row.kind === "group" && row.collection) {
		return { owner: row, index: 0, isBefore: false, block: { at: row.collection.span.to, open: " (", close: ")" } };
	}
	if (row.kind === "condition" && row.shape.aggregateEnd !== undefined) {
		return { owner: row, index: 0, isBefore: false, block: { at: row.shape.aggregateEnd, open: " where ", close: "" } };
	}
	return refuse(whyNotInsertInto(row) ?? "");
}

export function whyNotInsertInto(row: Row): string | undefined {
	if (row.kind === "group" && row.form === "prefix") return onlyOne;
	if (row.kind === "group" || (row.kind === "condition" && (row.list || row.shape.aggregateEnd !== undefined))) return undefined;
	return "Only a group holds conditions. Wrap this row in one first.";
}

const onlyOne = 'Only one condition can follow "not" or a name. Wrap it in a group first.';

/** The list with one entry more. */
export function insertedInto({ text }: RowDocument, target: Target, entry: Entry, connector: "and" | "or" = "and"): Draft {
	const { list, index, isBefore, replaced, block } = target;
	if (!list) {
		const draft = new Draft(text, block?.at ?? 0);
		draft.add(block?.open ?? "");
		entry.lead?.(draft);
		entry.content(draft);
		entry.trail?.(draft);
		draft.add(entry.endsLine ? lineBreakOf(text) + (block?.close ?? "") : (block?.close ?? ""));
		draft.end(block?.at ?? 0);
		return draft;
	}
	const entries = entriesOf(text, list);
	if (replaced) return writeList(text, list, planOf(text, list, [entry]));
	const plan = planOf(text, list, entries.toSpliced(index, 0, entry));
	const gap = newGap(text, list, index);
	const gaps = gapsOf(text, list);
	const newGaps = entries.length === 0 ? [] : gaps.toSpliced(isBefore || index === 0 ? index : index - 1, 0, gap);
	if (entry.kind !== "condition") return writeList(text, list, { ...plan, gaps: newGaps });
	const joints = jointsOf(text, list);
	const before = conditionsBefore(list, index);
	const count = conditionSlots(list).length;
	const word = list.joinedBy === "comma" ? "," : (list.connector ?? connector);
	const near = joints[before - 2] ?? joints[before - 1] ?? joints[before];
	const joint = newJoint(near, word, gap);
	const newJoints = count === 0 ? [] : joints.toSpliced(isBefore || before === 0 ? before : before - 1, 0, joint);
	return writeList(text, list, { ...plan, gaps: newGaps, joints: newJoints, connector: list.connector ?? connector });
}
