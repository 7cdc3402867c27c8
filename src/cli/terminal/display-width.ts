// How many columns a text takes in a terminal: East Asian wide characters and emoji take two, combining marks none. An estimate, since
// terminals differ; it is used to align tables and for nothing else.

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const plain = /^[\x20-\x7e]*$/;
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}/u;
const wide =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const halfWidth = /^[\uFF61-\uFFDC]/;
const invisible = /^[\p{Mn}\p{Me}\u200C\u200D]+$/u;

export function displayWidth(text: string): number {
	if (plain.test(text)) return text.length;
	let width = 0;
	for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
	return width;
}

function graphemeWidth(grapheme: string): number {
	if (plain.test(grapheme)) return grapheme.length;
	if (invisible.test(grapheme)) return 0;
	if (halfWidth.test(grapheme)) return 1;
	return emoji.test(grapheme) || wide.test(grapheme) ? 2 : 1;
}

/** The text in at most `width` columns, with `…` for what was cut. */
export function trimmed(text: string, width: number): string {
	// A text is never wider than twice its length, and a huge one must not be measured whole.
	const start = text.slice(0, width * 16);
	if (start.length === text.length && displayWidth(text) <= width) return text;
	let kept = "";
	let used = 0;
	for (const { segment } of segmenter.segment(start)) {
		used += graphemeWidth(segment);
		if (used > width - 1) break;
		kept += segment;
	}
	return `${kept}…`;
}
