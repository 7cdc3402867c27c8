// Stretches of a row's words that several gestures change.
import { commentsOf } from "../syntax/fragment.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Row, RowDocument } from "./row.ts";
import { indentAt, lineBreakOf } from "./style.ts";

/** Replaces a stretch of a row's words. Comments in it go before the row's words. */
export function replaced({ text }: RowDocument, row: Row, at: Span, words: string): readonly TextEdit[] {
	const old = text.slice(at.from, at.to);
	if (old === words) return [];
	const edit = { span: at, text: spaced(text, at, words) };
	const comments = /#|\/\/|--/.test(old) ? commentsOf(old) : [];
	if (comments.length === 0) return [edit];
	const next = lineBreakOf(text) + indentAt(text, row.words.from);
	const lines = comments.map(({ from, to }) => old.slice(from, to) + next).join("");
	const place = { from: row.words.from, to: row.words.from };
	return at.from === place.from ? [{ ...edit, text: lines + words }] : [{ span: place, text: lines }, edit];
}

const isBlankOrSign = /^[\s(),]?$/;

/** With a blank on a side where the words would stand right beside others. */
function spaced(text: string, { from, to }: Span, words: string): string {
	if (!/[\p{L}\p{N}]/u.test(words)) return words;
	const before = isBlankOrSign.test(text.charAt(from - 1)) || /^\s/.test(words) ? "" : " ";
	const after = isBlankOrSign.test(text.charAt(to)) || from === to ? "" : " ";
	return before + words + after;
}

/** Where the condition of a row begins after its name: there `not ` can be written. */
export function afterLabel({ text }: RowDocument, row: Row): number {
	const label = "label" in row ? row.label : undefined;
	if (!label) return row.words.from;
	return label.words.to + (/^(?:\s|#[^\n\r]*)*/.exec(text.slice(label.words.to, row.words.to))?.[0].length ?? 0);
}

/** Takes words away with the blanks behind them, up to the end of their line. */
export function withoutWords({ text }: RowDocument, { from, to }: Span): TextEdit {
	const blanks = /^[^\S\n\r]*/.exec(text.slice(to, to + 10_000))?.[0].length ?? 0;
	return { span: { from, to: to + blanks }, text: "" };
}

/** Whether the names of a row are those of an element of a collection. */
export function isInCollection({ places }: RowDocument, row: Row): boolean {
	for (let owner = places.get(row.id)?.owner; owner; owner = places.get(owner.id)?.owner) {
		if (owner.kind === "condition" || (owner.kind === "group" && (owner.collection || owner.edge))) return true;
	}
	return false;
}
