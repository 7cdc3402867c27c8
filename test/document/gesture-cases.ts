// Gestures with arguments, each with what it should make of the tree. `undefined` instead of a tree: it should be refused.
import { insert, type RowPlace } from "../../src/document/gestures/insert.ts";
import { insertNote } from "../../src/document/gestures/insert-note.ts";
import { duplicate } from "../../src/document/gestures/duplicate.ts";
import { move, moveDown, moveUp } from "../../src/document/gestures/move.ts";
import { mute } from "../../src/document/gestures/mute.ts";
import { remove } from "../../src/document/gestures/remove.ts";
import { replaceText } from "../../src/document/gestures/replace-text.ts";
import { setComments } from "../../src/document/gestures/set-comments.ts";
import { setConnector, setQuantity } from "../../src/document/gestures/set-connector.ts";
import { setLabel } from "../../src/document/gestures/set-label.ts";
import { unmute } from "../../src/document/gestures/unmute.ts";
import { unwrap } from "../../src/document/gestures/unwrap.ts";
import { wrap } from "../../src/document/gestures/wrap.ts";
import type { Gesture } from "../../src/document/change.ts";
import { documentOf } from "../../src/document/document-of.ts";
import type { RowDocument } from "../../src/document/row.ts";
import { parse } from "../../src/syntax/parse.ts";
import { changedList, changedRow, find, inline, leaf, type Tree } from "./model.ts";
import { type Seen, seenOf } from "./seen.ts";

export interface Tried {
	readonly name: string;
	readonly gesture: Gesture;
	/** What the text should be read as then. */
	readonly tree: Tree | undefined;
	/** Rows whose words or comments may differ afterwards. */
	readonly touched: readonly number[];
	/** Comments that may go. */
	readonly lost?: readonly string[];
	/** False where rows around may get comments of rows that go. */
	readonly commentsStay?: boolean;
	/** Comments that come. */
	readonly added?: readonly string[];
}

export type Try = (document: RowDocument, tree: Seen, rows: readonly Seen[], numbers: readonly number[]) => Tried;

const isCondition = ({ kind }: Tree): boolean => kind !== "muted" && kind !== "note";

const commentsWithin = (row: Tree): readonly string[] => [
	...row.before,
	...(row.after === undefined ? [] : [row.after]),
	...(row.kind === "muted" ? [`muted ${row.words}`] : row.kind === "note" ? row.words.split("\n") : []),
	...row.rows.flatMap(commentsWithin),
];

const allWithin = (row: Tree): readonly number[] => [...(row.id === undefined ? [] : [row.id]), ...row.rows.flatMap(allWithin)];

const pick = <T>(of: readonly T[], number: number | undefined): T => of[(number ?? 0) % of.length] as T;

