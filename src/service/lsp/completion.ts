// Completion items in the shape of the language server protocol.
import type { CompletionItem, CompletionList } from "../complete/complete.ts";
import type { CompletionKind } from "../complete/candidate.ts";
import type { LspPositions, LspRange, LspTextEdit } from "./shapes.ts";

/** Field, class, operator, keyword, function, value, constant and reference. */
const kinds = {
	field: 5,
	collection: 7,
	operator: 24,
	keyword: 14,
	function: 3,
	value: 12,
	date: 21,
	segment: 18,
} as const satisfies Readonly<Record<CompletionKind, number>>;

export interface LspCompletionItem {
	readonly label: string;
	readonly labelDetails?: { readonly description: string };
	readonly kind: (typeof kinds)[CompletionKind];
	readonly documentation?: string;
	/** Keeps the service's order, whatever the editor thinks of the labels. */
	readonly sortText: string;
	/** What is typed already, so that no editor's own filter hides what the service found. */
	readonly filterText?: string;
	readonly insertTextFormat: 1 | 2;
	readonly textEdit: LspTextEdit;
	readonly additionalTextEdits?: LspTextEdit[];
}

export interface LspCompletionList {
	/** Always: what fits is asked again with each letter, and ranked here. */
	readonly isIncomplete: true;
	readonly items: LspCompletionItem[];
}

export function lspCompletionList(
	{ items }: CompletionList,
	text: string,
	offset: number,
	positions: LspPositions,
	{ snippets = true } = {},
): LspCompletionList {
	return { isIncomplete: true, items: items.map((item, index) => lspItem(item, index, text, offset, positions, snippets)) };
}

function lspItem(
	item: CompletionItem,
	index: number,
	text: string,
	offset: number,
	positions: LspPositions,
	snippets: boolean,
): LspCompletionItem {
	const { label, kind, detail, description, span, insert, snippet } = item;
	const isSnippet = snippets && snippet !== insert;
	const [range, rest] = onOneLine(positions.range(span), text, positions);
	const typed = text.slice(span.from, offset);
	return {
		label,
		...(detail !== undefined && { labelDetails: { description: detail } }),
		kind: kinds[kind],
		...(description !== undefined && { documentation: description }),
		sortText: String(index).padStart(4, "0"),
		...(typed !== "" && { filterText: typed }),
		insertTextFormat: isSnippet ? 2 : 1,
		textEdit: { range, newText: isSnippet ? snippet : insert },
		...(rest && { additionalTextEdits: [{ range: rest, newText: "" }] }),
	};
}

/** The protocol wants the edit on one line; what an operator has on the next is taken out by an edit of its own. */
function onOneLine(range: LspRange, text: string, positions: LspPositions): readonly [LspRange, LspRange | undefined] {
	if (range.start.line === range.end.line) return [range, undefined];
	const { from } = positions.span(range);
	const end = positions.position(from + text.slice(from).search(/[\r\n]/));
	return [
		{ start: range.start, end },
		{ start: end, end: range.end },
	];
}
