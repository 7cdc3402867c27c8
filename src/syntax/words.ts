// The author's own words in a message: quoted, on one line, short.
import type { Span } from "../text/span.ts";

const maxLength = 40;

/** The words of a span in straight double quotes; a text literal keeps the quotes it has. Newlines and runs of blanks become one blank. */
export function quoted(text: string, at: Span): string {
	const words = shortened(text, at);
	return /^".*"$/.test(words) ? words : `"${words}"`;
}

/** The words of a span on one line, cut after 40 characters. */
export function shortened(text: string, at: Span): string {
	const words = text
		.slice(at.from, Math.min(at.to, at.from + 20 * maxLength))
		.trim()
		.replace(/\s+/g, " ");
	return words.length <= maxLength
		? words
		: `${Array.from(words)
				.slice(0, maxLength - 1)
				.join("")
				.trimEnd()}…`;
}
