// Taking a row out, with its comments and the word that joined it.
import { type Change, changeOf, type Gesture, type Refusal, refuse } from "../change.ts";
import { Draft } from "../draft.ts";
import { type Entry, entriesOf, newEntry } from "../entries.ts";
import { conditionSlots, type Held, heldRow, isPlaceholder } from "../find-row.ts";
import { jointsOf } from "../joints.ts";
import type { RowDocument, RowList } from "../row.ts";
import { gapsOf, planOf, writeList } from "../write-list.ts";

/**
 * Removes a row. The last condition of a collection takes the parentheses with it; the last one of another group leaves a `?`, because a
 * group cannot be empty.
 */
export function remove(document: RowDocument, id: number): Gesture {
	const place = heldRow(document, id, "removed");
	if ("ok" in place) return place;
	const draft = withoutRow(document, place);
	if ("ok" in draft) return draft;
	const { from } = place.row.words;
	return caretAt(changeOf(document, [draft], [place.row], { from, to: from }));
}

const caretAt = (gesture: Gesture): Gesture =>
	gesture.ok ? ({ ...gesture, selection: { from: gesture.selection.from, to: gesture.selection.from } } satisfies Change) : gesture;

export function whyNotRemove({ row, list, owner }: Held): string | undefined {
	if (!isPlaceholder(row) || conditionSlots(list).length > 1 || (owner.kind === "group" && owner.form === "root")) return undefined;
	return blockWithout(owner, list) ? undefined : "A group needs a condition. Remove the group instead.";
}

/** The list of a row without it. */
export function withoutRow(document: RowDocument, place: Held): Draft | Refusal {
	const { row, list, owner, index } = place;
	const { text } = document;
	const reason = whyNotRemove(place);
	if (reason) return refuse(reason);
	const conditions = conditionSlots(list);
	const isCondition = conditions.some((slot) => slot.row === row);
	const isRoot = owner.kind === "group" && owner.form === "root";
	if (isCondition && conditions.length === 1 && !isRoot) {
		const block = blockWithout(owner, list);
		if (block) {
			const draft = new Draft(text, block.from);
			draft.end(block.to);
			return draft;
		}
		const entries = entriesOf(text, list).map((entry, at): Entry => (at === index ? newEntry("?", undefined) : entry));
		return writeList(text, list, planOf(text, list, entries));
	}
	const joints = [...jointsOf(text, list)];
	if (isCondition) joints.splice(Math.max(0, conditions.findIndex((slot) => slot.row === row) - 1), 1);
	const gaps = gapsOf(text, list).toSpliced(Math.max(0, index - 1), 1);
	const entries = entriesOf(text, list).toSpliced(index, 1);
	return writeList(text, list, { ...planOf(text, list, entries), gaps, joints });
}

/** The stretch of text that goes with the only row of a collection or an aggregate: all that follows the collection's name. */
function blockWithout(owner: Held["owner"], { slots, region }: RowList): { readonly from: number; readonly to: number } | undefined {
	if (slots.length !== 1) return undefined;
	if (owner.kind === "condition" && owner.subject.value.kind === "aggregate")
		return { from: owner.subject.value.of.span.to, to: region.to };
	if (owner.kind === "group" && owner.collection && owner.isClosed)
		return { from: owner.collection.collection.span.to, to: owner.words.to };
	return undefined;
}
