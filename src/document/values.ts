// Values that a value editor gives, as the words of a text; checked by reading them back.
import { readFragment } from "../syntax/fragment.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { printExpressionAt } from "../syntax/print-expression.ts";
import { type Refusal, refuse } from "./change.ts";

/** A value of the AST without its spans, or words as someone typed them. */
export type ValueInput = Spanless<ast.Expression> | { readonly kind: "words"; readonly text: string };

export type Spanless<T> = T extends readonly (infer Item)[]
	? readonly Spanless<Item>[]
	: T extends object
		? { readonly [Key in keyof T as Key extends `${string}pan` ? never : Key]: Spanless<T[Key]> }
		: T;

/** What the value stands for in a test. */
export type ValueRole = "subject" | "operand" | "window";

/** The words of a value, or why it is none. `isInside`: within a collection's parentheses, where `profile.` has a meaning. */
export function wordsOfValue(value: ValueInput, role: ValueRole, isInside: boolean): string | Refusal {
	const words = value.kind === "words" ? value.text.trim() : printExpressionAt(value as ast.Expression, isInside);
	if (words === "?" || words === "true" || words === "false") return words;
	const text = role === "subject" ? `${words} = 1` : role === "window" ? `x in ${words}` : `x = ${words}`;
	const { condition, mistakes, endsLine } = readFragment(text);
	if (mistakes > 0) return refuse(mistakeIn(text));
	const test = condition?.kind === "test" && condition.span.to === text.length && !endsLine ? condition : undefined;
	const read = role === "subject" ? test?.subject : test?.operands[0];
	const isOne = test && read && (role === "window" ? test.operator === "within" : test.operator === "equal" && test.operands.length === 1);
	if (!isOne || !isSame(read, value, words, isInside)) return refuse('Write one value, for example 12 or "text".');
	return words;
}

/** A value that was printed reads back as it was; of typed words anything is meant. */
const isSame = (read: ast.Expression, value: ValueInput, words: string, isInside: boolean): boolean =>
	value.kind === "words" || (read.kind === value.kind && printExpressionAt(read, isInside) === words);

function mistakeIn(text: string): string {
	const [mistake] = parse(text).diagnostics.filter(({ severity }) => severity === "error");
	return mistake?.message ?? "Write one value.";
}
