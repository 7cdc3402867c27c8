// The words from an offset on, as they are cut, without what they mean there.
import { tokenize } from "../../grammar/lexer.ts";
import type { Span } from "../text/span.ts";
import { spanOf } from "./lex.ts";

export interface TokenImage extends Span {
	readonly image: string;
}

/** At most `most` of those on the next 200 characters, the first one from `offset` on. */
export function tokenImages(text: string, offset: number, most: number): readonly TokenImage[] {
	const { tokens } = tokenize(text.slice(offset, offset + 200));
	return tokens.slice(0, most).map((token) => {
		const { from, to } = spanOf(token);
		return { image: token.image, from: from + offset, to: to + offset };
	});
}
