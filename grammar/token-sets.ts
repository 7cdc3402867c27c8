// Which tokens begin, end and carry on a condition or an expression: what classify.ts asks of a token's neighbours.
import type { TokenType } from "chevrotain";
import * as t from "./tokens.ts";

const points = [t.Today, t.Yesterday, t.Tomorrow, t.Now];
const literals = [t.TextLiteral, t.NumberLiteral, t.DateLiteral, t.ForeignDate, t.MonthDayLiteral, t.True, t.False, t.Placeholder];

/** Tokens an expression can end with; a `)` ends one when it closes an expression or the arguments of a calculation. */
export const expressionEnds: ReadonlySet<TokenType> = new Set([...literals, ...points, t.Name, t.Unit, t.Ago, t.FromNow, t.MonthDayWord]);
/** The other tokens a condition can end with. */
export const conditionEnds: ReadonlySet<TokenType> = new Set([
	t.SetWord,
	t.Missing,
	t.Empty,
	t.Null,
	t.Exists,
	t.Exist,
	t.NotExists,
	t.Case,
]);
const functions = [t.Count, t.Sum, t.Avg, t.Min, t.Max, t.Age, t.Month, t.Weekday, t.Hour];
export const expressionStarts: ReadonlySet<TokenType> = new Set([...literals, ...points, ...functions, t.Name, t.Open, t.OpenExpression]);
export const conditionStarts: ReadonlySet<TokenType> = new Set([
	...expressionStarts,
	...[t.Not, t.Label, t.ReferenceIn, t.Any, t.All, t.None, t.AnyOf, t.AllOf, t.NoneOf, t.No, t.Every, t.QuantityAt, t.GroupAt],
	...[t.Exactly, t.QuantityFewer, t.QuantityMore, t.FirstElement, t.LastElement],
]);
/** After these a parenthesis holds a condition, unless what follows it shows an expression. */
export const conditionLeads: ReadonlySet<TokenType> = new Set([t.And, t.Or, t.Not, t.Colon, t.StrayComma, t.StrayClose, t.Where]);
/** A collection's name comes after these. */
export const quantifiers: ReadonlySet<TokenType> = new Set([t.Any, t.All, t.None, t.No, t.Every, t.FirstElement, t.LastElement]);
export const quantifierNumbers: ReadonlySet<TokenType> = new Set([t.Exactly, t.Least, t.Most, t.Than]);
export const aggregates: ReadonlySet<TokenType> = new Set([t.Count, t.Distinct, t.Sum, t.Avg, t.Min, t.Max]);
export const calls: ReadonlySet<TokenType> = new Set([...aggregates, t.Age, t.Month, t.Weekday, t.Hour]);
/** `any of` after these opens a list of values, not a group of conditions. */
export const listLeads: ReadonlySet<TokenType> = new Set([
	...[t.Contains, t.Contain, t.With, t.Like, t.Match, t.Has, t.Have, t.ArrayContains, t.Is, t.OperatorNot],
	...[t.Equal, t.NotEqual, t.EqualsWord, t.NotEqualsWord],
]);
/** Operators that carry an expression on, whatever stands before them. */
export const operatorSymbols: ReadonlySet<TokenType> = new Set([
	...[t.Equal, t.NotEqual, t.Less, t.AtMost, t.Greater, t.AtLeast, t.Plus, t.Minus, t.Times, t.Divide, t.MonthDayWord],
]);
export const operatorWords: ReadonlySet<string> = new Set([
	..."in is between has contains like starts ends does before after on exists".split(" "),
	..."equals not_equals greater_than less_than array_contains not_exists anniversary".split(" "),
]);
/** Words that begin a stretch of time. */
export const windowWords: ReadonlySet<string> = new Set(["this", "last", "past", "next"]);
export const negatableWords: ReadonlySet<string> = new Set("in between has contains like starts ends before after on exists".split(" "));

/** Operators within a value. */
export const inValues: ReadonlySet<TokenType | undefined> = new Set([t.Plus, t.Minus, t.Times, t.Divide, t.MonthDayWord]);
