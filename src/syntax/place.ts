// What stands around an offset of a half-typed text: the word at it, the condition it belongs to, the parentheses around. Read from the
// tokens before it alone, so that what follows does not change what could stand there.
import type { IToken, TokenType } from "chevrotain";
import type { Parenthesis } from "../../grammar/classify.ts";
import { tokenize } from "../../grammar/lexer.ts";
import { aggregates } from "../../grammar/token-sets.ts";
import * as t from "../../grammar/tokens.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { spanOf } from "./lex.ts";
import { readName, withoutProfilePrefix } from "./names.ts";
import { type Word, wordAt } from "./word-at.ts";

export type { Word } from "./word-at.ts";

/** One token before the word; `type` is the token's name in the grammar. */
export interface PlacedToken {
	readonly type: string;
	/** As written. */
	readonly image: string;
	readonly span: Span;
}

/** A collection whose parentheses are open; of an aggregate with `where`, the name may go on: `orders.total`. */
export interface OpenCollection {
	readonly name: ast.FieldName;
	readonly isAggregate: boolean;
}

export interface Place {
	readonly word: Word;
	/** Outermost first. */
	readonly collections: readonly OpenCollection[];
	/** Where the condition begins that the word belongs to; the word's own start where it begins one. */
	readonly from: number;
	/** The condition's tokens before the word. */
	readonly tokens: readonly PlacedToken[];
	/** How many parentheses open right before the condition. What comes behind them says whether they hold conditions or a calculation. */
	readonly openings: number;
	/** The name of the token before the condition, such as `Not`; undefined at the beginning of the text. */
	readonly lead: string | undefined;
	/** In the parentheses of a call that take a name or a value: the name of the call's token, such as `Count`. */
	readonly call: string | undefined;
	/** In a list of values. */
	readonly isInList: boolean;
	/** How many of `tokens` come before the item of the list or the argument of the call that the word belongs to. */
	readonly itemStart: number;
	/** In a group, where a new line can end a condition and begin the next. */
	readonly isInGroup: boolean;
	/** A new line lies between the word and the token before it. */
	readonly isOnNewLine: boolean;
}

/** Undefined in a comment, where nothing of the language stands. Linear in the text before the offset. */
export function placeAt(text: string, offset: number): Place | undefined {
	const before = tokenize(text.slice(0, offset));
	const comment = before.comments.at(-1);
	if (comment && spanOf(comment).to === offset) return undefined;
	const word = wordAt(text, offset, before.tokens);
	const { tokens, levels } = word.span.from === offset ? before : tokenize(text.slice(0, word.span.from));
	return new PlaceReader(tokens, levels).place(text, word);
}

/** After these a condition begins. */
const beginners: ReadonlySet<TokenType> = new Set([t.And, t.Or, t.Not, t.Colon, t.StrayComma]);
const separators: ReadonlySet<TokenType> = new Set([t.Comma, t.NewItem, t.ListWord]);

interface Level {
	readonly kind: Parenthesis;
	readonly open: IToken;
}

/** With the number of the token that opens it. */
interface OpenLevel extends Level {
	readonly at: number;
}

class PlaceReader {
	readonly #tokens: readonly IToken[];
	readonly #levels: readonly OpenLevel[];
	/** The tokens that open the parenthesis of a condition. */
	readonly #conditionOpens: ReadonlySet<IToken>;
	/** Where the outermost elements of a collection begin. */
	readonly #elementsFrom: number;

	constructor(tokens: readonly IToken[], levels: readonly Level[]) {
		this.#tokens = tokens;
		const indexes = new Map(levels.map(({ open }) => [open, -1]));
		for (const [index, token] of tokens.entries()) if (indexes.has(token)) indexes.set(token, index);
		this.#levels = levels.map(({ kind, open }) => ({ kind, open, at: indexes.get(open) ?? -1 }));
		this.#conditionOpens = new Set(levels.filter(({ kind }) => kind === "condition").map(({ open }) => open));
		this.#elementsFrom = this.#levels.find((level) => this.#isOfElements(level))?.open.startOffset ?? Number.POSITIVE_INFINITY;
	}

