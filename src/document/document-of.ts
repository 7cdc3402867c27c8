// A text to its rows, and the rows of a changed text to those they were before.
import type { Catalogue } from "../fields/catalogue.ts";
import { buildShape } from "../syntax/build-shape.ts";
import { concreteTree, type ParsedText, type ParsedTree, parseTree } from "../syntax/parse.ts";
import { MutedReader } from "../syntax/read-muted.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { differenceOf } from "../text/text-difference.ts";
import { RowBuilder } from "./build-rows.ts";
import { identify, type Move, type Passage } from "./identity.ts";
import type { RowDocument } from "./row.ts";
import { SlotReader } from "./slots.ts";

/**
 * The rows of a text, whatever its state: what cannot be shown as a condition is a row of text. Every unit of the text is in a row, in
 * a joint between rows, or a blank. Linear in the text's length. With a catalogue, rows know the fields that they name.
 *
 * documentOf('plan = "pro" # paying\nand seats > 5').root.children.map((row) => row.kind) // -> ["condition", "condition"]
 */
export function documentOf(text: string | ParsedText | ParsedTree, catalogue?: Catalogue): RowDocument {
	return read(text, catalogue, undefined);
}

/** A change that rows can be followed through: a gesture's result, edits, or the whole text after it. */
export type DocumentChange = string | readonly TextEdit[] | { readonly edits: readonly TextEdit[]; readonly moves?: readonly Move[] };

/**
 * The rows of the text after a change. A row whose words are still there keeps its id, whatever happened before, behind or in it; one
 * that a gesture moved keeps it too. Ids of rows that are gone are not given again. `after` is the text after the change where it was parsed
 * already; a tree of another text is of no use, and is not looked at.
 */
export function nextDocument(previous: RowDocument, change: DocumentChange, after?: ParsedTree): RowDocument {
	const { edits, moves = [] } =
		typeof change === "string" ? { edits: editTo(previous.text, change) } : "edits" in change ? change : { edits: change };
	if (edits.length === 0) return previous;
	const text = applyEdits(previous.text, edits);
	return read(after?.parsed.text === text ? after : text, previous.catalogue, { previous, edits, moves });
}

function read(source: string | ParsedText | ParsedTree, catalogue: Catalogue | undefined, passage: Passage | undefined): RowDocument {
	const { parsed, concrete } = treeOf(source);
	const { text } = parsed;
	const shape = buildShape(parsed, concrete);
	const slots = new SlotReader(text, shape.comments, new MutedReader(text));
	const root = new RowBuilder(text, shape.comments, slots, catalogue).root(shape.item);
	return { text, parsed, root, ...(catalogue && { catalogue }), ...identify(root, passage) };
}

function treeOf(source: string | ParsedText | ParsedTree): ParsedTree {
	if (typeof source === "string") return parseTree(source);
	if ("parsed" in source) return source;
	const concrete = concreteTree(source.text);
	return { parsed: source, ...(concrete && { concrete }) };
}

/** One edit: all between the first and the last unit that differ. */
function editTo(before: string, after: string): readonly TextEdit[] {
	if (before === after) return [];
	const { from, to, text } = differenceOf(before, after);
	return [{ span: { from, to }, text }];
}
