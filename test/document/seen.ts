// What the rows of a document show, in the form that texts are generated with.
import type { Row, RowDocument } from "../../src/document/row.ts";
import type { Expected } from "./arbitrary-layout.ts";

export interface Seen extends Expected {
	readonly id: number;
	readonly rows: readonly Seen[];
}

export function seenOf(document: RowDocument, row: Row = document.root): Seen {
	const { text } = document;
	const { id, comments } = row;
	const rows = row.children.map((child) => seenOf(document, child));
	const around = { before: comments.before.map((each) => each.text), ...(comments.after && { after: comments.after.text }) };
	if (row.kind === "muted") return { id, kind: "muted", words: row.text.replace(/,$/, ""), ...around, rows };
	if (row.kind === "note") return { id, kind: "note", words: row.lines.map((line) => line.text).join("\n"), ...around, rows };
	const label = row.label && { label: row.label.name };
	const notAt = row.not ?? (row.kind === "reference" ? row.shape.not : undefined);
	const not = notAt && { not: true };
	const prefixEnd = Math.max(row.label?.words.to ?? 0, notAt?.to ?? 0, row.words.from);
	const list = "list" in row ? row.list : undefined;
	if (!list) return { id, kind: "leaf", words: text.slice(prefixEnd, row.words.to).trim(), ...label, ...not, ...around, rows };
	const isBare = row.kind === "group" && (row.form === "bare" || row.form === "prefix");
	const joined = { joinedBy: list.joinedBy, ...(list.connector && { connector: list.connector }) };
	if (isBare) return { id, kind: "bare", words: "", ...joined, ...around, rows };
	const open = text.slice(prefixEnd, list.region.from).trim();
	return {
		id,
		kind: "list",
		words: open,
		close: text.slice(list.region.to, row.words.to).trim(),
		...joined,
		...label,
		...not,
		...around,
		rows,
	};
}

/** A line for each row, so that a difference is read at a glance. */
export function linesOf(row: Expected, depth = 0): string {
	const { kind, words, close, label, not, joinedBy, connector, before, after, rows } = row;
	const own = [
		"\t".repeat(depth) + kind,
		...(label === undefined ? [] : [`${JSON.stringify(label)}:`]),
		...(not ? ["not"] : []),
		JSON.stringify(words.trim()),
		...(kind === "list" || kind === "bare" ? [close ?? "", joinedBy, connector] : []),
		`above ${JSON.stringify(before)} behind ${JSON.stringify(after)}`,
	];
	return [own.join(" "), ...rows.map((each) => linesOf(each, depth + 1))].join("\n");
}
