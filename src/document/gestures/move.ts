// Rows that change places. A row takes its comments along, and the blanks and the joining word between it and the row it passes, so
// that the way back restores every unit.
import { changeOf, type Gesture, refuse, unchanged } from "../change.ts";
import { entriesOf, slotEntry } from "../entries.ts";
import { conditionsBefore, type Held, heldRow, isWithin, whyFixed } from "../find-row.ts";
import { type JointText, jointsOf } from "../joints.ts";
import { isCondition, type RowDocument, type RowList, type Slot } from "../row.ts";
import { listIndent, slotIndent } from "../style.ts";
import { gapsOf, planOf, whyNoSuchEnds, writeList } from "../write-list.ts";
import { type InsertOptions, insertedInto, type RowPlace, targetOf } from "./insert.ts";
import { withoutRow } from "./remove.ts";

/** Moves a row before, behind or into another one. */
export function move(document: RowDocument, id: number, place: RowPlace, options: InsertOptions = {}): Gesture {
	const held = heldRow(document, id, "moved");
	if ("ok" in held) return held;
	const reason = whyFixed(held.row);
	if (reason) return refuse(reason);
	const target = targetOf(document, place);
	if ("ok" in target) return target;
	if (isWithin(document, target.owner, held.row)) return refuse("A row cannot move into itself.");
	if (target.list === held.list) return moveTo(document, held, target.index > held.index ? target.index - 1 : target.index);
	const draft = withoutRow(document, held);
	if ("ok" in draft) return draft;
	const { text } = document;
	const slot = held.list.slots[held.index] as Slot;
	const indent = target.list ? listIndent(text, target.list) : slotIndent(text, slot);
	const entry = slotEntry(text, slot, false, { from: slotIndent(text, slot), to: indent });
	const { list } = target;
	const ends = [target.index === 0 ? entry : undefined, target.index === list?.slots.length ? entry : undefined] as const;
	const whyNot = list && (whyNoSuchEnds(list, ...ends) ?? whyNotBehind(text, held, list, target.index));
	if (whyNot) return refuse(whyNot);
	const inserted = insertedInto(document, target, entry, options.connector);
	return changeOf(document, [draft, inserted], target.replaced ? [target.replaced] : [], held.row.words);
}

/** A chain without parentheses that the row leaves, and that ends in a comment then, cannot be joined to the row right behind it. */
function whyNotBehind(text: string, { owner, list, index }: Held, target: RowList, at: number): string | undefined {
	const above = target.slots.slice(0, at).findLast(({ row }) => isCondition(row));
	const last = list.slots.toSpliced(index, 1).at(-1);
	if (!list.isBare || above?.row !== owner || !last || !slotEntry(text, last, true).endsLine) return undefined;
	return "Put the rows around it in parentheses first.";
}

/** Moves a row past the one above it in its list. */
export const moveUp = (document: RowDocument, id: number): Gesture => moveBy(document, id, -1);

/** Moves a row past the one below it in its list. */
export const moveDown = (document: RowDocument, id: number): Gesture => moveBy(document, id, 1);

function moveBy(document: RowDocument, id: number, step: -1 | 1): Gesture {
	const held = heldRow(document, id, "moved");
	if ("ok" in held) return held;
	const reason = whyNotMove(held, step);
	return reason ? refuse(reason) : moveTo(document, held, held.index + step);
}

export function whyNotMove({ row, list, index }: Held, step: -1 | 1): string | undefined {
	const other = list.slots[index + step];
	if (!other) return step < 0 ? "It is the first row of its group." : "It is the last row of its group.";
	return whyFixed(row) ?? (step > 0 ? whyFixed(other.row) : undefined);
}

/** To an index of its own list. What is passed keeps its order; the gap and the joint that the row takes go between it and the last. */
function moveTo(document: RowDocument, held: Held, to: number): Gesture {
	const { row, list, index } = held;
	if (to === index) return unchanged(row);
	const { text } = document;
	const isDown = to > index;
	const entries = entriesOf(text, list);
	const moved = slotEntry(text, list.slots[index] as Slot, false);
	const gaps = carried(gapsOf(text, list), index, to, isDown);
	const joints = jointsAfter(text, list, index, to);
	const plan = planOf(text, list, entries.toSpliced(index, 1).toSpliced(to, 0, moved));
	const reason = whyNoSuchEnds(list, plan.entries[0], plan.entries.at(-1));
	if (reason) return refuse(reason);
	return changeOf(document, [writeList(text, list, { ...plan, gaps, joints })], [], row.words);
}

/** What is between things that change places: going down a thing takes what is behind it along, going up what is before it. */
function carried<T>(between: readonly T[], from: number, to: number, isDown: boolean): readonly T[] {
	const taken = isDown ? from : from - 1;
	const [one] = between.slice(taken, taken + 1);
	return one === undefined ? between : between.toSpliced(taken, 1).toSpliced(isDown ? to - 1 : to, 0, one);
}

function jointsAfter(text: string, list: RowList, from: number, to: number): readonly JointText[] {
	const joints = jointsOf(text, list);
	if (!isCondition((list.slots[from] as Slot).row)) return joints;
	const before = conditionsBefore(list, from);
	const after = to > from ? conditionsBefore(list, to + 1) - 1 : conditionsBefore(list, to);
	return before === after ? joints : carried(joints, before, after, after > before);
}
