// The author's own words in a message: quoted, on one line, short.
import { oneLine } from "../text/cut.ts";
import type { Span } from "../text/span.ts";

/** The words of a span in straight double quotes; a text literal keeps the quotes it has. Newlines and runs of blanks become one blank. */
export function quoted(text: string, at: Span): string {
	const words = shortened(text, at);
	return /^".*"$/.test(words) ? words : `"${words}"`;
}

/** The words of a span on one line of 40 characters. */
export const shortened = (text: string, at: Span): string => oneLine(text.slice(at.from, at.to), 40);
