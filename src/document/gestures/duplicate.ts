// A row once more, right behind itself. Its comments are not repeated.
import { changeOf, type Gesture, refuse } from "../change.ts";
import type { Mark } from "../draft.ts";
import { chainOf, newEntry } from "../entries.ts";
import { heldRow, whyFixed } from "../find-row.ts";
import type { Row, RowDocument } from "../row.ts";
import { type InsertOptions, insertedInto, targetOf } from "./insert.ts";

/** Adds a copy of a condition behind it, and selects the copy. */
export function duplicate(document: RowDocument, id: number, options: InsertOptions = {}): Gesture {
	const held = heldRow(document, id, "duplicated");
	if ("ok" in held) return held;
	const { row } = held;
	const reason = whyNotDuplicate(row);
	if (reason) return refuse(reason);
	const target = targetOf(document, { after: id });
	if ("ok" in target) return target;
	const words = document.text.slice(row.words.from, row.words.to);
	let mark: Mark | undefined;
	const entry = newEntry(words, chainOf(row).chain, (placed) => {
		mark = placed;
	});
	return changeOf(document, [insertedInto(document, target, entry, options.connector)], [], { mark, length: words.length });
}

export function whyNotDuplicate(row: Row): string | undefined {
	if (row.kind === "note") return "A comment is not a condition: there is nothing to duplicate.";
	if (row.kind === "muted") return "It is muted. Unmute it first.";
	return whyFixed(row);
}
