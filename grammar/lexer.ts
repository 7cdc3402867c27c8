// Text to tokens: Chevrotain cuts them, classify.ts tells the words apart. No text fails: what is unknown is a token too.
import { type IToken, Lexer } from "chevrotain";
import { type Classified, classify } from "./classify.ts";
import { cutTokens } from "./tokens.ts";

export interface Tokens extends Classified {
	/** With their `#`, in order. */
	readonly comments: readonly IToken[];
	/** Runs of characters the language does not know, and comments of other languages; they are in no token. Offsets, half-open. */
	readonly unknown: readonly { readonly from: number; readonly to: number }[];
}

let lexer: Lexer | undefined;

/** Linear in the text's length. Offsets are UTF-16 units. The first call builds the lexer. */
export function tokenize(text: string): Tokens {
	lexer ??= new Lexer([...cutTokens], { skipValidations: true, positionTracking: "full" });
	const { tokens, groups, errors } = lexer.tokenize(text);
	const unknown = errors.map(({ offset, length }) => ({ from: offset, to: offset + length }));
	for (const { startOffset, image } of groups.foreignComments ?? []) unknown.push({ from: startOffset, to: startOffset + image.length });
	unknown.sort((a, b) => a.from - b.from);
	return { ...classify(tokens), comments: groups.comments ?? [], unknown };
}
