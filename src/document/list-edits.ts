// A list of values made longer, shorter or another: values that stay keep their words, the blanks and the comments around them.
import { commentsOf } from "../syntax/fragment.ts";
import type { ListShape } from "../syntax/shape.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { hasBreak, singleGap } from "./style.ts";

/** The edits that make the items of a list these words. At least one. */
export function listEdits(text: string, { region, items }: ListShape, words: readonly string[]): readonly TextEdit[] {
	const old = items.map(({ from, to }) => text.slice(from, to));
	if (items.length === 0) return [{ span: region, text: words.join(", ") }];
	let start = 0;
	while (start < old.length && start < words.length && old[start] === words[start]) start++;
	let end = 0;
	while (end < old.length - start && end < words.length - start && old.at(-1 - end) === words.at(-1 - end)) end++;
	const gone = items.slice(start, items.length - end);
	const added = words.slice(start, words.length - end);
	const both = Math.min(gone.length, added.length);
	const edits: TextEdit[] = gone.slice(0, both).map((span, index) => ({ span, text: added[index] as string }));
	if (added.length > both) edits.push(insertionAt(text, items, start + both, added.slice(both)));
	for (let index = start + both; index < items.length - end; index++) edits.push(...removalAt(text, items, index, start + both === 0));
	return edits;
}

/** New items before the item at `index`, or behind the last. */
function insertionAt(text: string, items: readonly Span[], index: number, words: readonly string[]): TextEdit {
	const separator = separatorOf(text, items);
	const before = items[index - 1];
	if (before) return { span: { from: before.to, to: before.to }, text: words.map((each) => separator + each).join("") };
	const from = items[0]?.from ?? 0;
	return { span: { from, to: from }, text: words.map((each) => each + separator).join("") };
}

/** A comma, and the blanks that separate the first two items: `, ` where there is one. */
function separatorOf(text: string, [first, second]: readonly Span[]): string {
	if (!first || !second) return ", ";
	const between = text.slice(first.to, second.from);
	const blanks = singleGap(/\s*$/.exec(between)?.[0] ?? " ", text);
	return `,${blanks === "" ? " " : blanks}`;
}

/** Without an item and one comma; comments beside it stay. The first items go with what follows them, others with what is before. */
function removalAt(text: string, items: readonly Span[], index: number, isHead: boolean): readonly TextEdit[] {
	const item = items[index] as Span;
	const gap = isHead
		? { from: item.to, to: items[index + 1]?.from ?? item.to }
		: { from: items[index - 1]?.to ?? item.from, to: item.from };
	const between = text.slice(gap.from, gap.to);
	if (!/#|\/\/|--/.test(between)) return [{ span: { from: Math.min(gap.from, item.from), to: Math.max(gap.to, item.to) }, text: "" }];
	const comments = commentsOf(between);
	const comma = [...between.matchAll(/,/g)].find(({ index: at }) => !comments.some(({ from, to }) => from <= at && at < to));
	const commaEdit = comma ? [{ span: { from: gap.from + comma.index, to: gap.from + comma.index + 1 }, text: "" }] : [];
	return [...commaEdit, { span: isHead ? item : withIndent(text, item, gap), text: "" }];
}

/** An item alone on its line goes with the line break before it. */
function withIndent(text: string, item: Span, gap: Span): Span {
	const blanks = /\s*$/.exec(text.slice(gap.from, item.from))?.[0] ?? "";
	const isAlone = hasBreak(blanks) && /^[^\S\n\r]*[\n\r]/.test(text.slice(item.to, item.to + 1_000));
	return isAlone ? { from: item.from - blanks.length, to: item.to } : item;
}
