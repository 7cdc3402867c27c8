// How many profiles pass each row, found by the stretch of text that was counted. While another text is being counted, rows whose words are the
// same still show what they had.
import type { CountedCondition } from "../../preview/preview.ts";
import type { Row, RowDocument } from "../../document/row.ts";
import type { Span } from "../../text/span.ts";
import { countedNow } from "../session/live-counts.ts";
import type { Session } from "../session/session.ts";

/** As it was counted: `shownCount` says how it may be told. */
export interface RowCount {
	readonly count: number;
	readonly throughMissing: number;
	/** Of this text; else of the last one that was counted. */
	readonly isCurrent: boolean;
}

interface Kept {
	readonly words: string;
	readonly count: number;
	readonly throughMissing: number;
}

export class RowCounts {
	#kept: ReadonlyMap<number, Kept> = new Map();
	#counted: unknown;
	#profiles: unknown;
	#isCurrent = false;

	/** Reads what the session knows now. Linear in rows and conditions when there is another answer. */
	read({ counts, rows, version, inputs: { profiles } }: Session): void {
		const counted = countedNow(counts, version);
		this.#isCurrent = counted !== undefined;
		if (counts.kind === "idle" || counts.kind === "empty" || this.#profiles !== profiles) this.#kept = new Map();
		this.#profiles = profiles;
		if (!counted || !rows || this.#counted === counted) return;
		this.#counted = counted;
		this.#kept = countsOf(rows, counted.preview.condition);
	}

	of(row: Row, { text }: RowDocument): RowCount | undefined {
		const kept = this.#kept.get(row.id);
		if (!kept) return undefined;
		const { count, throughMissing, words } = kept;
		if (!this.#isCurrent && words !== text.slice(row.words.from, row.words.to)) return undefined;
		return { count, throughMissing, isCurrent: this.#isCurrent };
	}
}

function countsOf(rows: RowDocument, whole: CountedCondition): ReadonlyMap<number, Kept> {
	const bySpan = new Map<string, CountedCondition>();
	collect(whole, bySpan);
	const kept = new Map<number, Kept>();
	for (const { row } of rows.places.values()) {
		const counted = spansOf(row)
			.map((span) => bySpan.get(keyOf(span)))
			.find((each) => each !== undefined);
		if (!counted) continue;
		const { count, throughMissing } = counted;
		kept.set(row.id, { words: rows.text.slice(row.words.from, row.words.to), count, throughMissing });
	}
	return kept;
}

const keyOf = ({ from, to }: Span): string => `${from}-${to}`;

/** Conditions in the same place are the same but for names and parentheses: the outermost is the row's. */
function collect(condition: CountedCondition, into: Map<string, CountedCondition>): void {
	const key = keyOf(condition.span);
	if (!into.has(key)) into.set(key, condition);
	for (const item of condition.items) collect(item, into);
}

/** Where a row's condition can stand: with its `not` and its name, else alone, else from its first condition to its last. */
function spansOf(row: Row): readonly Span[] {
	if (row.kind === "note" || row.kind === "muted" || row.kind === "text") return [];
	const conditions = row.children.filter(({ kind }) => kind !== "note" && kind !== "muted");
	const [first, last] = [conditions[0], conditions.at(-1)];
	const inside =
		row.kind === "group" && !row.collection && !row.edge && first && last ? [{ from: first.words.from, to: last.words.to }] : [];
	const own = "shape" in row && row.shape && !row.not ? [row.shape.span] : [];
	return [row.words, ...own, ...("not" in row && row.not ? [] : inside)];
}
