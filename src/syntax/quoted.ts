// What stands between quotes: JSON's escapes, and `\'` and `` \` ``, in texts and in quoted names alike.
import { scanQuoted } from "../../grammar/quoted.ts";
import { diagnostic, replaceFix } from "../diagnostic/report.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { isUsableText } from "../values/text.ts";

export interface Unquoted {
	/** Undefined when it holds what no engine reads alike: NUL or half a character. */
	readonly value: string | undefined;
	readonly diagnostics: readonly Diagnostic[];
}

const simple: Readonly<Record<string, string>> = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	'"': '"',
	"'": "'",
	"`": "`",
	"\\": "\\",
	"/": "/",
};
const straight = /["'`]/;

/** The value of a quoted stretch that begins at `offset` of the author's text; `image` has its quotes, the last one perhaps missing. */
export function unquote(image: string, offset: number, what: "text" | "name"): Unquoted {
	const diagnostics: Diagnostic[] = [];
	const open = image.charAt(0);
	const { isClosed } = scanQuoted(image, 0);
	const inner = image.slice(1, isClosed ? -1 : undefined);
	if (!isClosed) {
		const end = offset + image.trimEnd().length;
		const quote = straight.test(open) ? open : '"';
		diagnostics.push(
			diagnostic(
				"unclosed-text",
				`The ${what} that begins with ${beginning(inner)} has no closing quote. Add it.`,
				{ from: offset, to: offset + image.length },
				[{ title: `Add ${quote}`, edits: [{ span: { from: end, to: end }, text: quote }] }],
			),
		);
	}
	const value = unescaped(inner, offset + 1, diagnostics);
	if (isClosed && !straight.test(open + image.at(-1))) {
		const at = { from: offset, to: offset + image.length };
		diagnostics.push(
			diagnostic("unknown-character", `Use straight quotes: ${JSON.stringify(value)}.`, at, [
				replaceFix("Change to straight quotes", at, JSON.stringify(value)),
			]),
		);
	}
	if (isUsableText(value)) return { value, diagnostics };
	const message = value.includes("\0")
		? `This ${what} holds the NUL character, which not every engine can store. Remove it.`
		: `This ${what} holds half of a character (a lone surrogate). Remove it or write the whole character.`;
	diagnostics.push(diagnostic("unusable-text", message, { from: offset, to: offset + image.length }));
	return { value: undefined, diagnostics };
}

const beginning = (inner: string): string => {
	const start = Array.from(inner.trim()).slice(0, 20).join("");
	return start === "" ? "nothing" : `"${start}"`;
};

function unescaped(inner: string, offset: number, diagnostics: Diagnostic[]): string {
	let next = inner.indexOf("\\");
	if (next < 0) return inner;
	const pieces: string[] = [];
	let at = 0;
	while (next >= 0) {
		pieces.push(inner.slice(at, next));
		const letter = inner.charAt(next + 1);
		const replacement = Object.hasOwn(simple, letter) ? simple[letter] : undefined;
		const code = letter === "u" ? /^[0-9a-fA-F]{4}/.exec(inner.slice(next + 2, next + 6)) : undefined;
		if (replacement !== undefined) {
			pieces.push(replacement);
			at = next + 2;
		} else if (code) {
			pieces.push(String.fromCharCode(Number.parseInt(code[0], 16)));
			at = next + 6;
		} else {
			diagnostics.push(badEscape(inner, next, offset));
			at = next + 1;
		}
		next = inner.indexOf("\\", at);
	}
	pieces.push(inner.slice(at));
	return pieces.join("");
}

function badEscape(inner: string, at: number, offset: number): Diagnostic {
	const [character = ""] = inner.slice(at + 1, at + 3);
	const span = { from: offset + at, to: offset + at + 1 + character.length };
	const message =
		character === "u"
			? 'After "\\u" write four digits from 0-9 and a-f, for example \\u00e9.'
			: `"\\${character}" has no meaning in quotes. To write a backslash, double it: \\\\${character}.`;
	const backslash = { from: span.from, to: span.from + 1 };
	return diagnostic("bad-escape", message, span, [replaceFix("Double the backslash", backslash, "\\\\")]);
}
