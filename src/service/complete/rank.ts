// How well what is typed fits what could be meant. Lower is better.

/**
 * As typed and no more; begins so; a word in it begins so; its letters in order, the first at a word's beginning; its letters in order, at
 * least four.
 */
export type Rank = 0 | 1 | 2 | 3 | 4;

/**
 * Undefined where it does not fit at all. Letter case does not count; one typed letter fits only the beginnings of words. Linear in the text.
 *
 * rank("loyalty_points", "poi") // -> 2
 */
export function rank(text: string, typed: string): Rank | undefined {
	if (typed === "") return 1;
	const lower = text.toLowerCase();
	const wanted = typed.toLowerCase();
	if (lower.startsWith(wanted)) return lower.length === wanted.length ? 0 : 1;
	for (let at = lower.indexOf(wanted, 1); at >= 0; at = lower.indexOf(wanted, at + 1)) if (beginsWord(text, at)) return 2;
	return wanted.length < 2 || wanted.length > lower.length ? undefined : rankLetters(text, lower, wanted);
}

function rankLetters(text: string, lower: string, wanted: string): Rank | undefined {
	for (let at = lower.indexOf(wanted.charAt(0)); at >= 0; at = lower.indexOf(wanted.charAt(0), at + 1)) {
		if (beginsWord(text, at) && hasLetters(lower, wanted, at)) return 3;
	}
	return wanted.length > 3 && hasLetters(lower, wanted, 0) ? 4 : undefined;
}

function hasLetters(lower: string, wanted: string, from: number): boolean {
	let at = from;
	for (let index = 0; index < wanted.length; index++) {
		at = lower.indexOf(wanted.charAt(index), at) + 1;
		if (at === 0) return false;
	}
	return true;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** After anything but a letter or digit, and at a capital after a small letter. */
function beginsWord(text: string, at: number): boolean {
	if (at === 0) return true;
	const [before, here] = [text.charAt(at - 1), text.charAt(at)];
	return !letterOrDigit.test(before) || (before !== before.toUpperCase() && here !== here.toLowerCase());
}
