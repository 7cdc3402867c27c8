// `like` patterns: `*` stands for any characters or none, `?` for exactly one, and everything else for itself. A character is a code point.

export type LikePart = { readonly kind: "any" } | { readonly kind: "one" } | { readonly kind: "text"; readonly text: string };

/** The parts in order: several `*` in a row are one, `?` beside `*` comes first, and texts are as long as they can be. */
export function parsePattern(pattern: string): readonly LikePart[] {
	const parts: LikePart[] = [];
	for (const [piece] of pattern.matchAll(/[*?]+|[^*?]+/g)) {
		if (piece[0] !== "*" && piece[0] !== "?") {
			parts.push({ kind: "text", text: piece });
			continue;
		}
		for (const character of piece) if (character === "?") parts.push({ kind: "one" });
		if (piece.includes("*")) parts.push({ kind: "any" });
	}
	return parts;
}

/**
 * Whether the whole text fits the pattern. At most text × pattern steps, whatever they hold: on a mismatch only the last `*` needs
 * to take one more character, since an earlier one could not do better.
 */
export function matchesPattern(text: string, pattern: string): boolean {
	// Lists of characters, because V8's optimised `codePointAt` in such a loop answers wrongly now and then (Chromium 153 to 156, Node 24).
	const characters = [...text];
	const wanted = [...pattern];
	let at = 0;
	let step = 0;
	// Where to go on after a mismatch: just behind the last `*`, and the text it has not taken yet.
	let afterStar = -1;
	let untaken = 0;
	while (at < characters.length) {
		if (wanted[step] === "*") {
			afterStar = ++step;
			untaken = at;
		} else if (step < wanted.length && (wanted[step] === "?" || wanted[step] === characters[at])) {
			step++;
			at++;
		} else if (afterStar >= 0) {
			at = ++untaken;
			step = afterStar;
		} else return false;
	}
	while (wanted[step] === "*") step++;
	return step === wanted.length;
}
