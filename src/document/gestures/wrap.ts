// Rows put into a group of their own, with parentheses around them.
import type { Quantity } from "../quantity.ts";
import { quantityWords } from "../quantity.ts";
import { changeOf, type Gesture, gone, type Refusal, refuse } from "../change.ts";
import type { Draft, IndentChange, Mark } from "../draft.ts";
import { type Entry, entriesOf, slotEntry } from "../entries.ts";
import { conditionsBefore, type Held, isHeld, whyFixed } from "../find-row.ts";
import { type JointText, jointsOf, likeJoint } from "../joints.ts";
import { isCondition, type Row, type RowDocument, type RowList, type Slot } from "../row.ts";
import { beginsLine, hasBreak, indentAt, indentStep, lineBreakOf, listIndent, shiftedGap } from "../style.ts";
import { gapsOf, type ListPlan, planOf, writeEntries, writeList } from "../write-list.ts";

/** `and` and `or` give parentheses, a quantity `all of (…)` and its like, `not` a negated one. */
export type Wrapping = "and" | "or" | "not" | { readonly quantity: Quantity };

/** Puts rows that stand side by side into a group. Without a wrapping they stay joined as they are. */
export function wrap(document: RowDocument, ids: readonly number[], wrapping?: Wrapping): Gesture {
	const range = rangeOf(document, ids);
	if ("ok" in range) return range;
	const { list, first, last } = range;
	const { text } = document;
	const rows = list.slots.slice(first, last + 1).map(({ row }) => row);
	let mark: Mark | undefined;
	const wrapper = wrapperEntry(text, list, first, last, openingOf(list, wrapping), (placed) => {
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
	return changeOf(document, [draft], rows, { mark, length: 0 });
}

/** The list of a row with that row in parentheses, and words before them. */
export function wrapped(document: RowDocument, row: Row, words: string): { readonly draft: Draft; readonly mark: () => Mark | undefined } {
	const { text } = document;
	const { list, index } = document.places.get(row.id) as Held;
	const opening: Opening = { words, joinedBy: "word", connector: list.connector };
	let mark: Mark | undefined;
	const wrapper = wrapperEntry(text, list, index, index, opening, (placed) => {
		mark = placed;
	});
	const draft = writeList(text, list, planOf(text, list, entriesOf(text, list).toSpliced(index, 1, wrapper)));
	return { draft, mark: () => mark };
}

interface Range {
	readonly list: RowList;
	readonly owner: Row;
	readonly first: number;
	readonly last: number;
}

/** The slots of rows that stand side by side, comments between them included. */
function rangeOf(document: RowDocument, ids: readonly number[]): Range | Refusal {
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
	return reason ? refuse(reason) : { list: one.list, owner: one.owner, first, last };
}

export function whyNotWrap(row: Row): string | undefined {
	if (!isCondition(row)) return "There is no condition in it.";
	return row.kind === "group" && row.form === "root" ? "The whole segment cannot be wrapped. Select the rows in it." : whyFixed(row);
}

export interface Opening {
	/** Before the parenthesis: `not `, `at least 2 of `, `"name": `. */
	readonly words: string;
	readonly joinedBy: RowList["joinedBy"];
	readonly connector: "and" | "or" | undefined;
}

function openingOf(list: RowList, wrapping: Wrapping | undefined): Opening {
	if (typeof wrapping === "object") return { words: `${quantityWords(wrapping.quantity)} `, joinedBy: "comma", connector: undefined };
	const connector = wrapping === "and" || wrapping === "or" ? wrapping : (list.connector ?? "and");
	return { words: wrapping === "not" ? "not " : "", joinedBy: "word", connector };
}

/** The slots from `first` to `last` as one entry, in parentheses after `opening.words`. */
export function wrapperEntry(
	text: string,
	list: RowList,
	first: number,
	last: number,
	opening: Opening,
	placed: (mark: Mark) => void,
): Entry {
	const slots = list.slots.slice(first, last + 1);
	const [begin, end] = [slots[0] as Slot, slots.at(-1) as Slot];
	const isInline = !hasBreak(text.slice(begin.contentFrom, end.contentTo)) && isCondition(begin.row);
	const outer = beginsLine(text, begin.from) ? indentAt(text, begin.from) : listIndent(text, list);
	const change: IndentChange | undefined = isInline ? undefined : { from: "", to: indentStep(text) };
	const entries = slots.map((slot) => slotEntry(text, slot, true, change));
	const [head] = entries;
	const tail = entries.at(-1);
	const inner: readonly Entry[] = isInline ? bareEnds(entries) : entries;
	const plan = innerPlan(text, list, first, last, opening, inner, isInline ? "" : indentStep(text), outer);
	const lineBreak = lineBreakOf(text);
	return {
		kind: "condition",
		...(isInline && head?.lead && { lead: head.lead }),
		content: (draft: Draft) => {
			placed(draft.add(`${opening.words}(`));
			if (!isInline) draft.add(lineBreak + outer + indentStep(text));
			writeEntries(draft, plan);
			draft.add(isInline ? ")" : `${lineBreak}${outer})`);
		},
		words: () => `${opening.words}(a)`,
		...(isInline && tail?.trail && { trail: tail.trail }),
		endsLine: isInline && (tail?.endsLine ?? false),
		beginsWithComment: isInline && (head?.beginsWithComment ?? false),
	};
}

/** Entries without the comments before the first and behind the last. */
function bareEnds(entries: readonly Entry[]): readonly Entry[] {
	return entries.map((entry, index) => {
		const { lead, trail, ...rest } = entry;
		return {
			...rest,
			...(lead && index > 0 && { lead }),
			...(trail && index < entries.length - 1 && { trail }),
			...(index === entries.length - 1 && { endsLine: false }),
		};
	});
}

function innerPlan(
	text: string,
	list: RowList,
	first: number,
	last: number,
	opening: Opening,
	entries: readonly Entry[],
	step: string,
	outer: string,
): ListPlan {
	const from = conditionsBefore(list, first);
	const count = entries.filter(({ kind }) => kind === "condition").length;
	const gaps = gapsOf(text, list).slice(first, last);
	const joints = jointsOf(text, list).slice(from, from + Math.max(0, count - 1));
	return {
		entries,
		gaps: gaps.map((gap) => shiftedGap(gap, "", step)),
		joints: joints.map((joint, index) => convertedJoint(joint, opening, gaps[index] ?? "")),
		joinedBy: opening.joinedBy,
		connector: opening.connector,
		last: "",
		indent: outer + step,
	};
}

/** A joint as another list writes it. */
export function convertedJoint(joint: JointText, { joinedBy, connector }: Omit<Opening, "words">, gap: string): JointText {
	if (joinedBy === "comma")
		return /^\s*,$/.test(joint.text) || (joint.side === "none" && hasBreak(gap)) ? joint : likeJoint(undefined, ",", gap);
	return likeJoint(joint, connector ?? "and", gap);
}
