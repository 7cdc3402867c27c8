// Every token of the language. Part 1 is what the lexer cuts, in lexing order; part 2 is the words, which `classify.ts` tells apart
// by their neighbours. A label is how grammar pictures and the reference show the token.
import { createToken, Lexer, type TokenType } from "chevrotain";
import { matchName, matchText } from "./quoted.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_`"];
const digits = [..."0123456789"];
// Chevrotain looks up first characters beyond 255 by blocks of 255: one of each half block is enough, and 65,000 would cost milliseconds.
const latin = Array.from({ length: 0x80 }, (_, index) => index + 0x80);
const beyondLatin = Array.from({ length: 0x1fe }, (_, index) => (index + 2) * 0x80);

/** The spellings of each unit. */
export const units: ReadonlyMap<string, "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year"> = new Map([
	...(["s", "sec", "second", "seconds"] as const).map((text) => [text, "second"] as const),
	...(["min", "minute", "minutes"] as const).map((text) => [text, "minute"] as const),
	...(["h", "hour", "hours"] as const).map((text) => [text, "hour"] as const),
	...(["day", "days"] as const).map((text) => [text, "day"] as const),
	...(["week", "weeks"] as const).map((text) => [text, "week"] as const),
	...(["month", "months"] as const).map((text) => [text, "month"] as const),
	...(["quarter", "quarters"] as const).map((text) => [text, "quarter"] as const),
	...(["year", "years"] as const).map((text) => [text, "year"] as const),
]);

// ---- Kinds of tokens, for words that are too much ----

/** Can begin a condition. */
export const Starting: TokenType = createToken({ name: "Starting", pattern: Lexer.NA });
/** Neither begins nor joins conditions, nor closes or separates: after a complete condition it is too much. */
export const Continuing: TokenType = createToken({ name: "Continuing", pattern: Lexer.NA });

// ---- 1. Cut by the lexer, in this order ----

