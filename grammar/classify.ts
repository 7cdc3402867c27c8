// Tells the words of the language from field names, and the uses of one word from each other, by looking at the neighbours; after
// this pass the parser needs a single token of lookahead. Only the hard words are reserved: `count > 3` tests a field named count.
// It also marks where a new line ends an item of a group or a list, and which parentheses have no partner.
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import {
	aggregates,
	calls,
	conditionEnds,
	conditionLeads,
	conditionStarts,
	expressionEnds,
	expressionStarts,
	inValues,
	listLeads,
	negatableWords,
	operatorSymbols,
	operatorWords,
	quantifierNumbers,
	quantifiers,
	windowWords,
} from "./token-sets.ts";
import * as t from "./tokens.ts";
import { contextualWord } from "./words.ts";

/** What a parenthesis holds. Only in a group or a list do commas and new lines separate. */
export type Parenthesis = "condition" | "expression" | "group" | "list" | "collection" | "arguments";

interface Level {
	readonly kind: Parenthesis;
	readonly open: IToken;
	/** A `between` whose `and` has not come yet. */
	between: boolean;
}

export interface Classified {
	readonly tokens: IToken[];
	/** Parentheses that are never closed, each with the offset where its `)` could stand. */
	readonly unclosed: readonly { readonly open: IToken; readonly closeAt: number }[];
	/** Those of them that still hold what comes next, outermost first. */
	readonly levels: readonly { readonly kind: Parenthesis; readonly open: IToken }[];
}

/** Sets the types of `tokens` in place and returns them with the new-line tokens added. */
export function classify(cut: readonly IToken[]): Classified {
	return new Classifier(cut).run();
}

export function isOneOf(types: ReadonlySet<TokenType>, token: IToken | undefined): boolean {
	return token !== undefined && types.has(token.tokenType);
}

export class Classifier {
	readonly cut: readonly IToken[];
	readonly #closeOf: Int32Array;
	readonly #out: IToken[] = [];
	readonly #unclosed: { open: IToken; closeAt: number }[] = [];
	readonly #levels: Level[] = [];
	/** The level of parentheses that are not open, for a `between` outside all. */
	readonly #ground: { between: boolean } = { between: false };
	#endsExpression = false;
	#endsCondition = false;
	/** The last word was a collection's name, or the field it is ordered by: a parenthesis here belongs to it. */
	#awaitsBlock = false;

	constructor(cut: readonly IToken[]) {
		this.cut = cut;
		for (const token of this.cut) if (token.tokenType === t.Mistake) retype(token, t.meant.get(token.image)?.type ?? t.Name);
		this.#closeOf = matchParentheses(this.cut);
	}

