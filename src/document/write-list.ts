// A list of rows written anew: in another order, with rows more or fewer, or joined by another word. Rows that stay keep their units;
// blanks and joints that still fit are written as they were, so that they are no edit either.
import { parse } from "../syntax/parse.ts";
import { Draft } from "./draft.ts";
import type { Entry, Piece } from "./entries.ts";
import { type JointText, jointsOf, lastJointOf, likeJoint } from "./joints.ts";
import type { RowList } from "./row.ts";
import { beginsLine, countBreaks, endsItsLine, hasBreak, indentAt, lineBreakOf, listIndent } from "./style.ts";

/** A list to be: what it holds, the blanks between its entries, and the joints between its conditions. */
export interface ListPlan {
	readonly entries: readonly Entry[];
	/** One fewer than the entries. */
	readonly gaps: readonly string[];
	/** One fewer than the conditions. */
	readonly joints: readonly JointText[];
	readonly joinedBy: RowList["joinedBy"];
	readonly connector: "and" | "or" | undefined;
	/** The comma after the last condition. */
	readonly last: string;
	/** Where new lines begin. */
	readonly indent: string;
}

/** The blanks between the slots of a list. */
export const gapsOf = (text: string, { slots }: RowList): readonly string[] =>
	slots.slice(1).map((slot, index) => text.slice(slots[index]?.to, slot.from));

/** The list as it is, to be changed. */
export function planOf(text: string, list: RowList, entries: readonly Entry[]): ListPlan {
	return {
		entries,
		gaps: gapsOf(text, list),
		joints: jointsOf(text, list),
		joinedBy: list.joinedBy,
		connector: list.connector,
		last: lastJointOf(text, list),
		indent: listIndent(text, list),
	};
}

/** Why a list without parentheses cannot begin or end with a comment: it would be read as one of what stands beside the list. */
export function whyNoSuchEnds({ isBare }: RowList, first: Entry | undefined, last: Entry | undefined): string | undefined {
	const isFine = [first, last].every((entry) => entry === undefined || entry.kind === "condition");
	return isBare && !isFine ? "Put the rows around it in parentheses first." : undefined;
}

/** The edits that make a list what the plan says. */
export function writeList(text: string, list: RowList, plan: ListPlan): Draft {
	const { region, slots } = list;
	const draft = new Draft(text, region.from);
	draft.add(text.slice(region.from, slots[0]?.from ?? region.to));
	const fitting = isOpenEnd(text, list, plan) ? withCommentAbove(text, plan) : plan;
	// Comments that begin a line are read as the next row's, behind something as that row's.
	if (list.isBare && fitting.entries[0]?.beginsWithComment && !beginsLine(text, region.from)) draft.add(lineBreakOf(text) + plan.indent);
	writeEntries(draft, fitting);
	const tail = slots.length > 0 ? text.slice(slots.at(-1)?.to, region.to) : "";
	draft.add(tail + missingBreaks(text, list, fitting.entries.at(-1), tail));
	draft.end(region.to);
	return draft;
}

/** What joins a list without parentheses to the next row stands on the line that a comment behind the last condition would end. */
const isOpenEnd = (text: string, { isBare, region }: RowList, { entries }: ListPlan): boolean =>
	isBare && entries.at(-1)?.behind !== undefined && !endsItsLine(text, region.to);

/** With the comment behind the last condition above it. */
function withCommentAbove(text: string, plan: ListPlan): ListPlan {
	const { trail: _, behind = "", ...last } = plan.entries.at(-1) as Entry;
	const lead: Piece = (draft) => {
		last.lead?.(draft);
		draft.add(behind + lineBreakOf(text) + plan.indent);
	};
	return { ...plan, entries: [...plan.entries.slice(0, -1), { ...last, lead, beginsWithComment: true, endsLine: false }] };
}

/** What has to follow a comment at the end of a list. A note at the end of one without parentheses needs a blank line, too. */
function missingBreaks(text: string, { region, isBare }: RowList, last: Entry | undefined, tail: string): string {
	if (!last?.endsLine || region.to === text.length) return "";
	const following = isBare ? (/^\s*/.exec(text.slice(region.to, region.to + 1_000))?.[0] ?? "") : "";
	const breaks = countBreaks(tail) + countBreaks(following);
	const needed = last.kind === "note" && isBare ? 2 : 1;
	if (breaks >= needed) return "";
	return lineBreakOf(text).repeat(needed - breaks) + (breaks === 0 ? indentAt(text, region.from) : "");
}

/** The entries with all that stands between them. */
export function writeEntries(draft: Draft, plan: ListPlan): void {
	const { entries, gaps } = plan;
	const joints = fittingJoints(draft.text, plan);
	let condition = 0;
	for (const [index, entry] of entries.entries()) {
		const before = entries[index - 1];
		if (before) draft.add(fittingGap(draft.text, plan, before, entry, gaps[index - 1] ?? ""));
		entry.lead?.(draft);
		if (entry.kind === "condition") {
			const ahead = joints[condition - 1];
			const behind = joints[condition] ?? { side: "suffix", text: plan.last };
			if (ahead?.side === "prefix") draft.add(ahead.text);
			const needsParentheses = plan.joinedBy === "word" && plan.connector === "and" && entry.chain === "or" && joints.length > 0;
			if (needsParentheses) draft.add("(");
			entry.content(draft);
			if (needsParentheses) draft.add(")");
			if (behind.side === "suffix") draft.add(behind.text);
			condition++;
		} else entry.content(draft);
		entry.trail?.(draft);
	}
}

/** Blanks with as many line breaks as comments need: one beside a comment line, two below a note, which would else be the next row's. */
function fittingGap(text: string, plan: ListPlan, before: Entry, after: Entry, gap: string): string {
	const needed = before.kind === "note" ? 2 : before.endsLine || after.beginsWithComment ? 1 : 0;
	const breaks = countBreaks(gap);
	if (breaks >= needed) return gap;
	const indent = breaks > 0 ? gap.slice(gap.search(/[^\n\r]*$/)) : plan.indent;
	return lineBreakOf(text).repeat(needed) + indent;
}

/** A new line separates two conditions of a group only where the first is complete and the second can begin one; else a comma does. */
function fittingJoints(text: string, { entries, gaps, joints, joinedBy }: ListPlan): readonly JointText[] {
	if (joinedBy === "word") return joints;
	const conditions = entries.flatMap((entry, index) => (entry.kind === "condition" ? [{ entry, index }] : []));
	return joints.map((joint, index) => {
		const [before, after] = [conditions[index], conditions[index + 1]];
		if (joint.side !== "none" || !before || !after) return joint;
		const isOnLine = !gaps.slice(before.index, after.index).some(hasBreak) && after.index === before.index + 1;
		if (!isOnLine && (areNeighbours(before.entry, after.entry) || isSeparated(before.entry.words(), after.entry.words()))) return joint;
		return likeJoint(undefined, ",", text);
	});
}

/** They were beside each other before. */
const areNeighbours = (before: Entry, after: Entry): boolean => before.slot !== undefined && after.previous === before.slot;

function isSeparated(before: string, after: string): boolean {
	const { condition } = parse(`all of (\n${before}\n${after}\n)`).segment;
	return condition?.kind === "group" && condition.items.length === 2;
}
