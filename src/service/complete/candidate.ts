// What completion can offer, before anyone knows what is typed of it.

/**
 * What stands behind the words: nothing, a blank, a value, two of them, a list, a condition in parentheses, the arguments of a call, the rest of
 * a condition whose parenthesis is open.
 */
export type Tail = "none" | "space" | "operand" | "two" | "list" | "block" | "call" | "rest";

/** What an item is, for an icon: `date` are words of time, `function` calculations, `collection` conditions on elements. */
export type CompletionKind = "field" | "collection" | "operator" | "keyword" | "function" | "value" | "date" | "segment";

export interface Candidate {
	readonly kind: CompletionKind;
	/** As they are written, in order: `does`, `not`, `contain`. `#30` is a number: the author's, or else 30. */
	readonly words: readonly string[];
	readonly tail: Tail;
	/** What typed letters are compared with, where it is not the words: a value without its quotes, a name without its backticks. */
	readonly match?: string;
	/** A type, a meaning, a date: what is shown beside it. A function makes it of all words, when it is shown. */
	readonly detail?: string | ((words: string) => string | undefined);
	readonly description?: string;
	/** How many profiles have the value. */
	readonly count?: number;
	/** Offered only where letters were typed or words written, and behind the others: other spellings, rarer words. */
	readonly isQuiet?: boolean;
	/** Offered only behind words of its own that are written already. */
	readonly isHidden?: boolean;
	/** The field that it names, and its type in words: what follows fits all fields of a type alike. */
	readonly field?: { readonly name: string; readonly ofProfile: boolean; readonly type: string };
}

export function phrase(kind: CompletionKind, words: string, tail: Tail, more: Partial<Candidate> = {}): Candidate {
	return { kind, words: words.split(" "), tail, ...more };
}

/** Words whose number is written out: `1 day`, `30 days`. */
export function withNumber(words: readonly string[], number?: string): readonly string[] {
	return words.map((word, index) => {
		if (word.startsWith("#")) return number ?? word.slice(1);
		const isOfNumber = words.slice(0, index).some((before) => before.startsWith("#"));
		const amount = number ?? words.find((before) => before.startsWith("#"))?.slice(1);
		return isOfNumber && amount === "1" && unitWords.has(word) ? word.slice(0, -1) : word;
	});
}

const unitWords: ReadonlySet<string> = new Set(["seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years"]);