	run(): Classified {
		for (let index = 0; index < this.cut.length; index++) {
			const last = this.#joinNumber(index);
			this.#take(index);
			index = last;
		}
		const end = endOf(this.cut.at(-1));
		for (const level of this.#levels) this.#unclosed.push({ open: level.open, closeAt: end });
		return { tokens: this.#out, unclosed: this.#unclosed, levels: this.#levels };
	}

	// ---- what contextualWord asks ----

	/** The token before the one at hand, with its final type. */
	previous(back = 1): IToken | undefined {
		return this.#out[this.#out.length - back];
	}

	get endsExpression(): boolean {
		return this.#endsExpression;
	}

	/** A collection or field name is the only thing that can stand here. */
	get awaitsName(): boolean {
		const previous = this.previous();
		if (previous === undefined) return false;
		const type = previous.tokenType;
		if (type === t.Any && this.previous(2)?.tokenType === t.ReferenceIn) return false;
		if (quantifiers.has(type) || type === t.By) return true;
		if (type === t.NumberLiteral) return isOneOf(quantifierNumbers, this.previous(2)) && isQuantity(this.previous(3), this.previous(2));
		return type === t.Open && isOneOf(aggregates, this.previous(2));
	}

	get awaitsBlock(): boolean {
		return this.#awaitsBlock;
	}

	/** The word at `index`, lower-case; empty for anything but a bare word. */
	wordAt(index: number): string {
		const token = this.cut[index];
		return token?.tokenType === t.Name && token.image.length <= 14 ? token.image.toLowerCase() : "";
	}

	typeAt(index: number): TokenType | undefined {
		return this.cut[index]?.tokenType;
	}

	/** True when the token at `index` begins a line. */
	isOnNewLine(index: number): boolean {
		const before = this.cut[index - 1];
		return before !== undefined && (this.cut[index]?.startLine ?? 0) > (before.endLine ?? 0);
	}

	/** True when the token at `index`, coming after an expression, is an operator on it. */
	isOperator(index: number): boolean {
		const type = this.typeAt(index);
		if (type === undefined) return false;
		if (operatorSymbols.has(type)) return true;
		const text = this.wordAt(index);
		if (text === "in") return !this.isReference(index);
		if (text === "not") return this.isOperatorNot(index);
		if (text === "at") return !this.isQuantityAt(index);
		if (text === "within") return this.isWithin(index);
		if (text === "this" || text === "last" || text === "past" || text === "next")
			return t.units.has(this.wordAt(index + 1)) || this.typeAt(index + 1) === t.NumberLiteral;
		if (text === "greater" || text === "less" || text === "more" || text === "fewer") return this.wordAt(index + 1) === "than";
		return operatorWords.has(text);
	}

	isReference(index: number): boolean {
		const next = this.wordAt(index + 1);
		if (next === "segment" || next === "segments") return true;
		return next === "any" && (this.wordAt(index + 2) === "segment" || this.wordAt(index + 2) === "segments");
	}

	/** `within last 30 days`, `within the last 30 days`. */
	isWithin(index: number): boolean {
		return windowWords.has(this.wordAt(index + 1)) || (this.wordAt(index + 1) === "the" && windowWords.has(this.wordAt(index + 2)));
	}

	isOperatorNot(index: number): boolean {
		if (index + 1 === this.cut.length) return true;
		const next = this.wordAt(index + 1);
		if (this.typeAt(index + 1) === t.Equal) return true;
		return negatableWords.has(next) && !(next === "in" && this.isReference(index + 1));
	}

	/** `at least 3 orders`, `at least 2 of`: a number of things, not a comparison. */
	isQuantityAt(index: number): boolean {
		return this.typeAt(index + 2) === t.NumberLiteral && this.isThing(index + 3);
	}

	/** `at least 2 of`, `at least two of`: a number of conditions. */
	isGroupAt(index: number): boolean {
		const number = this.typeAt(index + 2);
		return this.wordAt(index + 1) === "least" && (number === t.NumberLiteral || number === t.Name) && this.wordAt(index + 3) === "of";
	}

	/** A word that can name what is counted: not a unit, not a word that joins or ends conditions. */
	isThing(index: number): boolean {
		if (this.typeAt(index) !== t.Name || this.isOnNewLine(index)) return false;
		const text = this.wordAt(index);
		return text === "of" || !(t.units.has(text) || t.hardWords.has(text) || text === "ago" || text === "from");
	}

	/** Makes `1,5` and `1 000` the one token they are meant to be where no comma separates values; the index of its last part. */
	#joinNumber(index: number): number {
		const token = this.cut[index];
		const kind = this.#level?.kind;
		if (token?.tokenType !== t.NumberLiteral || kind === "list") return index;
		let { image } = token;
		let last = index;
		for (let next = this.cut[index + 1]; next; next = this.cut[last + 1]) {
			const blanks = next.startOffset - endOf(this.cut[last]);
			const isPart = next.tokenType === t.NumberLiteral || next.tokenType === t.Comma;
			// No number is longer, and looking on from each of a hundred thousand values would take minutes.
			if (!isPart || blanks > 1 || image.length > 99 || this.isOnNewLine(last + 1)) break;
			image += " ".repeat(blanks) + next.image;
			last++;
		}
		if (image.endsWith(",")) {
			image = image.slice(0, -1);
			last--;
		}
		if (last === index || !groupedDigits.test(image)) return index;
		// In a group, `a > 1,5 < b` is two conditions.
		const after = this.typeAt(last + 1);
		const isItem = after === undefined || after === t.Comma || after === t.Close || ["and", "or"].includes(this.wordAt(last + 1));
		if (kind === "group" && !isItem && !this.isOnNewLine(last + 1)) return index;
		token.image = image;
		token.endOffset = endOf(this.cut[last]) - 1;
		return last;
	}

	// ---- one token ----

	#take(index: number): void {
		const token = this.cut[index] as IToken;
		const type = this.#typeOf(token, index);
		if (this.#beginsItem(index, type)) this.#emit(newItemBefore(token));
		retype(token, type);
		if (type === t.Open) this.#open(token, index);
		else if (type === t.Close) this.#close(token);
		else {
			this.#awaitsBlock = type === t.Name && this.awaitsName;
			if (type === t.Comma) this.#scope.between = false;
			this.#leaveList(index, type, token);
			this.#emit(token);
		}
	}

	#emit(token: IToken): void {
		this.#out.push(token);
		this.#endsExpression = expressionEnds.has(token.tokenType);
		this.#endsCondition = this.#endsExpression || conditionEnds.has(token.tokenType);
	}

