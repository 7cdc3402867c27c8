// Every token of a text with what it is for: for colours, folding and selections, in half-typed texts too.
import type { TokenType } from "chevrotain";
import { type Tokens, tokenize } from "../../grammar/lexer.ts";
import * as t from "../../grammar/tokens.ts";
import type { Span } from "../text/span.ts";
import { spanOf } from "./lex.ts";

/** `unknown` is a run of characters that the language does not know. */
export type TextTokenKind = keyof typeof kinds | "operator" | "comment" | "unknown";

export interface TextToken {
	readonly kind: TextTokenKind;
	readonly span: Span;
	/** Of a parenthesis, which side it is. */
	readonly side?: "open" | "close";
}

/** All other words and signs are operators, or parts of one. */
const kinds = {
	name: [t.Name],
	text: [t.TextLiteral],
	/** The name of a condition. */
	label: [t.Label],
	number: [t.NumberLiteral, t.NumberWord],
	date: [
		...[t.DateLiteral, t.ForeignDate, t.MonthDayLiteral, t.Today, t.Yesterday, t.Tomorrow, t.Now, t.Unit, t.Ago, t.From, t.FromNow],
		...[t.The, t.This, t.Last, t.Next, t.Calendar, t.Full],
	],
	function: [t.Count, t.Distinct, t.Sum, t.Avg, t.Min, t.Max, t.Age, t.Month, t.Weekday, t.Hour],
	keyword: [
		...[t.And, t.Or, t.Not, t.ListWord, t.Any, t.All, t.None, t.AnyOf, t.AllOf, t.NoneOf, t.Of, t.No, t.Every, t.QuantityAt, t.GroupAt],
		...[t.Exactly, t.QuantityFewer, t.QuantityMore, t.FirstElement, t.LastElement, t.By, t.Where, t.ReferenceIn, t.Segment],
		...[t.Ignoring, t.Case, t.True, t.False],
	],
	punctuation: [t.Open, t.OpenExpression, t.Close, t.StrayClose, t.Comma, t.StrayComma, t.Colon, t.Placeholder],
} as const;

const kindOf: ReadonlyMap<TokenType, TextTokenKind> = new Map(
	Object.entries(kinds).flatMap(([kind, types]) => types.map((type): [TokenType, TextTokenKind] => [type, kind as TextTokenKind])),
);
const sides: ReadonlyMap<TokenType, "open" | "close"> = new Map([
	[t.Open, "open"],
	[t.OpenExpression, "open"],
	[t.Close, "close"],
	[t.StrayClose, "close"],
]);
/** `least` is what the `at` before it is. */
const seconds: ReadonlySet<TokenType> = new Set([t.Least, t.Most, t.Than]);

/** In the order of the text, none over another; together they hold all of it but blanks. Linear in the text. */
export const textTokens = (text: string): readonly TextToken[] => tokensOf(tokenize(text));

/** The same of a text that was cut into tokens already. */
export function tokensOf({ tokens, comments, unknown }: Pick<Tokens, "tokens" | "comments" | "unknown">): readonly TextToken[] {
	const found: TextToken[] = [];
	let before: TextTokenKind = "operator";
	for (const token of tokens) {
		if (token.image === "") continue;
		const kind: TextTokenKind = seconds.has(token.tokenType) ? before : (kindOf.get(token.tokenType) ?? "operator");
		const side = sides.get(token.tokenType);
		found.push({ kind, span: spanOf(token), ...(side && { side }) });
		before = kind;
	}
	const others: readonly TextToken[] = [
		...comments.map((comment): TextToken => ({ kind: "comment", span: spanOf(comment) })),
		...unknown.map((span): TextToken => ({ kind: "unknown", span })),
	];
	return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.span.from - b.span.from);
}
