// Every token of the language. Part 1 is what the lexer cuts, in lexing order; part 2 is the words, which `classify.ts` tells apart
// by their neighbours. A label is how grammar pictures and the reference show the token.
import { createToken, type ITokenConfig, Lexer, type TokenType } from "chevrotain";
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

/** All of them: a list of its own, because a module's names are not kept where nobody asks for them. */
export const allTokens: TokenType[] = [];

function token(config: ITokenConfig): TokenType {
	const made = createToken(config);
	allTokens.push(made);
	return made;
}

// ---- Kinds of tokens, for words that are too much ----

/** Can begin a condition. */
export const Starting: TokenType = token({ name: "Starting", pattern: Lexer.NA });
/** Neither begins nor joins conditions, nor closes or separates: after a complete condition it is too much. */
export const Continuing: TokenType = token({ name: "Continuing", pattern: Lexer.NA });

// ---- 1. Cut by the lexer, in this order ----

export const WhiteSpace: TokenType = token({ name: "WhiteSpace", pattern: /[\s\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true });
/** To the end of the line, also after the `//` or `--` of other languages: whoever reads it reports those. */
export const Comment: TokenType = token({
	name: "Comment",
	pattern: /(?:#|\/\/|--(?=[ \t]+[^\s\d.(]))[^\n\r]*/,
	group: "comments",
});
/** `/* … *\/` on one line: never a comment here. */
export const ForeignComment: TokenType = token({ name: "ForeignComment", pattern: /\/\*[^\n\r]*?\*\//, group: "foreignComments" });
/** Also unclosed, to the end of its line, in typographic quotes, and an address without any: whoever reads the value reports those. */
export const TextLiteral: TokenType = token({
	categories: Starting,
	name: "TextLiteral",
	label: "text",
	pattern: matchText,
	start_chars_hint: [..."\"'“”„‘’‚«＂@", ...letters, ...digits, ...latin, ...beyondLatin],
	line_breaks: false,
});
export const MonthDayLiteral: TokenType = token({
	name: "MonthDayLiteral",
	categories: Starting,
	label: "monthDay",
	pattern: /--\d{1,2}-\d{1,2}(?!\d)/,
});
/** Anything shaped like a date or an instant, possible or not: `2026-05`, `2026-02-30`, `2026-05-01T10:00:00Z`. */
export const DateLiteral: TokenType = token({
	categories: Starting,
	name: "DateLiteral",
	label: "date",
	pattern: /\d{4}-\d{1,2}(?!\d)(?:-\d{1,2}(?!\d))?(?:[Tt][\w:.+-]*| \d{1,2}:\d\d[\w:.+-]*)?/,
});
/** `05/01/2026`, `1.5.26`, `01-05-2026`, `2026/05/01`, `05-01`: never a date here, and reported as one. */
export const ForeignDate: TokenType = token({
	name: "ForeignDate",
	categories: Starting,
	pattern:
		/(?:\d{4}([/.])\d{1,2}\1\d{1,2}|\d{1,2}(?:\/\d{1,2}\/\d\d|\.\d{1,2}\.(?:\d\d)?)\d\d|(?<![-+*/]\s*)(?:\d{1,2}-\d{1,2}-\d{4}|0\d-\d\d|\d\d-0\d))(?![\w.]|-\d)/,
	start_chars_hint: digits,
	line_breaks: false,
});
/** Anything that begins like a number: `1_000.5`, `1e3`, the `30` of `30days`, and the mistakes `007`, `.5`, `30d`. */
export const NumberLiteral: TokenType = token({
	categories: Starting,
	name: "NumberLiteral",
	label: "number",
	pattern: new RegExp(`\\d[\\d_]*(?=(?:${[...units.keys()].join("|")})(?![\\w.]))|\\.?\\d[\\w.]*(?:(?<=[eE])[+-]\\d[\\w.]*)*`, "iu"),
	start_chars_hint: [...digits, "."],
	line_breaks: false,
});
export const MonthDayWord: TokenType = token({
	name: "MonthDayWord",
	categories: Continuing,
	label: '"month-day"',
	pattern: /month-day(?!\w)/i,
});
/** A bare, quoted or dotted name, or a word of the language: `classify.ts` decides. */
export const Name: TokenType = token({
	categories: Starting,
	name: "Name",
	label: "name",
	pattern: matchName,
	start_chars_hint: [...letters, ...latin, ...beyondLatin],
	line_breaks: false,
});
/** What people write for something else; `meant` says what. */
export const Mistake: TokenType = token({ name: "Mistake", pattern: /n['’]t|&&?|\|\|?|===|!==|=>|=<|!(?!=)|[[\]\u2212\u2013]/ });

const symbol = (name: string, pattern: RegExp, label: string, kind?: TokenType): TokenType =>
	token({ name, pattern, label: `"${label}"`, ...(kind && { categories: kind }) });
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
	token({ name, label, pattern: Lexer.NA, ...(kind && { categories: kind }) });
/** `text` is the name in lower case, unless it is given. */
const word = (name: string, kind?: TokenType, text = name.toLowerCase()): TokenType => made(name, `"${text}"`, kind);

/** The new line that ends an item of a group or a list, where a comma could stand. */
export const NewItem: TokenType = made("NewItem", "newline");
/** A text before a colon: the name of a condition. */
export const Label: TokenType = made("Label", "text", Starting);
/** A parenthesis that holds an expression: `(a + b) * 2 > 3`. */
export const OpenExpression: TokenType = word("OpenExpression", undefined, "(");
/** A `)` that closes nothing, and a `,` between conditions outside a group. */
export const StrayClose: TokenType = word("StrayClose", undefined, ")");
export const StrayComma: TokenType = word("StrayComma", undefined, ",");

export const And: TokenType = word("And");
export const Or: TokenType = word("Or");
export const Not: TokenType = word("Not", Starting);
/** `not` after an expression, before an operator: `x not in (…)`. */
export const OperatorNot: TokenType = word("OperatorNot", Continuing, "not");
/** The `and` of `between 1 and 2`. */
export const BetweenAnd: TokenType = word("BetweenAnd", Continuing, "and");
/** `and` or `or` where a comma should separate the values of a list. */
export const ListWord: TokenType = word("ListWord", undefined, "and");
/** The `two` of `at least two of (…)`. */
export const NumberWord: TokenType = word("NumberWord", undefined, "two");
export const In: TokenType = word("In", Continuing);
/** `in` before `segment` or `any segment`. */
export const ReferenceIn: TokenType = word("ReferenceIn", Starting, "in");
export const Segment: TokenType = word("Segment", Continuing);
export const Is: TokenType = word("Is", Continuing);
export const True: TokenType = word("True", Starting);
export const False: TokenType = word("False", Starting);
export const Any: TokenType = word("Any", Starting);
export const All: TokenType = word("All", Starting);
export const None: TokenType = word("None", Starting);
/** `any`, `all` and `none` before `of`. */
export const AnyOf: TokenType = word("AnyOf", Starting, "any");
export const AllOf: TokenType = word("AllOf", Starting, "all");
export const NoneOf: TokenType = word("NoneOf", Starting, "none");
export const Of: TokenType = word("Of", Continuing);
export const No: TokenType = word("No", Starting);
export const Every: TokenType = word("Every", Starting);
/** `at` before `least` or `most`: an operator, a number of elements, a number of conditions in a group. */
export const At: TokenType = word("At", Continuing);
export const QuantityAt: TokenType = word("QuantityAt", Starting, "at");
export const GroupAt: TokenType = word("GroupAt", Starting, "at");
export const Least: TokenType = word("Least", Continuing);
export const Most: TokenType = word("Most", Continuing);
export const Exactly: TokenType = word("Exactly", Starting);
export const QuantityFewer: TokenType = word("QuantityFewer", Starting, "fewer");
export const QuantityMore: TokenType = word("QuantityMore", Starting, "more");
export const Than: TokenType = word("Than", Continuing);
export const Between: TokenType = word("Between", Continuing);
export const Contains: TokenType = word("Contains", Continuing);
export const Starts: TokenType = word("Starts", Continuing);
export const Ends: TokenType = word("Ends", Continuing);
export const With: TokenType = word("With", Continuing);
export const Like: TokenType = word("Like", Continuing);
export const Has: TokenType = word("Has", Continuing);
export const ArrayContains: TokenType = word("ArrayContains", Continuing, "array_contains");
export const Does: TokenType = word("Does", Continuing);
export const Contain: TokenType = word("Contain", Continuing);
export const Start: TokenType = word("Start", Continuing);
export const End: TokenType = word("End", Continuing);
export const Have: TokenType = word("Have", Continuing);
export const Exist: TokenType = word("Exist", Continuing);
export const Match: TokenType = word("Match", Continuing);
export const EqualVerb: TokenType = word("EqualVerb", Continuing, "equal");
export const EqualTo: TokenType = word("EqualTo", Continuing, "equal");
export const To: TokenType = word("To", Continuing);
export const EqualsWord: TokenType = word("EqualsWord", Continuing, "equals");
export const NotEqualsWord: TokenType = word("NotEqualsWord", Continuing, "not_equals");
export const GreaterThanWord: TokenType = word("GreaterThanWord", Continuing, "greater_than");
export const LessThanWord: TokenType = word("LessThanWord", Continuing, "less_than");
/** `greater than` and `more than`, `less than` and `fewer than`, as operators. */
export const GreaterWord: TokenType = word("GreaterWord", Continuing, "greater");
export const LessWord: TokenType = word("LessWord", Continuing, "less");
export const Before: TokenType = word("Before", Continuing);
export const After: TokenType = word("After", Continuing);
export const On: TokenType = word("On", Continuing);
/** The `or` of `on or before`. */
export const OnOr: TokenType = word("OnOr", Continuing, "or");
export const Exists: TokenType = word("Exists", Continuing);
export const NotExists: TokenType = word("NotExists", Continuing, "not_exists");
export const SetWord: TokenType = word("SetWord", Continuing, "set");
export const Missing: TokenType = word("Missing", Continuing);
export const Empty: TokenType = word("Empty", Continuing);
/** `is null`: not of the language, read as `is missing`. */
export const Null: TokenType = word("Null", Continuing);
export const One: TokenType = word("One", Continuing);
export const Where: TokenType = word("Where", Continuing);
export const Ignoring: TokenType = word("Ignoring", Continuing);
export const Case: TokenType = word("Case", Continuing);
export const Anniversary: TokenType = word("Anniversary", Continuing);
/** `in the last 30 days`. */
export const The: TokenType = word("The", Continuing);
export const This: TokenType = word("This", Continuing);
export const Last: TokenType = word("Last", Continuing);
export const Next: TokenType = word("Next", Continuing);
export const Calendar: TokenType = word("Calendar", Continuing);
export const Full: TokenType = word("Full", Continuing);
/** `first` and `last` before a collection. */
export const FirstElement: TokenType = word("FirstElement", Starting, "first");
export const LastElement: TokenType = word("LastElement", Starting, "last");
export const By: TokenType = word("By", Continuing);
export const Ago: TokenType = word("Ago", Continuing);
export const From: TokenType = word("From", Continuing);
export const FromNow: TokenType = word("FromNow", Continuing, "now");
export const Today: TokenType = word("Today", Starting);
export const Yesterday: TokenType = word("Yesterday", Starting);
export const Tomorrow: TokenType = word("Tomorrow", Starting);
export const Now: TokenType = word("Now", Starting);
/** `days` and its like; `units` lists them. */
export const Unit: TokenType = made("Unit", "unit", Continuing);
export const Count: TokenType = word("Count", Starting);
export const Distinct: TokenType = word("Distinct", Continuing);
export const Sum: TokenType = word("Sum", Starting);
export const Avg: TokenType = word("Avg", Starting);
export const Min: TokenType = word("Min", Starting);
export const Max: TokenType = word("Max", Starting);
export const Age: TokenType = word("Age", Starting);
export const Month: TokenType = word("Month", Starting);
export const Weekday: TokenType = word("Weekday", Starting);
export const Hour: TokenType = word("Hour", Starting);

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
	["n't", { type: Not, write: "not" }],
	["n’t", { type: Not, write: "not" }],
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
