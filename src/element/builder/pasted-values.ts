// Many values at once, as they are pasted from a sheet, a list or a mail.

/**
 * Between lines and tabs where there are some: a comma in the cell of a sheet is part of it. Else between commas and semicolons. Quotes around a value
 * go, and repeats. Where `isValue` is given, a comma or a semicolon separates nothing in what is one value, and no comma where semicolons alone do it.
 *
 * pastedValues("Smith, John\n") // -> ["Smith, John"]
 * pastedValues("a, b; c") // -> ["a", "b", "c"]
 */
export function pastedValues(text: string, isValue: (words: string) => boolean = () => false): readonly string[] {
	const values = piecesOf(text, isValue)
		.map(unquoted)
		.filter((value) => value !== "");
	return [...new Set(values)];
}

function piecesOf(text: string, isValue: (words: string) => boolean): readonly string[] {
	if (/[\n\r\t]/.test(text)) return withoutSeparators(split(text, "\n\r\t", '"'));
	if (isValue(text)) return [text];
	const pieces = split(text, ";", "\"'");
	return pieces.every(isValue) ? pieces : split(text, ",;", "\"'");
}

/** A comma at the end of each line but the last separates lines; at the end of some, it is theirs. */
function withoutSeparators(cells: readonly string[]): readonly string[] {
	const filled = cells.map(withoutBlanks).filter((cell) => !/^[,;\s]*$/.test(cell));
	const areSeparated = filled.length > 1 && filled.slice(0, -1).every((cell) => /[,;]$/.test(cell));
	return areSeparated ? filled.map((cell) => cell.replace(/[,;]$/, "")) : filled;
}

/** A separator within quotes separates nothing. A quote that nothing closes is a letter. */
function split(text: string, separators: string, quotes: string): readonly string[] {
	const pieces: string[] = [];
	let from = 0;
	let isBegun = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (separators.includes(sign)) {
			pieces.push(text.slice(from, at));
			from = at + 1;
			isBegun = false;
		} else if (!isBegun && quotes.includes(sign)) {
			at = closingQuote(text, at, separators) ?? at;
			isBegun = true;
		} else if (!isBlank(sign)) isBegun = true;
	}
	return [...pieces, text.slice(from)];
}

/** Twice the quote is one of the value. Undefined when the value goes on behind the quote, or there is none. */
function closingQuote(text: string, opening: number, separators: string): number | undefined {
	const quote = text.charAt(opening);
	for (let at = text.indexOf(quote, opening + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
		if (text.charAt(at + 1) === quote) at++;
		else {
			let next = at + 1;
			while (next < text.length && !separators.includes(text.charAt(next)) && isBlank(text.charAt(next))) next++;
			return next === text.length || `${separators},;`.includes(text.charAt(next)) ? at : undefined;
		}
	}
	return undefined;
}

function unquoted(piece: string): string {
	const value = withoutBlanks(piece);
	const quote = value.charAt(0);
	const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
	return isQuoted ? value.slice(1, -1).replaceAll(quote + quote, quote) : value;
}

/** Without blanks and unseen signs at its ends: nobody means them, and nobody finds them in a value. The tags of a flag are part of it. */
export function withoutBlanks(value: string): string {
	let [from, to] = [0, value.length];
	while (from < to && isBlank(value.charAt(from))) from++;
	while (to > from && isBlank(value.charAt(to - 1))) to--;
	return value.slice(from, to);
}

/** Unseen signs of one UTF-16 unit. */
const isBlank = (sign: string): boolean => /[\s\p{Cf}]/u.test(sign);
