// A group dissolved: its rows stand where it stood, joined as the rows around it are.
import { changeOf, type Gesture, refuse } from "../change.ts";
import type { IndentChange } from "../draft.ts";
import { type Entry, entriesOf, slotEntry } from "../entries.ts";
import { conditionSlots, type Held, heldRow } from "../find-row.ts";
import { convertedJoint, jointsOf, newJoint } from "../joints.ts";
import type { GroupRow, RowDocument, RowList, Slot } from "../row.ts";
import { indentAt, lineBreakOf, listIndent, shiftedGap, slotIndent } from "../style.ts";
import { gapsOf, planOf, whyNoSuchEnds, writeList } from "../write-list.ts";

/** Takes the parentheses of a group away. */
export function unwrap(document: RowDocument, id: number): Gesture {
	const held = heldRow(document, id, "unwrapped");
	if ("ok" in held) return held;
	const reason = whyNotUnwrap(held);
	if (reason) return refuse(reason);
	const { text } = document;
	const { list, index } = held;
	const row = held.row as GroupRow;
	const inner = row.list as RowList;
	const slot = list.slots[index] as Slot;
	const connector = list.connector ?? connectorOf(row);
	const outer = { joinedBy: list.joinedBy, connector };
	const change: IndentChange = { from: listIndent(text, inner), to: slotIndent(text, slot) };
	const innerEntries = withComments(text, slot, inner, change);
	const conditions = conditionSlots(list);
	const before = conditions.indexOf(slot);
	const innerGaps = gapsOf(text, inner);
	const joints = jointsOf(text, list);
	const near = joints[before - 1] ?? joints[before];
	const innerJoints = jointsOf(text, inner).map((joint, at) => {
		const gap = innerGaps[at] ?? "";
		return inner.joinedBy === "comma" && list.joinedBy === "word"
			? newJoint(near, connector ?? "and", gap)
			: convertedJoint(joint, outer, gap);
	});
	const entries = entriesOf(text, list).toSpliced(index, 1, ...innerEntries);
	const whyNot = whyNoSuchEnds(list, entries[0], entries.at(-1));
	if (whyNot) return refuse(whyNot);
	const plan = planOf(text, list, entries);
	const draft = writeList(text, list, {
		...plan,
		connector,
		gaps: gapsOf(text, list).toSpliced(index, 0, ...innerGaps.map((gap) => shiftedGap(gap, change.from, change.to))),
		joints: joints.toSpliced(before, 0, ...innerJoints),
	});
	const first = inner.slots[0]?.row.words ?? row.words;
	const last = inner.slots.at(-1)?.row.words ?? row.words;
	return changeOf(document, [draft], [], { from: first.from, to: last.to });
}

/** What joins a group's conditions when the group is gone; undefined for a quantity that no word can say. */
function connectorOf({ connector, quantity }: GroupRow): "and" | "or" | undefined {
	if (quantity === undefined) return connector;
	return quantity === "all" ? "and" : quantity === "any" ? "or" : undefined;
}

export function whyNotUnwrap({ row, list }: Held): string | undefined {
	if (row.kind !== "group") return "Only a group can be unwrapped.";
	if (row.form === "bare") return "It has no parentheses.";
	if (row.form === "prefix" || row.not) return 'Take away the "not" first.';
	if (row.label) return "Take away its name first.";
	if (row.form === "collection" || row.form === "edge")
		return "Its conditions are about the elements of a collection: they mean nothing outside.";
	if (!row.isClosed) return 'Close its parenthesis with ")" first.';
	if (!row.list || conditionSlots(row.list).length === 0) return "There is no condition in it.";
	const isAlone = conditionSlots(row.list).length === 1;
	if (row.quantity !== undefined && connectorOf(row) === undefined && !isAllOf(row))
		return "No word joins conditions like this group does. Change it to all of or any of first.";
	if (list.isBare && conditionSlots(list).length === 1 && !isAlone) return 'Take away the "not" or the name before it first.';
	return undefined;
}

/** `at least 1 of (a)` of one condition says no more than the condition. */
const isAllOf = ({ quantity, list }: GroupRow): boolean =>
	typeof quantity === "object" && quantity.atLeast === 1 && list !== undefined && conditionSlots(list).length === 1;

/** The rows of a group, with the comments that were the group's own. */
function withComments(text: string, { from, jointFrom, jointTo, to }: Slot, inner: RowList, change: IndentChange): readonly Entry[] {
	const entries = inner.slots.map((slot): Entry => slotEntry(text, slot, true, change));
	const lineBreak = lineBreakOf(text);
	const [first] = entries;
	const last = entries.at(-1);
	if (!first || !last) return entries;
	const hasTrail = jointTo < to;
	const isTaken = hasTrail && last.endsLine;
	const head: Entry = {
		...first,
		...((from < jointFrom || isTaken || first.lead) && {
			lead: (draft) => {
				if (from < jointFrom) draft.keep(from, jointFrom);
				// Two comments cannot end one line: the group's goes above its conditions.
				if (isTaken) draft.add(text.slice(jointTo, to).trim() + lineBreak + indentAt(text, from));
				first.lead?.(draft);
			},
		}),
		beginsWithComment: first.beginsWithComment || from < jointFrom || isTaken,
	};
	const tailed = [head, ...entries.slice(1)];
	const end = tailed.at(-1) as Entry;
	if (!hasTrail || isTaken) return tailed;
	return [
		...tailed.slice(0, -1),
		{ ...end, trail: (draft) => draft.keep(jointTo, to), behind: text.slice(jointTo, to).trim(), endsLine: true },
	];
}
