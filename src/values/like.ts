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

const star = 0x2a;
const question = 0x3f;

/**
 * Whether the whole text fits the pattern. At most text × pattern steps, whatever they hold: on a mismatch only the last `*` needs
 * to take one more character, since an earlier one could not do better.
 */
export function matchesPattern(text: string, pattern: string): boolean {
	let textAt = 0;
	let patternAt = 0;
	// Where to go on after a mismatch: just behind the last `*`, and the text it has not taken yet.
	let afterStar = -1;
	let untaken = 0;
	while (textAt < text.length) {
		// Never asked past the end: V8's optimised code (Chromium 153 to 156) then answers wrongly once in a while.
		const wanted = patternAt < pattern.length ? pattern.codePointAt(patternAt) : undefined;
		const found = text.codePointAt(textAt) as number;
		if (wanted === star) {
			afterStar = ++patternAt;
			untaken = textAt;
		} else if (wanted === question || wanted === found) {
			patternAt += wanted === question ? 1 : unitsOf(found);
			textAt += unitsOf(found);
		} else if (afterStar >= 0) {
			untaken += unitsOf(text.codePointAt(untaken) as number);
			textAt = untaken;
			patternAt = afterStar;
		} else return false;
	}
	while (pattern.charCodeAt(patternAt) === star) patternAt++;
	return patternAt === pattern.length;
}

const unitsOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);
