// The words and commas between the conditions of a list, and on which side of a line break they stand.
import type { RowList, Slot } from "./row.ts";
import { hasBreak } from "./style.ts";

/** What joins two conditions: `and ` before the later one, ` and` or `,` after the earlier one, or only a new line. */
export interface JointText {
	readonly side: "prefix" | "suffix" | "none";
	/** With the blanks between it and the condition it stands beside. */
	readonly text: string;
}

export const noJoint: JointText = { side: "none", text: "" };

const conditionsOf = (list: RowList): readonly Slot[] => list.slots.filter(({ row }) => row.kind !== "muted" && row.kind !== "note");

/** The joints between the conditions of a list, in order; muted rows and notes have none. */
export function jointsOf(text: string, list: RowList): readonly JointText[] {
	const slots = conditionsOf(list);
	return slots.slice(1).map((after, index) => {
		const before = slots[index] as Slot;
		if (after.jointFrom < after.contentFrom) return { side: "prefix", text: text.slice(after.jointFrom, after.contentFrom) };
		if (before.contentTo < before.jointTo) return { side: "suffix", text: text.slice(before.contentTo, before.jointTo) };
		return noJoint;
	});
}

/** The comma after the last condition. */
export function lastJointOf(text: string, list: RowList): string {
	const last = conditionsOf(list).at(-1);
	return last ? text.slice(last.contentTo, last.jointTo) : "";
}

const writtenWord = /\b(?:and|or)\b/i;

/** A joint like `joint` that says `word`, in capitals where that one is. `gap` are the blanks before the later condition. */
export function likeJoint(joint: JointText | undefined, word: "and" | "or" | ",", gap: string): JointText {
	if (word === ",") return joint?.side === "none" && hasBreak(gap) ? noJoint : { side: "suffix", text: "," };
	const written = joint && writtenWord.exec(joint.text)?.[0];
	if (!joint || written === undefined) return { side: "prefix", text: `${word} ` };
	return { side: joint.side, text: joint.text.replace(writtenWord, written === written.toUpperCase() ? word.toUpperCase() : word) };
}

/** The same, laid out plainly: for a new condition beside others whose joints have blanks or lines of their own. */
export function newJoint(near: JointText | undefined, word: "and" | "or" | ",", gap: string): JointText {
	const like = likeJoint(near, word, gap);
	if (word === "," || like.side === "none") return like;
	const written = writtenWord.exec(like.text)?.[0] ?? word;
	return like.side === "suffix" && hasBreak(gap) ? { side: "suffix", text: ` ${written}` } : { side: "prefix", text: `${written} ` };
}

/** How a list joins its conditions. */
export interface Joining {
	readonly joinedBy: RowList["joinedBy"];
	readonly connector: "and" | "or" | undefined;
}

/** A joint as another list writes it. */
export function convertedJoint(joint: JointText, { joinedBy, connector }: Joining, gap: string): JointText {
	if (joinedBy === "word") return likeJoint(joint, connector ?? "and", gap);
	return /^\s*,$/.test(joint.text) || (joint.side === "none" && hasBreak(gap)) ? joint : likeJoint(undefined, ",", gap);
}