const removing: Try = (document, tree, rows, [at]) => {
	const row = pick(rows, at);
	const { parent } = find(tree, row.id) ?? {};
	const tried = { name: `remove ${row.id}`, gesture: remove(document, row.id), touched: allWithin(row), lost: commentsWithin(row) };
	if (!parent) return { ...tried, tree: undefined };
	const isLast = isCondition(row) && parent.rows.filter(isCondition).length === 1 && parent !== tree;
	const isKept = isLast && row.words === "?" && !row.not && row.label === undefined && parent.words !== "";
	const after = changedList(tree, row.id, (list, index) => list.toSpliced(index, 1));
	const isBlock = /orders(?: where)?\s*\(?$/.test(parent.words) && parent.rows.length === 1 && !/^(?:first|last)/.test(parent.words);
	// Without its first or last condition, a chain without parentheses ends in notes that go with what is beside it.
	const beside = parent.kind === "bare" ? notesBeside(tree, parent) : [];
	return {
		...tried,
		tree: isKept && !isBlock ? undefined : after,
		touched: [...tried.touched, ...beside, ...(isBlock ? [parent.id as number] : [])],
		commentsStay: parent.kind !== "bare",
	};
};

/** The notes and muted rows of a list and, without parentheses around it, of the list that it stands in. */
function notesBeside(tree: Tree, list: Tree): readonly number[] {
	const rows = [...list.rows, ...(list.kind === "bare" ? (find(tree, list.id as number)?.parent?.rows ?? []) : [])];
	return rows.filter((each) => !isCondition(each)).flatMap(allWithin);
}

const newWords = ["n = 1", "n = 1 or m = 2", "any orders (total > ?)", "a1 and b1", "not (a1 or b1)", "n in (1,\n2)"];

const bare = (words: string): Tree => {
	const parts =
		/ or /.test(words) && !words.startsWith("not")
			? ["or", words.split(" or ")]
			: / and /.test(words)
				? ["and", words.split(" and ")]
				: undefined;
	if (!parts) return leaf(words);
	const [connector, items] = parts as ["and" | "or", string[]];
	return { kind: "bare", words: "", joinedBy: "word", connector, before: [], rows: items.map(leaf) };
};

function joinedAs(list: Tree, connector: "and" | "or"): Partial<Tree> {
	return list.joinedBy === "word" && list.connector === undefined && list.rows.filter(isCondition).length > 0 ? { connector } : {};
}

/** The list with rows put at an index; a single row gets its connector. */
function inserted(tree: Tree, listId: number | undefined, index: number, row: Tree, connector: "and" | "or"): Tree {
	const put = (list: Tree): Tree => ({ ...list, ...joinedAs(list, connector), rows: list.rows.toSpliced(index, 0, row) });
	return listId === undefined || tree.id === listId ? put(tree) : changedRow(tree, listId, put);
}

const noting: Try = (document, tree, rows, [at, where, how]) => {
	const row = pick(rows, at);
	const lines = (how ?? 0) % 2 === 0 ? ["new"] : ["new", "more"];
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const kind = pick(["before", "after", "into"] as const, where);
	const place: RowPlace = kind === "before" ? { before: row.id } : kind === "after" ? { after: row.id } : { into: row.id };
	const list = kind === "into" ? row : parent;
	const tried = { name: `note ${JSON.stringify(place)} ${lines}`, gesture: insertNote(document, place, lines), touched: [], added: lines };
	if (!list || list.kind === "leaf" || list.kind === "note" || list.kind === "muted") return { ...tried, tree: undefined };
	if (list.kind === "bare" && list.connector === undefined) return { ...tried, tree: undefined };
	const to = kind === "into" ? replacesOnly(list) : kind === "before" ? index : index + 1;
	const note: Tree = { kind: "note", words: lines.join("\n"), before: [], rows: [] };
	if (list.kind === "bare" && !hasEnds(list.rows.toSpliced(to, 0, note))) return { ...tried, tree: undefined };
	return { ...tried, tree: changedRow(tree, list.id as number, (old) => ({ ...old, rows: old.rows.toSpliced(to, 0, note) })) };
};

/** Behind the others; before a `?` that is alone, which a condition would replace. */
function replacesOnly({ rows }: Tree): number {
	const [only] = rows;
	return rows.length === 1 && only?.words === "?" && !only.not && only.label === undefined ? 0 : rows.length;
}

const inserting: Try = (document, tree, rows, [at, where, what, how]) => {
	const row = pick(rows, at);
	const words = pick(newWords, what);
	const connector = (how ?? 0) % 2 === 0 ? "and" : "or";
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const kind = pick(["before", "after", "into"] as const, where);
	const place: RowPlace = kind === "before" ? { before: row.id } : kind === "after" ? { after: row.id } : { into: row.id };
	const tried = {
		name: `insert ${JSON.stringify(words)} ${JSON.stringify(place)} ${connector}`,
		gesture: insert(document, place, words, { connector }),
		touched: [],
	};
	if (kind !== "into") {
		if (!parent || (parent.kind === "bare" && parent.connector === undefined)) return { ...tried, tree: undefined };
		return { ...tried, tree: inserted(tree, parent.id, kind === "before" ? index : index + 1, bare(words), connector) };
	}
	if (row.kind === "bare" && row.connector === undefined) return { ...tried, tree: undefined };
	if (row.kind === "list" || row.kind === "bare") {
		const [only] = row.rows;
		if (row.rows.length === 1 && only?.words === "?" && !only.not && only.label === undefined) {
			return {
				...tried,
				tree: changedRow(tree, row.id, (list) => ({ ...list, rows: [bare(words)] })),
				touched: [only.id as number],
				lost: commentsWithin(only),
			};
		}
		return { ...tried, tree: inserted(tree, row.id, row.rows.length, bare(words), connector) };
	}
	const open = /^any \w+$/.test(row.words)
		? `${row.words} (`
		: /^(?:count\(\w+)\)/.test(row.words)
			? row.words.replace(/\).*$/, " where")
			: undefined;
	if (row.kind !== "leaf" || open === undefined) return { ...tried, tree: undefined };
	const close = open.endsWith("(") ? ")" : row.words.slice(row.words.indexOf(")"));
	return {
		...tried,
		touched: [row.id],
		tree: changedRow(tree, row.id, (old) => ({ ...old, kind: "list", words: open, close, joinedBy: "word", rows: [bare(words)] })),
	};
};

