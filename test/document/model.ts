// What gestures mean, said once more and in another way: on plain trees, without any text. A tree is written on one line, with
// parentheses wherever they could matter, and the text that a gesture made has to be read as the same tree.
import type { Expected } from "./arbitrary-layout.ts";

/** Rows that a gesture adds have no id. */
export interface Tree extends Omit<Expected, "rows"> {
	readonly id?: number;
	readonly rows: readonly Tree[];
}

export const leaf = (words: string): Tree => ({ kind: "leaf", words, before: [], rows: [] });

const isCondition = ({ kind }: Tree): boolean => kind !== "muted" && kind !== "note";

/** The tree on one line; empty when no condition is left. */
export function inline(tree: Tree): string {
	const rows = tree.rows.filter(isCondition);
	const separator = tree.joinedBy === "comma" ? ", " : ` ${tree.connector ?? "and"} `;
	const inner = rows.map((row) => inlineRow(row, rows.length > 1)).join(separator);
	return inner;
}

function inlineRow(row: Tree, hasNeighbours: boolean): string {
	const prefix = `${row.label === undefined ? "" : `${JSON.stringify(row.label)}: `}${row.not ? "not " : ""}`;
	if (row.kind === "leaf") return prefix + (row.words === "" ? "?" : row.words.replace(/\s+/g, " "));
	if (row.kind === "bare") return hasNeighbours || prefix !== "" ? `${prefix}(${inline(row)})` : inline(row);
	return `${prefix}${/[\w"`]$/.test(row.words) && !row.words.endsWith("where") ? `${row.words} ` : `${row.words} `}${inline(row)}${row.close ?? ""}`;
}

/** The tree with the list that holds a row changed; `change` gets the rows of that list and the row's index. */
export function changedList(tree: Tree, id: number, change: (rows: readonly Tree[], index: number, list: Tree) => readonly Tree[]): Tree {
	const index = tree.rows.findIndex((row) => row.id === id);
	if (index >= 0) return filled({ ...tree, rows: change(tree.rows, index, tree) });
	return { ...tree, rows: tree.rows.map((row) => changedList(row, id, change)) };
}

/** The tree with one row changed. */
export function changedRow(tree: Tree, id: number, change: (row: Tree) => Tree): Tree {
	if (tree.id === id) return change(tree);
	return { ...tree, rows: tree.rows.map((row) => changedRow(row, id, change)) };
}

export function find(tree: Tree, id: number): { readonly row: Tree; readonly parent?: Tree; readonly index: number } | undefined {
	if (tree.id === id) return { row: tree, index: 0 };
	for (const [index, row] of tree.rows.entries()) {
		if (row.id === id) return { row, parent: tree, index };
		const found = find(row, id);
		if (found) return found;
	}
	return undefined;
}

/** A list cannot be empty: a collection then asks for any element, another group waits for a condition. */
function filled(list: Tree): Tree {
	if (list.rows.some(isCondition) || list.words === "") return list;
	const collection =
		/^(.*\borders|.*\bvisits)\s*(?:where\s*)?\($/.exec(list.words)?.[1] ?? /^(count\(orders)\s+where$/.exec(list.words)?.[1];
	const isEdge = /^(?:first|last)\b/.test(list.words);
	if (collection !== undefined && !isEdge && list.rows.length === 0) {
		const close = list.words.includes("where") ? (list.close ?? "") : "";
		return { ...leaf(collection + close), ...(list.label !== undefined && { label: list.label }), ...(list.not && { not: true }) };
	}
	return { ...list, rows: [...list.rows, leaf("?")] };
}

/** All comments of a tree, muted conditions and notes included. */
export function commentsOf(tree: Tree): readonly string[] {
	const own = [...tree.before, ...(tree.after === undefined ? [] : [tree.after])];
	const words = tree.kind === "muted" ? [`muted ${tree.words}`] : tree.kind === "note" ? tree.words.split("\n") : [];
	return [...own, ...words, ...tree.rows.flatMap(commentsOf)];
}
