// Text to tokens: Chevrotain cuts them, classify.ts tells the words apart. No text fails: what is unknown is a token too.
import { type IToken, Lexer } from "chevrotain";
import { classify } from "./classify.ts";
import { cutTokens } from "./tokens.ts";

export interface Tokens {
	readonly tokens: IToken[];
	/** With their `#`, in order. */
	readonly comments: readonly IToken[];
	/** Parentheses that are never closed, each with the offset where its `)` could stand. */
	readonly unclosed: readonly { readonly open: IToken; readonly closeAt: number }[];
	/** Characters the language does not know; they are in no token of `tokens`. */
	readonly unknown: readonly IToken[];
}

let lexer: Lexer | undefined;

/** Linear in the text's length. Offsets are UTF-16 units. The first call builds the lexer. */
export function tokenize(text: string): Tokens {
	lexer ??= new Lexer([...cutTokens], { skipValidations: true, positionTracking: "full" });
	const { tokens, groups } = lexer.tokenize(text);
	return { ...classify(tokens), comments: groups.comments ?? [] };
}
