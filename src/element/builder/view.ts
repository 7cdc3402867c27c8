// What the templates of the builder are given: the rows, the words, what is open or typed, and what a control can ask for.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Row, RowDocument } from "../../document/row.ts";
import type { Formats } from "../guest/formats.ts";
import type { RowLanguage, Session } from "../session/session.ts";
import type { Acts } from "./acts.ts";
import type { Commands } from "./commands.ts";
import type { RowCounts } from "./row-counts.ts";
import type { Suggestions } from "./suggestions.ts";
import type { Typing } from "./typing.ts";
import type { BuilderWords } from "./words.ts";

export interface View {
	readonly session: Session;
	readonly language: RowLanguage;
	readonly document: RowDocument;
	readonly say: BuilderWords;
	readonly formats: Formats;
	readonly acts: Acts;
	readonly commands: Commands;
	readonly typing: Typing;
	readonly suggestions: Suggestions;
	readonly counts: RowCounts;
	readonly problems: ReadonlyMap<number, readonly Diagnostic[]>;
	/** Rows, by id, in which something is still to be chosen. */
	readonly missing: ReadonlySet<number>;
	readonly panels: Panels;
	/** The rows that are drawn, by id: the first ones of a very long text. Undefined is all. */
	readonly drawn: ReadonlySet<number> | undefined;
	/** The row that the selection of the text lies in. */
	readonly marked: number | undefined;
}

/** What is unfolded: not part of the text. */
export interface Panels {
	/** The row whose further gestures are shown. */
	readonly more: number | undefined;
	/** Rows whose long lists are shown whole. */
	readonly whole: ReadonlySet<number>;
	/** How many rows are drawn at most. */
	readonly rows: number;
	/** Controls whose value is being written out, by key. */
	readonly written: ReadonlySet<string>;
}

/** Names a control, for focus: it stays on it while rows move, and on a control of the same name when the row is drawn anew. */
export const keyOf = (row: Row | number, control: string): string => `${typeof row === "number" ? row : row.id}/${control}`;

/** The words of a row on one line, cut where they get long. */
export function wordsOf(row: Row, { text }: RowDocument, most = 80): string {
	const words = text.slice(row.words.from, Math.min(row.words.to, row.words.from + most * 2)).replace(/\s+/g, " ");
	return words.length > most ? `${words.slice(0, most)}…` : words;
}
