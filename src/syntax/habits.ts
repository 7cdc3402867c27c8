// What people write out of habit, from SQL, JavaScript, spreadsheets, templates, search fields and other tools for segments. Where the grammar cannot
// read a condition, its words are held against this table, and one sentence says how they are written here.
import type { IToken } from "chevrotain";
import * as t from "../../grammar/tokens.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { diagnostic, wordFix } from "../diagnostic/report.ts";
import { oneLine } from "../text/cut.ts";
import type { Span } from "../text/span.ts";
import { opening, separators, spanOf } from "./lex.ts";
import { quoted } from "./words.ts";

/**
 * What is written elsewhere, and here: nothing, or several readings with `|` between them, or behind `…` what is said of it. In what is written elsewhere
 * a blank is some blanks, `_` perhaps none, `NAME` a field, `VALUE` a word or a text in quotes, `LIST` several of what parentheses hold, and `<…>` words
 * between others. `$1` is what the first parentheses found. The first line that fits is told.
 */
const habits = String.raw`
select\b[^"']{0,200}?\bfrom NAME where →
(?:order by|group by|limit) [\w., ]+$ →
if [(]([^()]+)[)] → $1
(?<![^(\s]\s*)(?:where\b|if\b(?!_[(])|=(?=\w)) →
exists_[(]_select\b[^()]{0,200}?\bfrom NAME where\b_([^()]+)[)] → any $1 ($2)
exists_[(]_NAME_[)] → $1 is set
is(?:null|blank|empty)_[(]_NAME_[)] → $1 is missing
(?:lower|upper)_[(]_NAME_[)]_(!?=)=*_(VALUE) → $1 $2 $3 ignoring case
(now|today)(?:_[(]_[)])?_-_interval ['"]?(\d+) (\w+)['"]? → $1 - $2 $3
(now|today)_[(]_[)]_-_(\d+)(?!_\w) → $1 - $2 days
(now|today)_[(]_[)] → $1
(?:new )?date_[(]?_['"](\d[-\d]+)['"](?:_[)])? → $1
NAME[.](?:includes|contains)_[(]_(VALUE)_[)] → $1 contains $2
NAME[.](start|end)swith_[(]_(VALUE)_[)] → $1 $2s with $3
'([^'"\\\n]*\p{L})''?(\p{L}[^'"\\\n]*)'(?![\p{L}']) → "$1'$2"
and_[(](LIST)[)] → all of ($1)
or_[(](LIST)[)] → any of ($1)
==?_[(](LIST)[)] → in ($1)
NAME:([<>]=?)_(VALUE) → $1 $2 $3
NAME:(\d[-.\d]*|["'].*?["']) → $1 = $2
NAME:(WORD) → $1 = "$2"
NAME not matches_[(]([^()]+)[)] → no $1 ($2)
NAME matches_[(]([^()]+)[)] → any $1 ($2)
NAME (at least|at most|exactly|more than) (\d+) times → $2 $3 $1
(any of|in) (VALUE(?:_,_VALUE)+) → $1 ($2)
any of (VALUE) → any of ($1)
<begins with|startswith> → starts with
<endswith> → ends with
(?:ilike|matches)(?=_["']) → …is "like" here, with * for any characters.
(?<=(?:count|sum|avg|min|max)_[(]_NAME_),(?= \w+ [^\s,)]) → where
(?<=(?:count|sum|avg|min|max)_[(]_)NAME_[(]([^()]+)[)] → $1 where ($2)
(count|sum|avg|min|max|age|month|weekday|hour) (\w[\w.]*)(?=_[<>=]) → $1($2)
(?<=(?:[<>=]|between|and)_)-_(\d+)d → $1 days ago
(?<=(?:[<>=]|between|and)_)-_(\d+)w → $1 weeks ago
(?<=(?:[<>=]|between|and)_)-_(\d+)y → $1 years ago
(?<=(?:[<>=]|between|and)_)-_(\d+ (?:day|week|month|year)s?) → $1 ago
<(?:greater|more) than or equal(?: to)?> → >=
<(?:less|fewer) than or equal(?: to)?> → <=
<(?:is )?(?:over|above|gt)> → >
<(?:is )?(?:under|below|lt)> → <
<gte?> → >=
<lte?> → <=
<eq> → =
<ne> → !=
(\d[.\d]*) or (?:more|above) → >= $1
(\d[.\d]*) or (?:less|below) → <= $1
from (\d\S*) to → between $1 and
(?:an?|one) (minute|hour|day|week|month|year) → 1 $1
<since> → on or after
<until> → before|on or before
older than (\d+ \w+) → before $1 ago
newer than (\d+ \w+) → after $1 ago
within(?= \d) → in last|in next
<unless|except|excluding|but not> → and not
<but> → and
NAME (?:is )?(not )?in (?:segment|list)(?= ["']) → $2in segment
is (not )?in (?:segment|list)(?= ["']) → $1in segment
(?<!(?:least|most|exactly|than|-)_)(\d+) NAME [(]([^()]+)[)] → at least $1 $2 ($3)|exactly $1 $2 ($3)
(?<!\d_)NAME [(]([^()]+)[)] → any $1 ($2)|no $1 ($2)
NAME[(][^()]+[)] → …is no calculation here. There are age, month, weekday, hour, count, sum, avg, min and max.
`;