	get #level(): Level | undefined {
		return this.#levels.at(-1);
	}

	#typeOf(token: IToken, index: number): TokenType {
		switch (token.tokenType) {
			case t.Name:
				return this.#nameType(index);
			case t.TextLiteral:
				return this.typeAt(index + 1) === t.Colon && (this.#endsCondition || this.#leadsCondition()) ? t.Label : t.TextLiteral;
			case t.Comma:
				return this.#level === undefined || this.#level.kind === "condition" || this.#level.kind === "collection" ? t.StrayComma : t.Comma;
			case t.And:
			case t.Or:
				return this.#joinType(token.tokenType, index);
			case t.Not:
				return isOneOf(beforeNot, this.previous()) ? t.OperatorNot : t.Not;
			default:
				return token.tokenType;
		}
	}

	#nameType(index: number): TokenType {
		if (this.previous()?.tokenType === t.Least && this.previous(2)?.tokenType === t.GroupAt) return t.NumberWord;
		const text = this.wordAt(index);
		if (text === "") return t.Name;
		const hard = t.hardWords.get(text);
		if (hard === undefined) return contextualWord(text, index, this) ?? t.Name;
		switch (hard) {
			case t.And:
			case t.Or:
				return this.#joinType(hard, index);
			case t.Not:
				if (isOneOf(beforeNot, this.previous())) return t.OperatorNot;
				return this.#endsExpression && this.isOperatorNot(index) ? t.OperatorNot : t.Not;
			case t.In:
				return this.isReference(index) ? t.ReferenceIn : t.In;
			case t.At:
				if (this.#endsExpression ? !this.isQuantityAt(index) : this.previous()?.tokenType === t.Is) return t.At;
				return this.isGroupAt(index) ? t.GroupAt : t.QuantityAt;
			case t.Any:
				return this.#isOf(index + 1) ? t.AnyOf : hard;
			case t.All:
				return this.#isOf(index + 1) ? t.AllOf : hard;
			case t.None:
				return this.#isOf(index + 1) ? t.NoneOf : hard;
			case t.Between:
				this.#scope.between = true;
				return hard;
			default:
				return hard;
		}
	}

	/** An `of`, or the parenthesis after a forgotten one. */
	#isOf(index: number): boolean {
		return this.wordAt(index) === "of" || this.typeAt(index) === t.Open;
	}

	/** True when a `between` waits for its second end, which then comes. */
	takeBetween(): boolean {
		const { between } = this.#scope;
		this.#scope.between = false;
		return between;
	}

	get #scope(): { between: boolean } {
		return this.#level ?? this.#ground;
	}

	#joinType(type: TokenType, index: number): TokenType {
		if (type === t.Or && this.previous()?.tokenType === t.On) return t.OnOr;
		if (type === t.And && this.#scope.between) {
			this.#scope.between = false;
			// `between 5 and plan = "pro"`: the second end is missing, and this `and` joins conditions.
			const isCondition = this.typeAt(index + 1) === t.Name && this.isOperator(index + 2) && !inValues.has(this.typeAt(index + 2));
			return isCondition ? t.And : t.BetweenAnd;
		}
		if (type === t.Or) this.#scope.between = false;
		if (this.#level?.kind === "list" && this.#isListValue(index + 1)) return t.ListWord;
		return type;
	}

	/** In `("US" or "CA")`, a value with nothing of a condition after it. */
	#isListValue(index: number): boolean {
		const after = this.typeAt(index + 1);
		if (this.typeAt(index) === undefined || after === undefined) return false;
		return after === t.Close || after === t.Comma || ["and", "or"].includes(this.wordAt(index + 1));
	}

	// ---- parentheses ----

	#open(token: IToken, index: number): void {
		const kind = this.#parenthesisAt(index);
		if (kind === "expression") retype(token, t.OpenExpression);
		this.#awaitsBlock = false;
		this.#emit(token);
		this.#levels.push({ kind, open: token, between: false });
	}

	#parenthesisAt(index: number): Parenthesis {
		const previous = this.previous();
		const type = previous?.tokenType;
		if (type === t.Of) return this.#isListOf(2) ? "list" : "group";
		if (type === t.AnyOf || type === t.AllOf || type === t.NoneOf) return this.#isListOf(1) ? "list" : "group";
		if (type === t.In || type === t.Segment) return "list";
		if (previous !== undefined && calls.has(previous.tokenType)) return "arguments";
		if (this.#awaitsBlock) return "collection";
		if (type === t.Where && this.#level?.kind !== "arguments") return "collection";
		if (!this.#leadsCondition()) return this.#endsCondition ? "condition" : "expression";
		const close = this.#closeOf[index] ?? -1;
		return close >= 0 && this.isOperator(close + 1) ? "expression" : "condition";
	}

	#leadsCondition(): boolean {
		const previous = this.previous();
		if (previous === undefined || conditionLeads.has(previous.tokenType)) return true;
		const kind = this.#level?.kind;
		if (previous.tokenType === t.Open) return kind === "condition" || kind === "group" || kind === "collection";
		return (previous.tokenType === t.Comma || previous.tokenType === t.NewItem) && kind === "group";
	}

	/** `back`: how far back the quantity of the `of` is. */
	#isListOf(back: number): boolean {
		const quantity = this.previous(back)?.tokenType;
		if (quantity === t.One) return true;
		return (quantity === t.AnyOf || quantity === t.AllOf || quantity === t.NoneOf) && isOneOf(listLeads, this.previous(back + 1));
	}

	#close(token: IToken): void {
		const level = this.#levels.pop();
		this.#awaitsBlock = false;
		if (level === undefined) retype(token, t.StrayClose);
		this.#emit(token);
		this.#endsExpression = level?.kind === "expression" || level?.kind === "arguments";
		this.#endsCondition = level !== undefined;
	}

	/** `and` or `or` between conditions ends a list whose `)` was forgotten. */
	#leaveList(index: number, type: TokenType, token: IToken): void {
		if (type !== t.And && type !== t.Or) return;
		if (this.#level?.kind !== "list") return;
		this.#unclosed.push({ open: this.#level.open, closeAt: endOf(this.cut[index - 1] ?? token) });
		this.#levels.pop();
	}

	// ---- new lines ----

	#beginsItem(index: number, type: TokenType): boolean {
		const kind = this.#level?.kind;
		if ((kind !== "group" && kind !== "list") || !this.isOnNewLine(index)) return false;
		if (kind === "list") return this.#endsExpression && expressionStarts.has(type);
		return this.#endsCondition && conditionStarts.has(type) && !(type === t.Open && this.#awaitsBlock);
	}
}

