// Token patterns that a regular expression would read with a step per escape: quoted texts and names, in one pass each.
// Both also match what is not closed, up to the end of the line: a half-typed text still has its tokens.

const closers: Readonly<Record<string, string>> = {
	'"': '"',
	"'": "'",
	"`": "`",
	"“": '”“"',
	"”": '”“"',
	"„": '”“"',
	"‘": "’‘'",
	"’": "’‘'",
	"‚": "’‘'",
	"«": "»",
	"＂": "＂",
};

/** The offset after the quoted stretch that opens at `from`; `isClosed` is false when its line ends first. */
export function scanQuoted(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
	const close = closers[text.charAt(from)] ?? "";
	let at = from + 1;
	for (; at < text.length; at++) {
		const unit = text.charAt(at);
		if (unit === "\n" || unit === "\r") break;
		if (close.includes(unit)) return { end: at + 1, isClosed: true };
		if (unit === "\\" && at + 1 < text.length && text.charAt(at + 1) !== "\n" && text.charAt(at + 1) !== "\r") at++;
	}
	return { end: at, isClosed: false };
}

/** `bob@acme.com` and `@acme.com` without quotes. The run before the `@` is tried at its full length only. */
const address = /(?=([\p{L}\p{N}_][\p{L}\p{N}_.+-]*|))\1@[\p{L}\p{N}_.-]+/uy;

export function matchText(text: string, offset: number): [string] | null {
	const quote = text.charAt(offset);
	if (quote === "`" || !Object.hasOwn(closers, quote)) {
		address.lastIndex = offset;
		return address.exec(text) as [string] | null;
	}
	return [text.slice(offset, scanQuoted(text, offset).end)];
}

/** `n't` is no part of a name, nor one: `doesn't` is `does` and `n't`. */
const bare = /(?:[dD]oes|[iI]s)(?=n['’]t(?!\p{L}))|(?!n['’]t(?!\p{L}))[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;

/** A name of bare and quoted parts joined by dots: `address.city`, `` profile.`Loyalty Points` ``. */
export function matchName(text: string, offset: number): [string] | null {
	let at = partEnd(text, offset);
	if (at === offset) return null;
	while (text.charAt(at) === ".") {
		const end = partEnd(text, at + 1);
		if (end === at + 1) break;
		at = end;
	}
	return [text.slice(offset, at)];
}

function partEnd(text: string, from: number): number {
	if (text.charAt(from) === "`") return scanQuoted(text, from).end;
	bare.lastIndex = from;
	return bare.test(text) ? bare.lastIndex : from;
}
