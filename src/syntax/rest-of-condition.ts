// How far a condition goes on behind a word in it.
import { tokenize } from "../../grammar/lexer.ts";
import * as t from "../../grammar/tokens.ts";
import { spanOf } from "./lex.ts";

/** A condition that is longer than this behind a word is looked at no further: reading 3,000 characters for each item takes tens of milliseconds. */
export const maxRest = 3_000;

/** The condition that a word belongs to. */
export interface Around {
	/** Up to the word, with the parentheses around it that give words their meaning. */
	readonly lead: string;
	/** How many parentheses of the condition's own are open before the word. */
	readonly open: number;
	/** What stands behind the word, to the end of the text. */
	readonly after: string;
}

/** What stands in the word's place: a hole, or what may take a joining word that follows for its own, as `between` an `and`, and `on` an `or`. */
export type InPlace = "?" | "between ?" | "on";

/** What stands behind the word, up to what joins, separates or closes; empty where that is nothing but blanks and comments. */
export function restOfCondition(around: Around, inPlace: InPlace): string {
	const { lead, open } = around;
	const after = around.after.slice(0, maxRest);
	const from = lead.length + inPlace.length;
	let left = open;
	let isFirst = true;
	for (const token of tokenize(lead + inPlace + after).tokens) {
		const at = spanOf(token).from - from;
		if (at < 0) continue;
		const { tokenType } = token;
		// Without its `or`, a day is still to come, and ends what a hole does.
		if (isFirst && inPlace === "on" && tokenType !== t.OnOr) return restOfCondition(around, "?");
		isFirst = false;
		if (left === 0 && ends.has(tokenType)) return trimmed(after.slice(0, at));
		if (tokenType === t.Open || tokenType === t.OpenExpression) left++;
		else if (tokenType === t.Close) left--;
	}
	return trimmed(after);
}

/** How many of the parentheses right before the condition, the innermost ones, hold a calculation: `((| + 1) * 2 > 5)` has one. */
export function openCalculations(lead: string, begun: string, openings: number, rest: string): number {
	if (openings === 0) return 0;
	const before = lead + "(".repeat(openings);
	const { tokens } = tokenize(`${before}${begun}?${rest.slice(0, maxRest)}`);
	const outermost = tokens.find((token) => token.tokenType === t.OpenExpression && spanOf(token).from >= lead.length);
	const from = outermost ? spanOf(outermost).from : before.length;
	// One in what is written of the condition comes later, and counts there.
	return Math.max(0, before.length - from);
}

const ends: ReadonlySet<unknown> = new Set([t.And, t.Or, t.NewItem, t.Comma, t.StrayComma, t.Close, t.StrayClose]);

const trimmed = (text: string): string => (/^(?:\s|#[^\n\r]*)*$/.test(text) ? "" : text);
