// From a candidate to the change it makes: as plain text with a place for the caret, and as a snippet of the language server protocol. What
// stands around it decides about blanks, and about parentheses and values that are already there.
import type { Span } from "../../text/span.ts";
import type { Tail } from "./candidate.ts";

export interface Insertion {
	/** What takes the place of the span. */
	readonly insert: string;
	/** Where the caret belongs, counted from the beginning of `insert`; one more than its length where a blank already follows. */
	readonly caret: number;
	/** The same with places to fill in, in LSP's snippet syntax. */
	readonly snippet: string;
}

const place = (index: number): string => `\${${index}:?}`;

/** Behind the words, plain (`|` is the caret) and as a snippet. `?` is the language's own word for a value that is still to come. */
const tails: Readonly<Record<Tail, readonly [plain: string, snippet: string]>> = {
	none: ["", ""],
	space: [" ", " "],
	operand: [" ", ` ${place(1)}`],
	two: [" ", ` ${place(1)} and ${place(2)}`],
	list: [" (|)", " ($1)"],
	block: [" (|)", " ($1)"],
	call: ["(|)", "($1)"],
	rest: [" |)", " $1)"],
};

export function insertionOf(text: string, span: Span, words: string, wantedTail: Tail): Insertion {
	const lead = needsBlank(text, span) ? " " : "";
	const tail = tailHere(text, span, wantedTail);
	// With no words before it, a tail needs no blank of its own.
	const [plain, places] = words === "" ? (tails[tail].map((piece) => piece.trimStart()) as [string, string]) : tails[tail];
	const next = text.charAt(span.to);
	const blankFollows = next === " " && plain === " ";
	const touches = plain === "" && /[\p{L}\p{N}_`"'(]/u.test(next) && next !== "" && !(wantedTail === "call" && next === "(");
	const end = blankFollows ? "" : touches ? " " : plain.replace("|", "");
	const before = lead + words;
	const caret = before.length + (plain.includes("|") ? plain.indexOf("|") : plain.length + (touches ? 1 : 0));
	return {
		insert: before + end,
		caret,
		snippet: `${lead}${snippetText(words)}${blankFollows && places === " " ? "" : touches ? " " : places}`,
	};
}

/** `$`, `}` and `\` are signs of a snippet's own. */
const snippetText = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

function needsBlank(text: string, span: Span): boolean {
	const before = text.charAt(span.from - 1);
	if (before === "" || /[\s(]/.test(before)) return false;
	return span.from === span.to || /[\p{L}\p{N}_"'`)]/u.test(before);
}

/** Without what already stands there. */
function tailHere(text: string, span: Span, tail: Tail): Tail {
	if (tail === "none" || tail === "space" || tail === "rest") return tail;
	const rest = text.slice(span.to, span.to + 200);
	const follows = /^[ \t]*([^\s]*)/.exec(rest)?.[1] ?? "";
	if (tail === "call") return rest.startsWith("(") ? "none" : tail;
	if (tail === "list" || tail === "block") return follows.startsWith("(") ? "space" : tail;
	const isFree = follows === "" || /^(?:[),#?]|(?:and|or)$)/i.test(follows);
	return isFree ? tail : "space";
}
