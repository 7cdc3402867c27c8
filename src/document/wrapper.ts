// Rows of a list as one row, in parentheses: on one line where they stand on one, else each on lines of its own, one step further in.
import type { Draft, IndentChange, Mark } from "./draft.ts";
import { type Entry, slotEntry } from "./entries.ts";
import { conditionsBefore } from "./find-row.ts";
import { convertedJoint, jointsOf, type Joining } from "./joints.ts";
import { isCondition, type RowList, type Slot } from "./row.ts";
import { beginsLine, hasBreak, indentAt, indentStep, lineBreakOf, listIndent, shiftedGap } from "./style.ts";
import { gapsOf, type ListPlan, writeEntries } from "./write-list.ts";

/** Slots of a list that follow one another. */
export interface Stretch {
	readonly list: RowList;
	readonly first: number;
	readonly last: number;
}

export interface Opening extends Joining {
	/** Before the parenthesis: `not `, `at least 2 of `, `"name": `. */
	readonly words: string;
}

/** A stretch as one entry, in parentheses after the words of `opening`; `placed` hears where those begin. */
export function wrapperEntry(text: string, stretch: Stretch, opening: Opening, placed: (mark: Mark) => void): Entry {
	const { list, first, last } = stretch;
	const slots = list.slots.slice(first, last + 1);
	const [begin, end] = [slots[0] as Slot, slots.at(-1) as Slot];
	const isInline = !hasBreak(text.slice(begin.contentFrom, end.contentTo)) && isCondition(begin.row);
	const outer = beginsLine(text, begin.from) ? indentAt(text, begin.from) : listIndent(text, list);
	const step = isInline ? "" : indentStep(text);
	const change: IndentChange = { from: "", to: step };
	const entries = slots.map((slot) => slotEntry(text, slot, true, change));
	const plan = innerPlan(text, stretch, opening, isInline ? withoutEnds(entries) : entries, step, outer + step);
	const lineBreak = lineBreakOf(text);
	return {
		kind: "condition",
		content: (draft: Draft) => {
			placed(draft.add(`${opening.words}(`));
			if (!isInline) draft.add(lineBreak + outer + step);
			writeEntries(draft, plan);
			draft.add(isInline ? ")" : `${lineBreak}${outer})`);
		},
		words: () => `${opening.words}(a)`,
		...(isInline ? commentsAround(entries) : { endsLine: false, beginsWithComment: false }),
	};
}

type Around = Pick<Entry, "lead" | "trail" | "behind" | "endsLine" | "beginsWithComment">;

/** The comments above the first entry and behind the last. */
function commentsAround(entries: readonly Entry[]): Around {
	const { lead, beginsWithComment = false } = entries[0] ?? {};
	const { trail, behind, endsLine = false } = entries.at(-1) ?? {};
	return { ...(lead && { lead }), ...(trail && { trail }), ...(behind !== undefined && { behind }), endsLine, beginsWithComment };
}

/** Entries without those. */
function withoutEnds(entries: readonly Entry[]): readonly Entry[] {
	return entries.map((entry, index) => {
		const { lead, trail, behind: _, ...rest } = entry;
		const isLast = index === entries.length - 1;
		return { ...rest, ...(lead && index > 0 && { lead }), ...(trail && !isLast && { trail }), ...(isLast && { endsLine: false }) };
	});
}

function innerPlan(
	text: string,
	{ list, first, last }: Stretch,
	opening: Opening,
	entries: readonly Entry[],
	step: string,
	indent: string,
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
		indent,
	};
}
