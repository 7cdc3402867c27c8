// The words that are keywords only in their place, each with that place. Everywhere else they are names of fields.
import type { TokenType } from "chevrotain";
import type { Classifier } from "./classify.ts";
import { windowWords } from "./token-sets.ts";
import * as t from "./tokens.ts";

/** The keyword that `text` is at `index`, or undefined where it is a name. */
export function contextualWord(text: string, index: number, at: Classifier): TokenType | undefined {
	if (at.awaitsName) return undefined;
	if (t.units.has(text) && isUnit(index, at)) return t.Unit;
	return places.get(text)?.(index, at);
}

type Place = (index: number, at: Classifier) => TokenType | undefined;

function isUnit(index: number, at: Classifier): boolean {
	const previous = at.previous()?.tokenType;
	// `5 days (open)` tests a collection; a parenthesis on the next line begins the next item of a group.
	if (previous === t.NumberLiteral) return !at.isOnNewLine(index) && (at.typeAt(index + 1) !== t.Open || at.isOnNewLine(index + 1));
	return previous === t.This || previous === t.Last || previous === t.Next || previous === t.Calendar || previous === t.Full;
}

/** A keyword right after one of these. */
const after =
	(type: TokenType, ...leads: TokenType[]): Place =>
	(_index, at) => {
		const previous = at.previous()?.tokenType;
		return previous !== undefined && leads.includes(previous) ? type : undefined;
	};

/** A keyword after `is` or `is not`. */
const afterIs =
	(type: TokenType): Place =>
	(_index, at) =>
		isAfterIs(at) ? type : undefined;

const isAfterIs = (at: Classifier): boolean => {
	const previous = at.previous()?.tokenType;
	return previous === t.Is || (previous === t.OperatorNot && at.previous(2)?.tokenType === t.Is);
};

/** A keyword after `does not`, and after a `does` whose `not` was forgotten. */
const verb =
	(type: TokenType): Place =>
	(_index, at) => {
		const previous = at.previous()?.tokenType;
		return previous === t.Does || (previous === t.OperatorNot && at.previous(2)?.tokenType === t.Does) ? type : undefined;
	};

/** An operator after an expression. */
const operator =
	(type: TokenType): Place =>
	(_index, at) =>
		at.endsExpression || isAfterIs(at) ? type : undefined;

/** A calculation, before its parenthesis. */
const call =
	(type: TokenType): Place =>
	(index, at) =>
		at.typeAt(index + 1) === t.Open ? type : undefined;

/** `greater than`: an operator; `fewer than 3 orders`: a number of elements. */
const compared =
	(type: TokenType, quantity?: TokenType): Place =>
	(index, at) => {
		if (at.wordAt(index + 1) !== "than") return isAfterIs(at) ? type : undefined;
		const isOperator = isAfterIs(at) || (at.endsExpression && !(quantity && at.isQuantityAt(index)));
		return isOperator ? type : quantity;
	};

/** `last 30 days` after an expression, `in` or `anniversary`; `last orders by placed_at` elsewhere. */
const window =
	(type: TokenType, element?: TokenType): Place =>
	(index, at) => {
		const previous = at.previous()?.tokenType;
		if (previous === t.In || previous === t.The) return type;
		const next = at.wordAt(index + 1);
		const isElement = at.typeAt(index + 1) === t.Name && !t.hardWords.has(next) && isElementTail(index + 2, at);
		if ((previous && pointLeads.has(previous)) || (at.endsExpression && !(isElement && at.wordAt(index + 2) === "by"))) {
			const isWindow = at.typeAt(index + 1) === t.NumberLiteral || t.units.has(next) || next === "calendar" || next === "full";
			if (isWindow) return type;
		}
		return isElement ? element : undefined;
	};

/** After these `last month` is a stretch of time, if a misplaced one, and never an element. */
const pointLeads: ReadonlySet<TokenType> = new Set([t.Anniversary, t.Before, t.After, t.On]);

const isElementTail = (index: number, at: Classifier): boolean => {
	const type = at.typeAt(index);
	return type === undefined || type === t.Open || at.wordAt(index) === "by";
};

const isWindowLead = (at: Classifier): boolean => {
	const previous = at.previous()?.tokenType;
	return previous === t.In || previous === t.Anniversary;
};

const first: Place = (index, at) => {
	const isElement = at.typeAt(index + 1) === t.Name && !t.hardWords.has(at.wordAt(index + 1)) && isElementTail(index + 2, at);
	return isElement ? t.FirstElement : undefined;
};

