// A new note: comment lines of nobody's.
import { changeOf, type Gesture, refuse } from "../change.ts";
import type { Mark } from "../draft.ts";
import type { Entry } from "../entries.ts";
import type { RowDocument } from "../row.ts";
import { lineBreakOf, listIndent } from "../style.ts";
import { whyNoSuchEnds } from "../write-list.ts";
import { insertedInto, type RowPlace, targetOf } from "./insert.ts";
import { commentWords, whyNoNote } from "./set-comments.ts";

/** Inserts a note of one or more lines, without their `#`. */
export function insertNote(document: RowDocument, place: RowPlace, lines: readonly string[]): Gesture {
	const reason = whyNoNote(lines);
	if (reason) return refuse(reason);
	const target = targetOf(document, place);
	if ("ok" in target) return target;
	const { list, index } = target;
	if (!list) return refuse("It has no conditions yet. Add one first.");
	const { text } = document;
	const words = lines.map(commentWords).join(lineBreakOf(text) + listIndent(text, list));
	let mark: Mark | undefined;
	const entry: Entry = {
		kind: "note",
		content: (draft) => {
			mark = draft.add(words);
		},
		words: () => words,
		endsLine: true,
		beginsWithComment: true,
	};
	const whyNot = whyNoSuchEnds(list, index === 0 ? entry : undefined, index === list.slots.length ? entry : undefined);
	if (whyNot) return refuse(whyNot);
	const { replaced: _, ...beside } = target;
	return changeOf(document, [insertedInto(document, beside, entry)], [], { mark, length: words.length });
}