const patterns = (habits.match(/.+/g) ?? []).map((line) => {
	const [elsewhere = "", here = ""] = line.split(/ → ?/);
	const source = elsewhere
		.replace(/^<(.*)>$/, `(?<=[\\w\`)"']_)(?:$1)\\b(?=_[\\w"'])`)
		.replace(/[a-z]$/, "$&\\b")
		.replaceAll("LIST", "[^()]{1,200},[^()]{1,200}")
		.replaceAll("VALUE", `(?:WORD|"[^"]*"|'[^']*')`)
		.replaceAll("NAME", "(WORD)")
		.replaceAll("WORD", "[\\w\\p{L}][-.\\w\\p{L}]*")
		.replaceAll(" ", "\\s+")
		.replaceAll("_", "\\s*");
	return { elsewhere: new RegExp(source, "iuy"), here, isNamed: /^([(][?]<.*?[)])?NAME/.test(line) };
});

/** What is told of a habit, and how far it reaches: nothing else is told of the conditions there. */
export interface Habit {
	readonly told: Diagnostic;
	readonly reach: Span;
}

/** Words of one condition that are held against the table. */
const mostWords = 200;
/** Between these stand conditions, or parts of one. */
const between: ReadonlySet<unknown> = new Set([...separators, ...opening, t.Close]);

/** The habits in the conditions that have mistakes, which come in the order of the text. Linear in the text for a bounded number of mistakes. */
export function findHabits(text: string, tokens: readonly IToken[], mistakes: readonly Diagnostic[]): readonly Habit[] {
	const found: Habit[] = [];
	let to = 0;
	for (const { span, severity } of mistakes) {
		if (severity !== "error" || span.from < to) continue;
		let first = tokens.findIndex((token) => spanOf(token).to > span.from);
		while (first > 0 && !between.has(tokens[first - 1]?.tokenType) && spanOf(tokens[first - 1] as IToken).to > to) first--;
		const words = tokens.slice(first, first + mostWords);
		let told: Diagnostic | undefined;
		for (const token of words) {
			const { tokenType, startOffset } = token;
			if (startOffset >= (told?.span ?? span).to && between.has(tokenType)) break;
			told ??= habitAt(text, token);
			to = startOffset + 1;
		}
		if (told) found.push({ told, reach: { from: words[0]?.startOffset ?? 0, to } });
	}
	return found;
}

function habitAt(text: string, { startOffset: from, tokenType }: IToken): Diagnostic | undefined {
	for (const { elsewhere, here, isNamed } of patterns) {
		elsewhere.lastIndex = from;
		const found = elsewhere.exec(text);
		if (!found || (isNamed && tokenType !== t.Name)) continue;
		const span = { from, to: elsewhere.lastIndex };
		const written = quoted(text, span);
		if (here.startsWith("…")) return diagnostic("unexpected-words", `${written} ${here.slice(1)}`, span);
		const meant = here.split("|").map((each) => each.replace(/\$(\d)/g, (_, group) => found[group] ?? ""));
		const shown = oneLine(here.includes("$") ? meant.join(" or ") : `"${meant.join('" or "')}"`, 100);
		const fixes = meant.map((words) => wordFix(here ? `Change to ${oneLine(words, 100)}` : `Remove ${written}`, text, span, words));
		const message = here ? `Write ${shown} instead of ${written}.` : `Remove ${written}.`;
		return diagnostic("unexpected-words", message, span, fixes);
	}
	return undefined;
}

/** Whether a habit reaches there. */
export const isTold = ({ from, to }: Span, habits: readonly Habit[]): boolean =>
	habits.some(({ reach }) => from <= reach.to && to >= reach.from);