const beforeNot: ReadonlySet<TokenType> = new Set([t.Is, t.Does]);
const groupedDigits = /^\d+(?:,\d+|(?:[., ]\d{3})+(?:[.,]\d+)?)$/;

const isQuantity = (first: IToken | undefined, second: IToken | undefined): boolean => {
	if (second?.tokenType === t.Exactly) return true;
	const type = first?.tokenType;
	return type === t.QuantityAt || type === t.QuantityFewer || type === t.QuantityMore;
};

const endOf = (token: IToken | undefined): number => (token?.endOffset ?? -1) + 1;

function retype(token: IToken, type: TokenType): void {
	token.tokenType = type;
	token.tokenTypeIdx = type.tokenTypeIdx as number;
}

/** An empty token just before `token`. */
function newItemBefore(token: IToken): IToken {
	const { startOffset, startLine = 0, startColumn = 0 } = token;
	return createTokenInstance(t.NewItem, "", startOffset, startOffset - 1, startLine, startLine, startColumn, startColumn);
}

/** For each `(` the index of its `)`, or -1. */
function matchParentheses(tokens: readonly IToken[]): Int32Array {
	const closeOf = new Int32Array(tokens.length).fill(-1);
	const open: number[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.tokenType === t.Open) open.push(index);
		else if (token.tokenType === t.Close) {
			const partner = open.pop();
			if (partner !== undefined) closeOf[partner] = index;
		}
	}
	return closeOf;
}