	place(text: string, word: Word): Place {
		const collections: OpenCollection[] = [];
		let end = this.#tokens.length;
		let start: number | undefined;
		let item: number | undefined;
		let call: string | undefined;
		let isInList = false;
		let isInGroup = false;
		for (const [back, level] of this.#levels.toReversed().entries()) {
			const { at } = level;
			const collection = this.#collectionOf(level);
			if (collection) collections.push(collection);
			if (start !== undefined) continue;
			if (level.kind === "list" || level.kind === "expression" || (level.kind === "arguments" && !collection)) {
				if (back === 0) {
					isInList = level.kind === "list";
					call = level.kind === "arguments" ? this.#tokens[at - 1]?.tokenType.name : undefined;
					item = isInList ? this.#after(separators, at, end) : at + 1;
				}
				end = at;
				continue;
			}
			isInGroup = level.kind === "group";
			start = this.#after(isInGroup ? new Set([...beginners, ...separators]) : new Set([...beginners, t.Where]), at, end);
		}
		start ??= this.#after(beginners, -1, end);
		const tokens = this.#tokens.slice(start).map(placed);
		const last = this.#tokens.at(-1);
		return {
			word,
			collections: collections.reverse(),
			from: tokens[0]?.span.from ?? word.span.from,
			tokens,
			openings: this.#openingsBefore(start),
			lead: this.#tokens[start - 1]?.tokenType.name,
			call,
			isInList,
			itemStart: Math.max(0, (item ?? start) - start),
			isInGroup,
			isOnNewLine: last !== undefined && /[\n\r]/.test(text.slice(spanOf(last).to, word.span.from)),
		};
	}

	/** The index after the last token of these types between the parenthesis at `open` and `end`, what closed parentheses hold left out. */
	#after(types: ReadonlySet<TokenType>, open: number, end: number): number {
		let closed = 0;
		for (let index = end - 1; index > open; index--) {
			const type = (this.#tokens[index] as IToken).tokenType;
			if (type === t.Close) closed++;
			else if (type === t.Open || type === t.OpenExpression) closed = Math.max(0, closed - 1);
			else if (closed === 0 && types.has(type)) return index + 1;
		}
		return open + 1;
	}

	/** Parentheses of nothing but a condition that stand one after another before this token. */
	#openingsBefore(start: number): number {
		let count = 0;
		for (let index = start - 1; index >= 0 && this.#conditionOpens.has(this.#tokens[index] as IToken); index--) count++;
		return count;
	}

	/** The collection whose elements the names in this parenthesis belong to. */
	#collectionOf(level: OpenLevel): OpenCollection | undefined {
		const { at } = level;
		if (level.kind === "collection") {
			const last = this.#tokens[at - 1]?.tokenType === t.Where ? at - 2 : at - 1;
			const name = this.#tokens[last - 1]?.tokenType === t.By ? last - 2 : last;
			return this.#named(name, false);
		}
		if (level.kind !== "arguments" || !aggregates.has(this.#tokens[at - 1]?.tokenType as TokenType)) return undefined;
		return this.#tokens[at + 2]?.tokenType === t.Where ? this.#named(at + 1, true) : undefined;
	}

	#named(index: number, isAggregate: boolean): OpenCollection | undefined {
		const token = this.#tokens[index];
		if (token?.tokenType !== t.Name) return undefined;
		const { name, hasProfilePrefix } = readName(token.image, token.startOffset);
		const ofProfile = hasProfilePrefix && index > 0 && this.#elementsFrom < token.startOffset;
		return { name: { kind: "field", name: ofProfile ? withoutProfilePrefix(name) : name, ofProfile, span: spanOf(token) }, isAggregate };
	}

	#isOfElements({ kind, at }: OpenLevel): boolean {
		return kind === "collection" || (kind === "arguments" && this.#tokens[at + 2]?.tokenType === t.Where);
	}
}

const placed = (token: IToken): PlacedToken => ({ type: token.tokenType.name, image: token.image, span: spanOf(token) });