const duplicating: Try = (document, tree, rows, [at]) => {
	const row = pick(rows, at);
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const isFixed = !parent || !isCondition(row) || (parent.kind === "bare" && parent.connector === undefined);
	const words = document.text.slice(document.places.get(row.id)?.row.words.from, document.places.get(row.id)?.row.words.to);
	return {
		name: `duplicate ${row.id}`,
		gesture: duplicate(document, row.id),
		tree: isFixed ? undefined : inserted(tree, parent.id, index + 1, row, "and"),
		touched: [],
		added: commentsWithin(seenOf(documentOf(words))),
	};
};

/** Nothing but conditions at the ends of a chain without parentheses. */
const hasEnds = (rows: readonly Tree[]): boolean => rows.length > 0 && isCondition(rows[0] as Tree) && isCondition(rows.at(-1) as Tree);

const moving =
	(step: -1 | 1): Try =>
	(document, tree, rows, [at]) => {
		const row = pick(rows, at);
		const { parent, index } = find(tree, row.id) ?? { index: 0 };
		const after = parent?.rows.toSpliced(index, 1).toSpliced(index + step, 0, row);
		const gesture = step < 0 ? moveUp(document, row.id) : moveDown(document, row.id);
		const isEnd = !parent?.rows[index + step] || (parent.kind === "bare" && !hasEnds(after ?? []));
		return {
			name: `${step < 0 ? "up" : "down"} ${row.id}`,
			gesture,
			tree: isEnd ? undefined : changedList(tree, row.id, (list) => list.toSpliced(index, 1).toSpliced(index + step, 0, row)),
			touched: [],
		};
	};

