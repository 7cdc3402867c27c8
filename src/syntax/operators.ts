// How the language writes each operator: canonical words, the negated form where there is one, an example of a value.
import type { Operator } from "./ast.ts";

interface Spelling {
	/** Before the operands. */
	readonly words: string;
	/** The words of the exact complement; without them `not` goes before the whole test. */
	readonly negated?: string;
	readonly example: string;
}

const spellings: Readonly<Record<Operator, Spelling>> = {
	true: { words: "", example: "" },
	equal: { words: "=", negated: "!=", example: '"pro"' },
	less: { words: "<", example: "10" },
	"at-most": { words: "<=", example: "10" },
	greater: { words: ">", example: "10" },
	"at-least": { words: ">=", example: "10" },
	between: { words: "between", negated: "not between", example: "1 and 10" },
	in: { words: "in", negated: "not in", example: '("a", "b")' },
	set: { words: "is set", negated: "is missing", example: "" },
	empty: { words: "is empty", negated: "is not empty", example: "" },
	contains: { words: "contains", negated: "does not contain", example: '"x"' },
	"starts-with": { words: "starts with", negated: "does not start with", example: '"x"' },
	"ends-with": { words: "ends with", negated: "does not end with", example: '"x"' },
	like: { words: "like", negated: "not like", example: '"*x*"' },
	has: { words: "has", negated: "does not have", example: '"vip"' },
	"has-any": { words: "has any of", negated: "has none of", example: '("a", "b")' },
	"has-all": { words: "has all of", negated: "does not have all of", example: '("a", "b")' },
	before: { words: "before", example: "2026-05-01" },
	after: { words: "after", example: "2026-05-01" },
	on: { words: "on", negated: "not on", example: "2026-05-01" },
	"on-or-before": { words: "on or before", example: "2026-05-01" },
	"on-or-after": { words: "on or after", example: "2026-05-01" },
	within: { words: "in", negated: "not in", example: "last 30 days" },
	anniversary: { words: "anniversary", example: "today" },
};

export const canNegate = (operator: Operator): boolean => spellings[operator].negated !== undefined;

export const operatorWords = (operator: Operator, negated: boolean): string =>
	(negated ? spellings[operator].negated : undefined) ?? spellings[operator].words;

export const operatorExample = (operator: Operator): string => spellings[operator].example;
