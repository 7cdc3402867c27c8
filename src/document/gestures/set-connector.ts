// What joins the conditions of a group, and how many of them must hold.
import { changeOf, changeOfWords, type Gesture, gone, refuse, unchanged } from "../change.ts";
import { Draft, type Mark } from "../draft.ts";
import { entriesOf } from "../entries.ts";
import { conditionSlots, whyFixed } from "../find-row.ts";
import { convertedJoint, jointsOf, likeJoint } from "../joints.ts";
import { type Quantity, quantityWords, whyNoQuantity } from "../quantity.ts";
import { type GroupRow, isCondition, type Row, type RowDocument, type RowList } from "../row.ts";
import type { TextEdit } from "../../text/edit.ts";
import { type Opening, wrapperEntry } from "../wrapper.ts";
import { gapsOf, planOf, writeList } from "../write-list.ts";

/** Joins the conditions of a group, of a collection or of an aggregate by another word. `all of (…)` and `any of (…)` become each other. */
export function setConnector(document: RowDocument, id: number, connector: "and" | "or"): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	if (row.kind === "group" && row.quantity !== undefined) return setQuantity(document, id, connector === "and" ? "all" : "any");
	const reason = whyNoConnector(row);
	const list = "list" in row ? row.list : undefined;
	if (reason || !list) return refuse(reason ?? "");
	if (list.connector === connector && jointsOf(document.text, list).every(({ side }) => side !== "none")) return unchanged(row);
	const { text } = document;
	const gaps = gapsOf(text, list);
	const joints = jointsOf(text, list).map((joint, index) => likeJoint(joint, connector, gaps[index] ?? ""));
	const draft = writeList(text, list, { ...planOf(text, list, entriesOf(text, list)), joints, connector });
	const muted = new Draft(text, 0);
	for (const edit of mutedWords(document, list, connector)) muted.edits.push(edit);
	return changeOf(document, [draft, muted], [], row.words);
}

/** The words that join muted rows change with the others, so that unmuting them fits. */
function mutedWords({ text }: RowDocument, { slots, connector }: RowList, to: "and" | "or"): readonly TextEdit[] {
	return slots.flatMap(({ row }) =>
		row.kind !== "muted"
			? []
			: row.muted.joints.flatMap((at) => {
					const word = text.slice(at.from, at.to);
					if (word.toLowerCase() !== connector) return [];
					return [{ span: at, text: word === word.toUpperCase() ? to.toUpperCase() : to }];
				}),
	);
}

export function whyNoConnector(row: Row): string | undefined {
	const list = "list" in row ? row.list : undefined;
	if (!list) return "Only groups join conditions.";
	return conditionSlots(list).length < 2 ? "It has only one condition. Add another one first." : undefined;
}

/**
 * How many of a group's conditions must hold. Conditions in parentheses, or without any, are joined by `and` for `all` and by `or` for
 * `any`, and become `none of (…)` or `at least 2 of (…)` for the others.
 */
export function setQuantity(document: RowDocument, id: number, quantity: Quantity): Gesture {
	const row = document.places.get(id)?.row;
	if (!row) return gone;
	const reason = whyNoQuantityOf(row) ?? whyNoQuantity(quantity);
	if (reason || row.kind !== "group") return refuse(reason ?? "");
	const { shape } = row;
	if (shape?.kind === "group") {
		if (quantityWords(shape.condition.quantity) === quantityWords(quantity)) return unchanged(row);
		return changeOfWords(document, row, [{ span: shape.words, text: quantityWords(quantity) }]);
	}
	if (quantity === "all" || quantity === "any") return setConnector(document, id, quantity === "all" ? "and" : "or");
	const opening = { words: `${quantityWords(quantity)} `, joinedBy: "comma", connector: undefined } as const;
	return row.form === "parentheses" ? withWords(document, row, opening) : inParentheses(document, row, opening);
}

export function whyNoQuantityOf(row: Row): string | undefined {
	if (row.kind !== "group" || row.form === "prefix") return "Only groups ask how many of their conditions hold.";
	if (row.form === "collection" || row.form === "edge")
		return "Its conditions are about the elements of a collection. Set how many elements instead.";
	if (!row.list || conditionSlots(row.list).length === 0) return "There is no condition in it.";
	return whyFixed(row);
}

/** The words before parentheses that are there, and commas instead of words in them. */
function withWords(document: RowDocument, row: GroupRow, opening: Opening): Gesture {
	const { text } = document;
	const list = row.list as RowList;
	const gaps = gapsOf(text, list);
	const joints = jointsOf(text, list).map((joint, index) => convertedJoint(joint, opening, gaps[index] ?? ""));
	const plan = { ...planOf(text, list, entriesOf(text, list)), joints, joinedBy: opening.joinedBy, connector: undefined };
	const lead = new Draft(text, list.region.from - 1);
	lead.add(opening.words);
	lead.end(list.region.from - 1);
	return changeOf(document, [lead, writeList(text, list, plan)], [], row.words);
}

/** All rows of a list in parentheses. */
function inParentheses(document: RowDocument, row: GroupRow, opening: Opening): Gesture {
	const { text } = document;
	const list = row.list as RowList;
	let mark: Mark | undefined;
	const first = list.slots.findIndex((slot) => isCondition(slot.row));
	const last = list.slots.findLastIndex((slot) => isCondition(slot.row));
	const entry = wrapperEntry(text, { list, first, last }, opening, (placed) => {
		mark = placed;
	});
	const entries = entriesOf(text, list).toSpliced(first, last - first + 1, entry);
	const plan = planOf(text, list, entries);
	const draft = writeList(text, list, {
		...plan,
		gaps: gapsOf(text, list).toSpliced(first, last - first),
		joints: [],
		connector: undefined,
	});
	return changeOf(document, [draft], [], { mark, length: 0 });
}
