// The word at an offset: what a completion replaces. A half-typed quote would reach to the end of its line, so where a quoted word ends
// is read from what follows it.
import type { IToken } from "chevrotain";
import { tokenize } from "../../grammar/lexer.ts";
import { matchName, scanQuoted } from "../../grammar/quoted.ts";
import { Name, Placeholder, TextLiteral } from "../../grammar/tokens.ts";
import type { Span } from "../text/span.ts";
import { spanOf } from "./lex.ts";
import { readName } from "./names.ts";
import { unquote } from "./quoted.ts";

export interface Word {
	readonly kind: "name" | "text" | "number" | "none";
	/** Up to its end, which can lie behind the offset; empty at the offset where there is no word. */
	readonly span: Span;
	/** What is typed of it up to the offset, without quotes and escapes. */
	readonly typed: string;
	/** The quote that a text or a name begins with. */
	readonly quote?: string;
}

/** `tokens`: those of the text before the offset. */
export function wordAt(text: string, offset: number, tokens: readonly IToken[]): Word {
	const last = tokens.at(-1);
	const nothing: Word = { kind: "none", span: placeholderAt(text, offset, last), typed: "" };
	if (!last || last.image === "") return nothing;
	const { from, to } = spanOf(last);
	const image = text.slice(from, offset);
	const isName = /^[\p{L}_`]/u.test(image) && (to === offset || (to === offset - 1 && text.charAt(to) === "."));
	if (isName) {
		const typed = last.tokenType === Name ? readName(last.image, from).name + image.slice(to - from) : image;
		return { kind: "name", span: { from, to: nameEnd(text, from, offset) }, typed, ...(image.startsWith("`") && { quote: "`" }) };
	}
	if (to !== offset) return nothing;
	if (/^["'“”„‘’‚«]/.test(image)) {
		if (last.tokenType !== TextLiteral || scanQuoted(image, 0).isClosed) return nothing;
		const { end, isClosed } = scanQuoted(text, from);
		const isWhole = isClosed && endsWord(text, end);
		return {
			kind: "text",
			span: { from, to: isWhole ? end : offset },
			typed: unquote(image, 0, "text").value ?? "",
			quote: image.charAt(0),
		};
	}
	if (!/^[.\d]|^--\d/.test(image)) return nothing;
	const whole = tokenize(text.slice(from, offset + maxNumberLength)).tokens[0];
	return { kind: "number", span: { from, to: Math.max(offset, from + (whole?.image.length ?? 0)) }, typed: image };
}

/** Longer than any date and any number that can be exact. */
const maxNumberLength = 60;

/** The `?` that the offset touches, in place of a value that is still to come; else nothing. */
function placeholderAt(text: string, offset: number, last: IToken | undefined): Span {
	if (last?.tokenType === Placeholder && spanOf(last).to === offset) return spanOf(last);
	return { from: offset, to: text.charAt(offset) === "?" ? offset + 1 : offset };
}

function nameEnd(text: string, from: number, offset: number): number {
	const end = from + (matchName(text, from)?.[0].length ?? 0);
	const quote = text.slice(from, end).lastIndexOf("`");
	const isOpen = quote >= 0 && (text.charAt(end - 1) !== "`" || !endsWord(text, end));
	return isOpen ? offset : Math.max(end, offset);
}

/** A quote with a letter or another quote right behind it does not end the word before: it begins one. */
const endsWord = (text: string, end: number): boolean => !/^[\p{L}\p{N}_"'`]/u.test(text.slice(end, end + 2));
