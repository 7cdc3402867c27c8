// The operators, one row each. The checker, the messages, completion, the docs and the printer read this table;
// a new operator is a new row, and then the compiler lists what is missing.
import type { Operator } from "../syntax/ast.ts";
import type { ValueType } from "./checked.ts";

export interface OperatorRow {
	/** As the formatter prints it; empty for the bare boolean field. */
	readonly words: string;
	/** The printed complement, where it has words of its own; the others are negated by `not`. */
	readonly negatedWords?: string;
	/** The types of a subject that it can test. */
	readonly types: readonly ValueType[];
	/** How many values stand to its right; `list` is one or more in parentheses. */
	readonly operands: "none" | "one" | "two" | "list" | "window";
	/** Whether `ignoring case` may follow. */
	readonly canIgnoreCase?: true;
	/** Whether `any of (…)` may follow. */
	readonly canAnyOf?: true;
	/** The same test with its sides exchanged, for `100 < total`. */
	readonly mirrored?: Operator;
}

const scalars = ["text", "number", "boolean", "date", "datetime", "month-day"] as const;
const ordered = ["number", "date", "datetime", "month-day"] as const;
const days = ["date", "datetime"] as const;

export const operators = {
	true: { words: "", types: ["boolean"], operands: "none" },
	equal: { words: "=", negatedWords: "!=", types: scalars, operands: "one", canIgnoreCase: true, mirrored: "equal" },
	less: { words: "<", types: ordered, operands: "one", mirrored: "greater" },
	"at-most": { words: "<=", types: ordered, operands: "one", mirrored: "at-least" },
	greater: { words: ">", types: ordered, operands: "one", mirrored: "less" },
	"at-least": { words: ">=", types: ordered, operands: "one", mirrored: "at-most" },
	between: { words: "between", negatedWords: "not between", types: ordered, operands: "two" },
	in: { words: "in", negatedWords: "not in", types: scalars, operands: "list", canIgnoreCase: true },
	set: { words: "is set", negatedWords: "is missing", types: [...scalars, "list", "collection"], operands: "none" },
	empty: { words: "is empty", negatedWords: "is not empty", types: [...scalars, "list", "collection"], operands: "none" },
	contains: {
		words: "contains",
		negatedWords: "does not contain",
		types: ["text"],
		operands: "one",
		canIgnoreCase: true,
		canAnyOf: true,
	},
	"starts-with": {
		words: "starts with",
		negatedWords: "does not start with",
		types: ["text"],
		operands: "one",
		canIgnoreCase: true,
		canAnyOf: true,
	},
	"ends-with": {
		words: "ends with",
		negatedWords: "does not end with",
		types: ["text"],
		operands: "one",
		canIgnoreCase: true,
		canAnyOf: true,
	},
	like: { words: "like", negatedWords: "not like", types: ["text"], operands: "one", canIgnoreCase: true, canAnyOf: true },
	has: { words: "has", negatedWords: "does not have", types: ["list"], operands: "one", canIgnoreCase: true },
	"has-any": { words: "has any of", negatedWords: "has none of", types: ["list"], operands: "list", canIgnoreCase: true },
	"has-all": { words: "has all of", negatedWords: "does not have all of", types: ["list"], operands: "list", canIgnoreCase: true },
	before: { words: "before", types: days, operands: "one", mirrored: "after" },
	after: { words: "after", types: days, operands: "one", mirrored: "before" },
	on: { words: "on", negatedWords: "not on", types: days, operands: "one", mirrored: "on" },
	"on-or-before": { words: "on or before", types: days, operands: "one", mirrored: "on-or-after" },
	"on-or-after": { words: "on or after", types: days, operands: "one", mirrored: "on-or-before" },
	within: { words: "in", negatedWords: "not in", types: days, operands: "window" },
	anniversary: { words: "anniversary", types: days, operands: "window" },
} as const satisfies Record<Operator, OperatorRow>;

export const operatorRow = (operator: Operator): OperatorRow => operators[operator];

/** The operators that can test a value of this type, in the table's order. */
export function operatorsFor(type: ValueType): readonly Operator[] {
	return (Object.keys(operators) as Operator[]).filter((operator) => operatorRow(operator).types.includes(type));
}
