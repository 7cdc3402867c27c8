// Words that are to become a row: whole, and with nothing that would reach beyond their end.
import { readFragment } from "../syntax/fragment.ts";
import { parse } from "../syntax/parse.ts";
import { type Refusal, refuse } from "./change.ts";
import { documentOf } from "./document-of.ts";

export interface ReadCondition {
	readonly words: string;
	/** The words are a chain without parentheses. */
	readonly chain?: "and" | "or";
}

/** One condition, or a chain of them; `?` may stand where a value is still to come. */
export function readCondition(text: string): ReadCondition | Refusal {
	const words = text.trim();
	const { lead, trail, condition, mistakes, endsLine } = readFragment(words);
	const [mistake] = parse(words).diagnostics.filter(
		({ severity, span }) => severity === "error" && words.slice(span.from, span.to) !== "?",
	);
	if (mistake) return refuse(mistake.message);
	if (lead || trail || !condition || mistakes > 0) return refuse('Write a whole condition, for example country = "US".');
	if (endsLine) return refuse("End with the condition: a comment goes on the line above it.");
	const chain = chainOfWords(words);
	return { words, ...(chain && { chain }) };
}

/** What joins words that are a chain without parentheses. */
export const chainOfWords = (words: string): "and" | "or" | undefined => documentOf(words).root.connector;
