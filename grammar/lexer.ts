// Text to tokens: Chevrotain cuts them, classify.ts tells the words apart. No text fails: what is unknown is a token too.
import { type IToken, Lexer, type TokenType } from "chevrotain";
import { type Classified, classify } from "./classify.ts";
import { Comment, cutTokens, Name, TextLiteral } from "./tokens.ts";

export interface Tokens extends Classified {
	/** With their `#`, in order. */
	readonly comments: readonly IToken[];
	/** Runs of characters the language does not know, and comments of other languages; they are in no token. Offsets, half-open. */
	readonly unknown: readonly { readonly from: number; readonly to: number }[];
}

/** Signs as Chinese, Japanese and Korean keyboards write them, each of one unit as the sign it stands for: `token.image` is that sign. */
const wideSigns = /[！＆（-－／-：＜-？［］｜、×÷]/g;
const narrow: Readonly<Record<string, string>> = { "、": ",", "×": "*", "÷": "/" };
const asWritten: ReadonlySet<TokenType> = new Set([Name, TextLiteral, Comment]);

let lexer: Lexer | undefined;

/** Linear in the text's length. Offsets are UTF-16 units. The first call builds the lexer. */
export function tokenize(text: string): Tokens {
	lexer ??= new Lexer([...cutTokens], { skipValidations: true, positionTracking: "full" });
	const plain = text.replace(wideSigns, (sign) => narrow[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
	const { tokens, groups, errors } = lexer.tokenize(plain);
	if (plain !== text) {
		for (const token of [...tokens, ...(groups.comments ?? [])])
			if (asWritten.has(token.tokenType)) token.image = text.slice(token.startOffset, token.startOffset + token.image.length);
	}
	const unknown = errors.map(({ offset, length }) => ({ from: offset, to: offset + length }));
	for (const { startOffset, image } of groups.foreignComments ?? []) unknown.push({ from: startOffset, to: startOffset + image.length });
	unknown.sort((a, b) => a.from - b.from);
	return { ...classify(tokens), comments: groups.comments ?? [], unknown };
}
