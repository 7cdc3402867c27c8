// How far a condition goes on behind a word in it.
import { tokenize } from "../../grammar/lexer.ts";
import * as t from "../../grammar/tokens.ts";
import { spanOf } from "./lex.ts";
import type { PlacedToken } from "./place.ts";

/** A condition that is longer than this behind a word is looked at no further: reading 3,000 characters for each item takes tens of milliseconds. */
export const maxRest = 3_000;

/**
 * What stands behind a word, up to what joins, separates or closes; empty where that is nothing but blanks and comments. `lead` is the
 * condition up to the word, with the parentheses around it that give words their meaning, `tokens` are the condition's own before the word.
 * `word` takes the word's place: behind a `between` the next `and` may be its own.
 */
export function restOfCondition(lead: string, tokens: readonly PlacedToken[], word: string, rest: string): string {
	const after = rest.slice(0, maxRest);
	const from = lead.length + word.length;
	let open = 0;
	for (const { type } of tokens) open += type === "Open" || type === "OpenExpression" ? 1 : type === "Close" ? -1 : 0;
	for (const token of tokenize(lead + word + after).tokens) {
		const at = spanOf(token).from - from;
		if (at < 0) continue;
		const { tokenType } = token;
		if (open === 0 && ends.has(tokenType)) return trimmed(after.slice(0, at));
		if (tokenType === t.Open || tokenType === t.OpenExpression) open++;
		else if (tokenType === t.Close) open--;
	}
	return trimmed(after);
}

const ends: ReadonlySet<unknown> = new Set([t.And, t.Or, t.NewItem, t.Comma, t.StrayComma, t.Close, t.StrayClose]);

const trimmed = (text: string): string => (/^(?:\s|#[^\n\r]*)*$/.test(text) ? "" : text);
