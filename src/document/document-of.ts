// A text to its rows, and the rows of a changed text to those they were before.
import type { Catalogue } from "../fields/catalogue.ts";
import { buildShape } from "../syntax/build-shape.ts";
import { concreteTree, type ParsedText, parseTree } from "../syntax/parse.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { differenceOf } from "../text/text-difference.ts";
import { RowBuilder } from "./build-rows.ts";
import { identify, type Move, type Passage } from "./identity.ts";
import { MutedReader } from "./read-muted.ts";
import type { RowDocument } from "./row.ts";
import { SlotReader } from "./slots.ts";

/**
 * The rows of a text, whatever its state: what cannot be shown as a condition is a row of text. Every unit of the text is in a row, in
 * a joint between rows, or a blank. Linear in the text's length. With a catalogue, rows know the fields that they name.
 *
 * documentOf('plan = "pro" # paying\nand seats > 5').root.children.map((row) => row.kind) // -> ["condition", "condition"]
 */
export function documentOf(text: string | ParsedText, catalogue?: Catalogue): RowDocument {
	return read(text, catalogue, undefined);
}

/** A change that rows can be followed through: a gesture's result, edits, or the whole text after it. */
export type DocumentChange = string | readonly TextEdit[] | { readonly edits: readonly TextEdit[]; readonly moves?: readonly Move[] };

/**
 * The rows of the text after a change. A row whose words are still there keeps its id, whatever happened before, behind or in it; one
 * that a gesture moved keeps it too. Ids of rows that are gone are not given again.
 */
export function nextDocument(previous: RowDocument, change: DocumentChange): RowDocument {
	const { edits, moves = [] } =
		typeof change === "string" ? { edits: editTo(previous.text, change) } : "edits" in change ? change : { edits: change };
	if (edits.length === 0) return previous;
	return read(applyEdits(previous.text, edits), previous.catalogue, { previous, edits, moves });
}

function read(source: string | ParsedText, catalogue: Catalogue | undefined, passage: Passage | undefined): RowDocument {
	const { parsed, concrete } = typeof source === "string" ? parseTree(source) : { parsed: source, concrete: concreteTree(source.text) };
	const { text } = parsed;
	const shape = buildShape(parsed, concrete);
	const slots = new SlotReader(text, shape.comments, new MutedReader(text));
	const root = new RowBuilder(text, shape.comments, slots, catalogue).root(shape.item);
	return { text, parsed, root, ...(catalogue && { catalogue }), ...identify(root, passage) };
}

/** One edit: all between the first and the last unit that differ. */
function editTo(before: string, after: string): readonly TextEdit[] {
	if (before === after) return [];
	const { from, to, text } = differenceOf(before, after);
	return [{ span: { from, to }, text }];
}
