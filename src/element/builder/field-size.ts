// How wide a field is where an engine cannot make it as wide as what stands in it: in characters, by the attribute that HTML has for that.
let canSizeItself: boolean | undefined;

/** Asked once, and not before there is a page: this file is also read where there is none. */
export function fieldsSizeThemselves(): boolean {
	canSizeItself ??= CSS.supports("field-sizing", "content");
	return canSizeItself;
}

/** Characters of a field that is nearly empty, and of the longest that still looks like a field. */
const least = 4;
const most = 40;

/** Letters as wide as two. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/gu;

/** The attribute `size` of a field with these words, or with its placeholder; undefined where the engine knows better. */
export function sizeOf(words: string, placeholder = ""): number | undefined {
	return fieldsSizeThemselves() ? undefined : charactersOf(words === "" ? placeholder : words);
}

/** Between 4 and 40, one of them free. Linear in the words. */
export function charactersOf(words: string): number {
	const start = words.slice(0, most * 2);
	const characters = [...start].length + (start.match(wide)?.length ?? 0);
	return Math.min(most, Math.max(least, characters + 1));
}
