// Patterns of `like`: `*` is any text, `?` one character (a code point), everything else itself.

export type LikePart = { readonly kind: "any" } | { readonly kind: "one" } | { readonly kind: "text"; readonly text: string };

/** The pattern's parts; neighbouring `*` count once, and `?` beside `*` comes first. */
export function parsePattern(pattern: string): readonly LikePart[] {
	const parts: LikePart[] = [];
	for (const piece of pattern.match(/[*?]+|[^*?]+/g) ?? []) {
		if (piece[0] !== "*" && piece[0] !== "?") {
			parts.push({ kind: "text", text: piece });
			continue;
		}
		for (const character of piece) if (character === "?") parts.push({ kind: "one" });
		if (piece.includes("*")) parts.push({ kind: "any" });
	}
	return parts;
}

/** One step of the walk: a character to meet, any one character, or a stretch of any length. */
type Step = string | typeof one | typeof many;
const one: unique symbol = Symbol("one character");
const many: unique symbol = Symbol("any text");

/**
 * Whether the whole text matches. Goes back to the last `*` only (Krauss, "Matching Wildcards"): at worst characters × pattern, whatever
 * the pattern.
 */
export function matchesPattern(text: string, pattern: string): boolean {
	const steps = parsePattern(pattern).flatMap((part): readonly Step[] =>
		part.kind === "any" ? [many] : part.kind === "one" ? [one] : [...part.text],
	);
	const characters = [...text];
	let at = 0;
	let step = 0;
	let lastMany = -1;
	let retry = 0;
	while (at < characters.length) {
		if (steps[step] === many) {
			lastMany = step++;
			retry = at;
		} else if (step < steps.length && (steps[step] === one || steps[step] === characters[at])) {
			at++;
			step++;
		} else if (lastMany >= 0) {
			step = lastMany + 1;
			at = ++retry;
		} else return false;
	}
	while (steps[step] === many) step++;
	return step === steps.length;
}