const carrying: Try = (document, tree, rows, [at, other, where]) => {
	const row = pick(rows, at);
	const target = pick(rows, other);
	const kind = pick(["before", "after", "into"] as const, where);
	const place: RowPlace = kind === "before" ? { before: target.id } : kind === "after" ? { after: target.id } : { into: target.id };
	const name = `move ${row.id} ${JSON.stringify(place)}`;
	const gesture = move(document, row.id, place);
	const from = find(tree, row.id);
	const to = find(tree, target.id);
	const isInside = allWithin(row).includes(target.id) && (kind === "into" || row.id !== target.id);
	const list = kind === "into" ? target : to?.parent;
	const isNoList =
		!list ||
		list.kind === "leaf" ||
		list.kind === "muted" ||
		list.kind === "note" ||
		(list.kind === "bare" && list.connector === undefined);
	// Where an emptied collection or a collection without parentheses is concerned, insert and remove say what comes out.
	if (!from?.parent || isInside || isNoList || !to)
		return { name, gesture, tree: gesture.ok ? ("unknown" as never) : undefined, touched: [] };
	const index = kind === "into" ? list.rows.length : kind === "before" ? to.index : to.index + 1;
	const touched: number[] = [];
	const lost: string[] = [];
	let after: Tree;
	if (list.id === from.parent.id) {
		const moved = from.parent.rows.toSpliced(from.index, 1).toSpliced(index > from.index ? index - 1 : index, 0, row);
		if (index !== from.index && index !== from.index + 1 && list.kind === "bare" && !hasEnds(moved))
			return { name, gesture, tree: undefined, touched };
		after = changedList(tree, row.id, (all) => all.toSpliced(from.index, 1).toSpliced(index > from.index ? index - 1 : index, 0, row));
	} else {
		if (list.kind === "bare" && !isCondition(row) && (index === 0 || index === list.rows.length))
			return { name, gesture, tree: undefined, touched };
		const isBehind = from.parent.kind === "bare" && list.rows.includes(from.parent);
		if (isBehind && !gesture.ok && gesture.reason.startsWith("Put the rows around it")) return { name, gesture, tree: undefined, touched };
		// Without its first or last condition, a chain without parentheses ends in notes that go with what is beside it.
		if (from.parent.kind === "bare") touched.push(...notesBeside(tree, from.parent));
		const isFilled =
			kind === "into" && list.rows.length === 1 && list.rows[0]?.words === "?" && !list.rows[0].not && list.rows[0].label === undefined;
		if (isFilled) {
			touched.push(list.rows[0]?.id as number);
			lost.push(...commentsWithin(list.rows[0] as Tree));
		}
		const marked = { ...row, id: -1, rows: row.rows.map(withoutIds) };
		const put = isFilled
			? changedRow(tree, list.id as number, (old) => ({ ...old, rows: [marked] }))
			: inserted(tree, list.id, index, marked, "and");
		const isLast = from.parent.rows.length === 1 && isCondition(row) && /orders(?: where)?\s*\(?$/.test(from.parent.words);
		if (isLast) touched.push(from.parent.id as number);
		after = changedList(put, row.id, (all, at) => all.toSpliced(at, 1));
		const isStuck =
			row.words === "?" && isCondition(row) && !row.not && row.label === undefined && from.parent !== tree && from.parent.words !== "";
		if (isStuck && from.parent.rows.filter(isCondition).length === 1 && (!isLast || /^(?:first|last)/.test(from.parent.words)))
			return { name, gesture, tree: undefined, touched };
	}
	return { name, gesture, tree: after, touched, lost, commentsStay: from.parent.kind !== "bare" || list.id === from.parent.id };
};

const withoutIds = (row: Tree): Tree => {
	const { id: _, ...rest } = row;
	return { ...rest, rows: row.rows.map(withoutIds) };
};

const wrapping: Try = (document, tree, rows, [at, length, how]) => {
	const row = pick(rows, at);
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const last = Math.min(index + ((length ?? 0) % 3), (parent?.rows.length ?? 1) - 1);
	const chosen = parent?.rows.slice(index, last + 1) ?? [];
	const ids = parent ? chosen.map(({ id }) => id as number) : [row.id];
	const as = pick(["and", "or", "not", undefined, { quantity: "any" }, { quantity: { atLeast: 2 } }] as const, how);
	const gesture = wrap(document, ids, as);
	const name = `wrap ${ids} ${JSON.stringify(as)}`;
	if (!parent || !chosen.some(isCondition)) return { name, gesture, tree: undefined, touched: [] };
	const isMany = chosen.filter(isCondition).length > 1;
	const connector = as === "and" || as === "or" ? as : (parent.connector ?? "and");
	const words = typeof as === "object" ? (as.quantity === "any" ? "any of (" : "at least 2 of (") : "(";
	const group: Tree = {
		kind: "list",
		words,
		close: ")",
		joinedBy: typeof as === "object" ? "comma" : "word",
		...(isMany && typeof as !== "object" && { connector }),
		...(as === "not" && { not: true }),
		before: [],
		rows: chosen,
	};
	return {
		name,
		gesture,
		tree: changedList(tree, ids[0] as number, (list) => list.toSpliced(index, chosen.length, group)),
		touched: chosen.flatMap(allWithin),
	};
};

const unwrapping: Try = (document, tree, rows, [at]) => {
	const row = pick(rows, at);
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const gesture = unwrap(document, row.id);
	const tried = { name: `unwrap ${row.id}`, gesture, touched: allWithin(row) };
	const connector = row.connector ?? (row.words === "any of (" ? "or" : row.words === "all of (" ? "and" : undefined);
	const conditions = row.rows.filter(isCondition).length;
	const isGroup = row.kind === "list" && (row.words === "(" || row.words.endsWith("of ("));
	const canJoin = row.words === "(" || connector !== undefined || (row.words === "at least 1 of (" && conditions === 1);
	const isStuck = parent?.kind === "bare" && parent.connector === undefined && conditions > 1;
	if (!parent || !isGroup || row.not || row.label !== undefined || conditions === 0 || !canJoin || isStuck)
		return { ...tried, tree: undefined };
	if (parent.kind === "bare" && !hasEnds(parent.rows.toSpliced(index, 1, ...row.rows))) return { ...tried, tree: undefined };
	const isAlone = parent.rows.filter(isCondition).length === 1;
	const after = changedRow(tree, parent.id as number, (list) => ({
		...list,
		...(isAlone && conditions > 1 && list.joinedBy === "word" && connector && { connector }),
		rows: list.rows.toSpliced(index, 1, ...row.rows),
	}));
	return { ...tried, tree: after };
};

const connecting: Try = (document, tree, rows, [at, how]) => {
	const row = pick(rows, at);
	const connector = (how ?? 0) % 2 === 0 ? "and" : "or";
	const gesture = setConnector(document, row.id, connector);
	const tried = { name: `connect ${row.id} ${connector}`, gesture, touched: [] };
	if (row.joinedBy === "comma") {
		return { ...tried, tree: changedRow(tree, row.id, (old) => ({ ...old, words: connector === "and" ? "all of (" : "any of (" })) };
	}
	if (row.rows.filter(isCondition).length < 2) return { ...tried, tree: undefined };
	return { ...tried, tree: changedRow(tree, row.id, (old) => ({ ...old, connector })) };
};

const quantifying: Try = (document, tree, rows, [at, how]) => {
	const row = pick(rows, at);
	const quantity = pick(["all", "any", "none", { atLeast: 2 }] as const, how);
	const gesture = setQuantity(document, row.id, quantity);
	const tried = { name: `quantity ${row.id} ${JSON.stringify(quantity)}`, gesture, touched: [] };
	const isGroup = row.kind === "bare" ? row.connector !== undefined : row.kind === "list" && /^(?:\(|.*of \(|)$/.test(row.words);
	const conditions = row.rows.filter(isCondition).length;
	if (!isGroup || conditions === 0) return { ...tried, tree: undefined };
	const words = typeof quantity === "object" ? "at least 2 of (" : `${quantity} of (`;
	if (row.joinedBy === "comma") return { ...tried, tree: changedRow(tree, row.id, (old) => ({ ...old, words })) };
	if (quantity === "all" || quantity === "any") {
		if (conditions < 2) return { ...tried, tree: undefined };
		return { ...tried, tree: changedRow(tree, row.id, (old) => ({ ...old, connector: quantity === "all" ? "and" : "or" })) };
	}
	const { connector: _, ...rest } = row;
	const group: Tree = { ...rest, kind: "list", words, close: ")", joinedBy: "comma" };
	const isRoot = row.id === tree.id;
	return { ...tried, tree: isRoot ? { ...tree, rows: [group] } : changedRow(tree, row.id, () => group), touched: allWithin(row) };
};

const naming: Try = (document, tree, rows, [at, how]) => {
	const row = pick(rows, at);
	const name = pick(["new", 'q"', undefined], how);
	const gesture = setLabel(document, row.id, name);
	const tried = { name: `label ${row.id} ${name}`, gesture, touched: [row.id] };
	if (!isCondition(row) || row.id === tree.id || (row.words === "" && row.kind === "leaf")) return { ...tried, tree: undefined };
	return {
		...tried,
		touched: allWithin(row),
		tree: changedRow(tree, row.id, ({ label: _, ...old }) => ({ ...old, ...(name !== undefined && { label: name }) })),
	};
};

const commenting: Try = (document, tree, rows, [at, how]) => {
	const row = pick(rows, at);
	const comments = pick([{ before: ["new"] }, { after: "new" }, { before: ["new", "more"], after: "new" }, { before: [], after: "" }], how);
	const gesture = setComments(document, row.id, comments);
	const { parent } = find(tree, row.id) ?? {};
	const isNote = row.kind === "note";
	const after = "after" in comments ? comments.after : undefined;
	const isRefused =
		// Something follows a chain without parentheses on its line.
		(!gesture.ok && gesture.reason.startsWith("Something follows") && parent?.kind === "bare" && parent.rows.at(-1) === row) ||
		row.id === tree.id ||
		row.kind === "bare" ||
		(isNote && (after === "new" || comments.before?.length === 0)) ||
		(row.kind === "muted" && after === "new");
	const lost = [
		...(comments.before ? (isNote ? row.words.split("\n") : row.before) : []),
		...(after === undefined || row.after === undefined ? [] : [row.after]),
	];
	return {
		name: `comment ${row.id} ${JSON.stringify(comments)}`,
		gesture,
		tree: isRefused && !gesture.ok ? undefined : tree,
		touched: [row.id],
		lost,
		added: [...(comments.before ?? []), ...(after === "new" ? ["new"] : [])],
	};
};

/** Without this row and its comma, its neighbours in a group would be read as one condition. */
function isSeparator(group: Tree, row: Tree): boolean {
	const rows = group.rows.filter(isCondition);
	const at = rows.indexOf(row);
	const [before, after] = [rows[at - 1], rows[at + 1]];
	if (group.joinedBy !== "comma" || !before || !after) return false;
	const inner = [before, after].map((each) => inline({ ...leaf(""), kind: "list", joinedBy: "comma", rows: [each] }));
	const { condition } = parse(`all of (\n${inner.join("\n")}\n)`).segment;
	return condition?.kind !== "group" || condition.items.length !== 2;
}

const muting: Try = (document, tree, rows, [at]) => {
	const row = pick(rows, at);
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const isAlone = parent && parent !== tree && parent.rows.filter(isCondition).length === 1;
	const gesture = mute(document, row.id);
	// What joins a chain without parentheses to what follows can stand in the way on the line.
	const conditions = parent?.kind === "bare" ? parent.rows.filter(isCondition) : [];
	const isEnd = conditions[0] === row || conditions.at(-1) === row;
	const isRefused = !parent || !isCondition(row) || isAlone || ((isEnd || isSeparator(parent, row)) && !gesture.ok);
	return {
		name: `mute ${row.id}`,
		gesture,
		tree: isRefused ? undefined : changedList(tree, row.id, (list) => list.toSpliced(index, 1)),
		// Notes between the row and what joins it to others can become part of it.
		touched: [...allWithin(row), ...(parent ? notesBeside(tree, parent) : [])],
		lost: ["*"],
		commentsStay: false,
	};
};

const unmuting: Try = (document, tree, rows, [at]) => {
	const muted = rows.filter(({ kind }) => kind === "muted");
	const row = pick(muted.length > 0 ? muted : rows, at);
	const { parent, index } = find(tree, row.id) ?? { index: 0 };
	const tried = { name: `unmute ${row.id}`, gesture: unmute(document, row.id), touched: [row.id], lost: [`muted ${row.words}`] };
	if (row.kind !== "muted" || !parent) return { ...tried, tree: undefined };
	return {
		...tried,
		tree: {
			...tree,
			...(parent.id === tree.id && tree.connector === undefined && {}),
			rows: changedList(tree, row.id, (list) => list.toSpliced(index, 1, leaf(row.words))).rows,
		},
	};
};

const replacing: Try = (document, tree, rows, [at, what]) => {
	const row = pick(rows, at);
	const words = pick(["n = 1", "n = 1 or m = 2", "a1 and b1", "any of (x, y)"], what);
	const gesture = replaceText(document, row.id, words);
	const isRefused = !isCondition(row) || row.id === tree.id;
	return {
		name: `replace ${row.id} ${words}`,
		gesture,
		tree: isRefused ? undefined : changedRow(tree, row.id, () => bare(words)),
		touched: allWithin(row),
		lost: row.rows.flatMap(commentsWithin),
	};
};

export const tries: Readonly<Record<string, Try>> = {
	remove: removing,
	insert: inserting,
	insertNote: noting,
	duplicate: duplicating,
	moveUp: moving(-1),
	moveDown: moving(1),
	move: carrying,
	wrap: wrapping,
	unwrap: unwrapping,
	setConnector: connecting,
	setQuantity: quantifying,
	setLabel: naming,
	setComments: commenting,
	mute: muting,
	unmute: unmuting,
	replaceText: replacing,
};
