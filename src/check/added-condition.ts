// The edit that asks for more beside one condition.
import type * as ast from "../syntax/ast.ts";
import type { TextEdit } from "../text/edit.ts";

/** Puts `and` and the words after the condition. Parentheses keep the meaning whatever stands around it. */
export const addedCondition = (condition: ast.Condition, added: string): readonly TextEdit[] => [
	{ span: { from: condition.span.from, to: condition.span.from }, text: "(" },
	{ span: { from: condition.span.to, to: condition.span.to }, text: ` and ${added})` },
];