const point =
	(type: TokenType): Place =>
	() =>
		type;

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
	["today", point(t.Today)],
	["yesterday", point(t.Yesterday)],
	["tomorrow", point(t.Tomorrow)],
	["now", (_index, at) => (at.previous()?.tokenType === t.From ? t.FromNow : t.Now)],
	["ago", after(t.Ago, t.Unit)],
	["from", (index, at) => (at.previous()?.tokenType === t.Unit && at.wordAt(index + 1) === "now" ? t.From : undefined)],
	["this", window(t.This)],
	["last", window(t.Last, t.LastElement)],
	["past", window(t.Last)],
	["the", (index, at) => (isWindowLead(at) && windowWords.has(at.wordAt(index + 1)) ? t.The : undefined)],
	["within", (index, at) => (at.endsExpression && at.isWithin(index) ? t.In : undefined)],
	["next", window(t.Next)],
	["first", first],
	["by", (_index, at) => (at.awaitsBlock ? t.By : undefined)],
	["calendar", (_index, at) => (isAfterWindow(at) ? t.Calendar : undefined)],
	["full", (_index, at) => (isAfterWindow(at) ? t.Full : undefined)],
	["anniversary", (_index, at) => (at.endsExpression ? t.Anniversary : undefined)],
	["count", (index, at) => (at.typeAt(index + 1) === t.Open || isDistinct(index + 1, at) ? t.Count : undefined)],
	["distinct", after(t.Distinct, t.Count)],
	["sum", call(t.Sum)],
	["avg", call(t.Avg)],
	["min", call(t.Min)],
	["max", call(t.Max)],
	["age", call(t.Age)],
	["month", call(t.Month)],
	["weekday", call(t.Weekday)],
	["hour", call(t.Hour)],
	["set", afterIs(t.SetWord)],
	["missing", afterIs(t.Missing)],
	["empty", afterIs(t.Empty)],
	["null", afterIs(t.Null)],
	["one", (index, at) => (isAfterIs(at) && at.wordAt(index + 1) === "of" ? t.One : undefined)],
	["of", isOf],
	["equal", (index, at) => verb(t.EqualVerb)(index, at) ?? afterIs(t.EqualTo)(index, at)],
	[
		"to",
		(index, at) => after(t.To, t.EqualTo, t.EqualVerb)(index, at) ?? (at.endsExpression && at.takeBetween() ? t.BetweenAnd : undefined),
	],
	["equals", operator(t.EqualsWord)],
	["not_equals", operator(t.NotEqualsWord)],
	["greater_than", operator(t.GreaterThanWord)],
	["less_than", operator(t.LessThanWord)],
	["array_contains", operator(t.ArrayContains)],
	["not_exists", operator(t.NotExists)],
	["greater", compared(t.GreaterWord)],
	["less", compared(t.LessWord)],
	["more", compared(t.GreaterWord, t.QuantityMore)],
	["fewer", compared(t.LessWord, t.QuantityFewer)],
	["than", after(t.Than, t.GreaterWord, t.LessWord, t.QuantityMore, t.QuantityFewer)],
	["least", after(t.Least, t.At, t.QuantityAt, t.GroupAt)],
	["most", after(t.Most, t.At, t.QuantityAt)],
	["exactly", (index, at) => (at.typeAt(index + 1) === t.NumberLiteral ? t.Exactly : undefined)],
	["with", after(t.With, t.Starts, t.Ends, t.Start, t.End)],
	["contain", verb(t.Contain)],
	["start", verb(t.Start)],
	["end", verb(t.End)],
	["have", verb(t.Have)],
	["exist", verb(t.Exist)],
	["match", verb(t.Match)],
	["case", after(t.Case, t.Ignoring)],
	["segment", isSegment],
	["segments", isSegment],
]);

/** Every word that is a keyword somewhere and a name elsewhere, units aside. */
export const contextualWords: readonly string[] = [...places.keys()];

const isDistinct = (index: number, at: Classifier): boolean => at.wordAt(index) === "distinct" && at.typeAt(index + 1) === t.Open;

function isAfterWindow(at: Classifier): boolean {
	const previous = at.previous()?.tokenType;
	const before = previous === t.NumberLiteral ? at.previous(2)?.tokenType : previous;
	return before === t.This || before === t.Last || before === t.Next;
}

function isOf(_index: number, at: Classifier): TokenType | undefined {
	const previous = at.previous()?.tokenType;
	if (previous === t.AnyOf || previous === t.AllOf || previous === t.NoneOf || previous === t.One) return t.Of;
	return (previous === t.NumberLiteral || previous === t.NumberWord) && at.previous(3)?.tokenType === t.GroupAt ? t.Of : undefined;
}

function isSegment(_index: number, at: Classifier): TokenType | undefined {
	const previous = at.previous()?.tokenType;
	const isReference = previous === t.ReferenceIn || (previous === t.Any && at.previous(2)?.tokenType === t.ReferenceIn);
	return isReference ? t.Segment : undefined;
}
