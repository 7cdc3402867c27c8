// A condition that is commented out, brought back.
import { readFragment } from "../../syntax/fragment.ts";
import type { TextEdit } from "../../text/edit.ts";
import { type Change, changeOf, changeOfEdits, type Gesture, countMistakes, keepsOthers, refuse } from "../change.ts";
import { nextDocument } from "../document-of.ts";
import type { Mark } from "../draft.ts";
import { type Entry, entriesOf, newEntry } from "../entries.ts";
import { conditionSlots, conditionsBefore, type Held, heldRow } from "../find-row.ts";
import { jointsOf, newJoint } from "../joints.ts";
import { chainOfWords } from "../read-condition.ts";
import type { MutedRow, Row, RowDocument, Slot } from "../row.ts";
import { newGap } from "../style.ts";
import { gapsOf, planOf, writeList } from "../write-list.ts";

/** Takes the comment signs away. Where the condition is no longer joined as its neighbours need it, the joining words are set right. */
export function unmute(document: RowDocument, id: number): Gesture {
	const held = heldRow(document, id, "unmuted");
	if ("ok" in held) return held;
	const { row } = held;
	const reason = whyNotUnmute(row);
	if (reason || row.kind !== "muted") return refuse(reason ?? "");
	const literal = row.muted.markers.map((span): TextEdit => ({ span, text: "" }));
	const asItWas = changeOfEdits(document, literal, [row], row.words);
	if (asItWas.ok && fits(document, row, asItWas)) return asItWas;
	const joined = withJoints(document, held, row);
	if (joined.ok && fits(document, row, joined)) return joined;
	return refuse("It does not fit here any more. Change it in the text.");
}

export const whyNotUnmute = (row: Row): string | undefined => (row.kind === "muted" ? undefined : "It is not muted.");

/** Nothing else is changed by it, and there are no mistakes but those that it had itself. */
function fits(document: RowDocument, row: MutedRow, change: Change): boolean {
	const next = nextDocument(document, change);
	const most = countMistakes(document) + readFragment(row.muted.restored).mistakes;
	return countMistakes(next) <= most && keepsOthers(document, change, [row], next);
}

/** Its condition among the others, joined as a new one would be. */
function withJoints(document: RowDocument, { list, index }: Held, row: MutedRow): Gesture {
	const { text } = document;
	const { restored, core } = row.muted;
	const words = restored.slice(core.from, core.to).trim();
	if (words === "") return refuse("There is no condition in it.");
	let mark: Mark | undefined;
	const slot = list.slots[index] as Slot;
	const entries = entriesOf(text, list);
	const old = entries[index] as Entry;
	const entry: Entry = {
		...newEntry(words, chainOfWords(words), (placed) => {
			mark = placed;
		}),
		...(old.lead && { lead: old.lead }),
		beginsWithComment: slot.from < slot.jointFrom,
		endsLine: readFragment(words).endsLine,
	};
	const conditions = conditionSlots(list);
	const before = conditionsBefore(list, index);
	const joints = jointsOf(text, list);
	const gap = before > 0 ? text.slice(list.slots[index - 1]?.to, slot.from) : newGap(text, list, index + 1);
	const word = list.joinedBy === "comma" ? "," : (list.connector ?? "and");
	const joint = newJoint(joints[before - 1] ?? joints[before], word, gap);
	const plan = planOf(text, list, entries.toSpliced(index, 1, entry));
	const draft = writeList(text, list, {
		...plan,
		gaps: gapsOf(text, list),
		connector: list.connector ?? (list.joinedBy === "word" ? "and" : undefined),
		joints: conditions.length === 0 ? [] : joints.toSpliced(Math.max(0, before - 1), 0, joint),
	});
	return changeOf(document, [draft], [row], { mark, length: words.length });
}
