// From a condition of the author's text to what it was checked to: how explanations and previews find their way.
import type * as ast from "../syntax/ast.ts";
import type { CheckedCondition } from "./checked.ts";

/** The outermost checked condition of each condition of the text. Those inside a collection's parentheses, and in referenced texts, are not there. */
export function checkedBySource(condition: CheckedCondition): ReadonlyMap<ast.Condition, CheckedCondition> {
	const found = new Map<ast.Condition, CheckedCondition>();
	const walk = (node: CheckedCondition): void => {
		if (!found.has(node.source)) found.set(node.source, node);
		if (node.kind === "and" || node.kind === "or" || node.kind === "at-least") node.items.forEach(walk);
		else if (node.kind === "not") walk(node.item);
	};
	walk(condition);
	return found;
}
