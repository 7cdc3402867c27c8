// How far the words go that are replaced: over the word, and over what else of a phrase follows it, so that `starts with` takes the place of all
// of `does| not contain`.
import type { Place } from "../../syntax/place.ts";
import { tokenImages } from "../../syntax/token-images.ts";
import { isWord } from "./match.ts";
import type { Source } from "./source.ts";

/** No phrase has more words. */
const maxWords = 8;

export function phraseEnd(text: string, { word }: Place, sources: readonly Source[]): number {
	const { from, to } = word.span;
	if (from === to || word.kind === "text") return to;
	const tokens = tokenImages(text, from, maxWords);
	if (tokens[0]?.to !== to) return to;
	let end = to;
	for (const { candidates, written } of sources) {
		for (const { words } of candidates) {
			const length = words.length - written.length;
			if (length < 2 || length > tokens.length || (tokens[length - 1]?.to ?? 0) <= end) continue;
			if (words.slice(written.length).every((own, at) => isWord(own, tokens[at]?.image ?? ""))) end = tokens[length - 1]?.to ?? end;
		}
	}
	return end;
}