export const WhiteSpace: TokenType = createToken({ name: "WhiteSpace", pattern: /[\s\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true });
/** To the end of the line, also after the `//` or `--` of other languages: whoever reads it reports those. */
export const Comment: TokenType = createToken({
	name: "Comment",
	pattern: /(?:#|\/\/|--(?=[ \t]+[^\s\d.(]))[^\n\r]*/,
	group: "comments",
});
/** `/* … *\/` on one line: never a comment here. */
export const ForeignComment: TokenType = createToken({ name: "ForeignComment", pattern: /\/\*[^\n\r]*?\*\//, group: "foreignComments" });
/** Also unclosed, to the end of its line, and in typographic quotes: whoever reads the value reports those. */
export const TextLiteral: TokenType = createToken({
	categories: Starting,
	name: "TextLiteral",
	label: "text",
	pattern: matchText,
	start_chars_hint: ['"', "'", "“", "”", "„", "‘", "’", "‚", "«"],
	line_breaks: false,
});
export const MonthDayLiteral: TokenType = createToken({
	name: "MonthDayLiteral",
	categories: Starting,
	label: "monthDay",
	pattern: /--\d{1,2}-\d{1,2}(?!\d)/,
});
/** Anything shaped like a date or an instant, possible or not: `2026-05`, `2026-02-30`, `2026-05-01T10:00:00Z`. */
export const DateLiteral: TokenType = createToken({
	categories: Starting,
	name: "DateLiteral",
	label: "date",
	pattern: /\d{4}-\d{1,2}(?!\d)(?:-\d{1,2}(?!\d))?(?:[Tt][\w:.+-]*| \d{1,2}:\d\d[\w:.+-]*)?/,
});
/** `05/01/2026`, `1.5.2026`: never a date here, and reported as one. */
export const ForeignDate: TokenType = createToken({
	name: "ForeignDate",
	categories: Starting,
	pattern: /\d{1,2}(?:\/\d{1,2}\/|\.\d{1,2}\.)\d{4}(?![\w.])/,
});
/** Anything that begins like a number: `1_000.5`, `1e3`, the `30` of `30days`, and the mistakes `007`, `.5`, `30d`. */
export const NumberLiteral: TokenType = createToken({
	categories: Starting,
	name: "NumberLiteral",
	label: "number",
	pattern: new RegExp(`\\d[\\d_]*(?=(?:${[...units.keys()].join("|")})(?![\\w.]))|\\.?\\d[\\w.]*(?:(?<=[eE])[+-]\\d[\\w.]*)*`, "iu"),
	start_chars_hint: [...digits, "."],
	line_breaks: false,
});
export const MonthDayWord: TokenType = createToken({
	name: "MonthDayWord",
	categories: Continuing,
	label: '"month-day"',
	pattern: /month-day(?!\w)/i,
});
/** A bare, quoted or dotted name, or a word of the language: `classify.ts` decides. */
export const Name: TokenType = createToken({
	categories: Starting,
	name: "Name",
	label: "name",
	pattern: matchName,
	start_chars_hint: [...letters, ...latin, ...beyondLatin],
	line_breaks: false,
});
/** What people write for something else; `meant` says what. */
export const Mistake: TokenType = createToken({ name: "Mistake", pattern: /&&?|\|\|?|===|!==|=>|=<|!(?!=)|[[\]\u2212\u2013]/ });

const symbol = (name: string, pattern: RegExp, label: string, kind?: TokenType): TokenType =>
	createToken({ name, pattern, label: `"${label}"`, ...(kind && { categories: kind }) });
export const NotEqual: TokenType = symbol("NotEqual", /!=|<>|≠/, "!=", Continuing);
export const AtMost: TokenType = symbol("AtMost", /<=|≤/, "<=", Continuing);
export const AtLeast: TokenType = symbol("AtLeast", />=|≥/, ">=", Continuing);
export const Less: TokenType = symbol("Less", /</, "<", Continuing);
export const Greater: TokenType = symbol("Greater", />/, ">", Continuing);
export const Equal: TokenType = symbol("Equal", /==?/, "=", Continuing);
export const Plus: TokenType = symbol("Plus", /\+/, "+", Continuing);
export const Minus: TokenType = symbol("Minus", /-/, "-", Starting);
export const Times: TokenType = symbol("Times", /\*/, "*", Continuing);
export const Divide: TokenType = symbol("Divide", /\//, "/", Continuing);
/** Opens a condition, a list, the arguments of a calculation. */
export const Open: TokenType = symbol("Open", /\(/, "(");
export const Close: TokenType = symbol("Close", /\)/, ")");
export const Comma: TokenType = symbol("Comma", /,/, ",");
export const Colon: TokenType = symbol("Colon", /:/, ":", Continuing);
/** `?` in place of a value that is still to come. */
export const Placeholder: TokenType = symbol("Placeholder", /\?/, "?", Starting);
/** In lexing order. */
export const cutTokens: readonly TokenType[] = [
	WhiteSpace,
	Comment,
	ForeignComment,
	TextLiteral,
	MonthDayLiteral,
	DateLiteral,
	ForeignDate,
	NumberLiteral,
	MonthDayWord,
	Name,
	Mistake,
	NotEqual,
	AtMost,
	AtLeast,
	Less,
	Greater,
	Equal,
	Plus,
	Minus,
	Times,
	Divide,
	Open,
	Close,
	Comma,
	Colon,
	Placeholder,
];

// ---- 2. Made by classify.ts ----

const made = (name: string, label: string, kind?: TokenType): TokenType =>
	createToken({ name, label, pattern: Lexer.NA, ...(kind && { categories: kind }) });
const word = (name: string, text: string, kind?: TokenType): TokenType => made(name, `"${text}"`, kind);

/** The new line that ends an item of a group or a list, where a comma could stand. */
export const NewItem: TokenType = made("NewItem", "newline");
/** A text before a colon: the name of a condition. */
export const Label: TokenType = made("Label", "text", Starting);
/** A parenthesis that holds an expression: `(a + b) * 2 > 3`. */
export const OpenExpression: TokenType = word("OpenExpression", "(");
/** A `)` that closes nothing, and a `,` between conditions outside a group. */
export const StrayClose: TokenType = word("StrayClose", ")");
export const StrayComma: TokenType = word("StrayComma", ",");

export const And: TokenType = word("And", "and");
export const Or: TokenType = word("Or", "or");
export const Not: TokenType = word("Not", "not", Starting);
/** `not` after an expression, before an operator: `x not in (…)`. */
export const OperatorNot: TokenType = word("OperatorNot", "not", Continuing);
/** The `and` of `between 1 and 2`. */
export const BetweenAnd: TokenType = word("BetweenAnd", "and", Continuing);
/** `and` or `or` where a comma should separate the values of a list. */
export const ListWord: TokenType = word("ListWord", "and");
/** The `two` of `at least two of (…)`. */
export const NumberWord: TokenType = word("NumberWord", "two");
export const In: TokenType = word("In", "in", Continuing);
/** `in` before `segment` or `any segment`. */
export const ReferenceIn: TokenType = word("ReferenceIn", "in", Starting);
export const Segment: TokenType = word("Segment", "segment", Continuing);
export const Is: TokenType = word("Is", "is", Continuing);
export const True: TokenType = word("True", "true", Starting);
export const False: TokenType = word("False", "false", Starting);
export const Any: TokenType = word("Any", "any", Starting);
export const All: TokenType = word("All", "all", Starting);
export const None: TokenType = word("None", "none", Starting);
/** `any`, `all` and `none` before `of`. */
export const AnyOf: TokenType = word("AnyOf", "any", Starting);
export const AllOf: TokenType = word("AllOf", "all", Starting);
export const NoneOf: TokenType = word("NoneOf", "none", Starting);
export const Of: TokenType = word("Of", "of", Continuing);
export const No: TokenType = word("No", "no", Starting);
export const Every: TokenType = word("Every", "every", Starting);
/** `at` before `least` or `most`: an operator, a number of elements, a number of conditions in a group. */
export const At: TokenType = word("At", "at", Continuing);
export const QuantityAt: TokenType = word("QuantityAt", "at", Starting);
export const GroupAt: TokenType = word("GroupAt", "at", Starting);
export const Least: TokenType = word("Least", "least", Continuing);
export const Most: TokenType = word("Most", "most", Continuing);
export const Exactly: TokenType = word("Exactly", "exactly", Starting);
export const QuantityFewer: TokenType = word("QuantityFewer", "fewer", Starting);
export const QuantityMore: TokenType = word("QuantityMore", "more", Starting);
export const Than: TokenType = word("Than", "than", Continuing);
export const Between: TokenType = word("Between", "between", Continuing);
export const Contains: TokenType = word("Contains", "contains", Continuing);
export const Starts: TokenType = word("Starts", "starts", Continuing);
export const Ends: TokenType = word("Ends", "ends", Continuing);
export const With: TokenType = word("With", "with", Continuing);
export const Like: TokenType = word("Like", "like", Continuing);
export const Has: TokenType = word("Has", "has", Continuing);
export const ArrayContains: TokenType = word("ArrayContains", "array_contains", Continuing);
export const Does: TokenType = word("Does", "does", Continuing);
export const Contain: TokenType = word("Contain", "contain", Continuing);
export const Start: TokenType = word("Start", "start", Continuing);
export const End: TokenType = word("End", "end", Continuing);
export const Have: TokenType = word("Have", "have", Continuing);
export const Exist: TokenType = word("Exist", "exist", Continuing);
export const Match: TokenType = word("Match", "match", Continuing);
export const EqualVerb: TokenType = word("EqualVerb", "equal", Continuing);
export const EqualTo: TokenType = word("EqualTo", "equal", Continuing);
export const To: TokenType = word("To", "to", Continuing);
export const EqualsWord: TokenType = word("EqualsWord", "equals", Continuing);
export const NotEqualsWord: TokenType = word("NotEqualsWord", "not_equals", Continuing);
export const GreaterThanWord: TokenType = word("GreaterThanWord", "greater_than", Continuing);
export const LessThanWord: TokenType = word("LessThanWord", "less_than", Continuing);
/** `greater than` and `more than`, `less than` and `fewer than`, as operators. */
export const GreaterWord: TokenType = word("GreaterWord", "greater", Continuing);
export const LessWord: TokenType = word("LessWord", "less", Continuing);
export const Before: TokenType = word("Before", "before", Continuing);
export const After: TokenType = word("After", "after", Continuing);
export const On: TokenType = word("On", "on", Continuing);
/** The `or` of `on or before`. */
export const OnOr: TokenType = word("OnOr", "or", Continuing);
export const Exists: TokenType = word("Exists", "exists", Continuing);
export const NotExists: TokenType = word("NotExists", "not_exists", Continuing);
export const SetWord: TokenType = word("SetWord", "set", Continuing);
export const Missing: TokenType = word("Missing", "missing", Continuing);
export const Empty: TokenType = word("Empty", "empty", Continuing);
/** `is null`: not of the language, read as `is missing`. */
export const Null: TokenType = word("Null", "null", Continuing);
export const One: TokenType = word("One", "one", Continuing);
export const Where: TokenType = word("Where", "where", Continuing);
export const Ignoring: TokenType = word("Ignoring", "ignoring", Continuing);
export const Case: TokenType = word("Case", "case", Continuing);
export const Anniversary: TokenType = word("Anniversary", "anniversary", Continuing);
/** `in the last 30 days`. */
export const The: TokenType = word("The", "the", Continuing);
export const This: TokenType = word("This", "this", Continuing);
export const Last: TokenType = word("Last", "last", Continuing);
export const Next: TokenType = word("Next", "next", Continuing);
export const Calendar: TokenType = word("Calendar", "calendar", Continuing);
export const Full: TokenType = word("Full", "full", Continuing);
/** `first` and `last` before a collection. */
export const FirstElement: TokenType = word("FirstElement", "first", Starting);
export const LastElement: TokenType = word("LastElement", "last", Starting);
export const By: TokenType = word("By", "by", Continuing);
export const Ago: TokenType = word("Ago", "ago", Continuing);
export const From: TokenType = word("From", "from", Continuing);
export const FromNow: TokenType = word("FromNow", "now", Continuing);
export const Today: TokenType = word("Today", "today", Starting);
export const Yesterday: TokenType = word("Yesterday", "yesterday", Starting);
export const Tomorrow: TokenType = word("Tomorrow", "tomorrow", Starting);
export const Now: TokenType = word("Now", "now", Starting);
/** `days` and its like; `units` lists them. */
export const Unit: TokenType = made("Unit", "unit", Continuing);
export const Count: TokenType = word("Count", "count", Starting);
export const Distinct: TokenType = word("Distinct", "distinct", Continuing);
export const Sum: TokenType = word("Sum", "sum", Starting);
export const Avg: TokenType = word("Avg", "avg", Starting);
export const Min: TokenType = word("Min", "min", Starting);
export const Max: TokenType = word("Max", "max", Starting);
export const Age: TokenType = word("Age", "age", Starting);
export const Month: TokenType = word("Month", "month", Starting);
export const Weekday: TokenType = word("Weekday", "weekday", Starting);
export const Hour: TokenType = word("Hour", "hour", Starting);

/** Words that are never a bare field name. All others are keywords only where they can be nothing else. */
export const hardWords: ReadonlyMap<string, TokenType> = new Map(
	[
		[And, Or, Not, In, Is, True, False, Any, No, Every, None, All, At, Between, Has, Contains, Like, Starts, Ends, Does, Before, After, On],
		[Exists, Where, Ignoring],
	]
		.flat()
		.map((type) => [wordOf(type), type]),
);

/** Points in time: wherever a value can stand these are not field names either. */
export const pointWords: ReadonlyMap<string, TokenType> = new Map([Today, Yesterday, Tomorrow, Now].map((type) => [wordOf(type), type]));

/** What a mistake stands for, and how the language writes it. */
export const meant: ReadonlyMap<string, { readonly type: TokenType; readonly write: string }> = new Map([
	["&&", { type: And, write: "and" }],
	["&", { type: And, write: "and" }],
	["||", { type: Or, write: "or" }],
	["|", { type: Or, write: "or" }],
	["!", { type: Not, write: "not" }],
	["===", { type: Equal, write: "=" }],
	["!==", { type: NotEqual, write: "!=" }],
	["=>", { type: AtLeast, write: ">=" }],
	["=<", { type: AtMost, write: "<=" }],
	["[", { type: Open, write: "(" }],
	["]", { type: Close, write: ")" }],
	["\u2212", { type: Minus, write: "-" }],
	["\u2013", { type: Minus, write: "-" }],
]);

/** The text of a word's token type, from its label. */
export function wordOf(type: TokenType): string {
	return (type.LABEL ?? type.name).replaceAll('"', "");
}
