// The way down the tree to an offset, with what the names mean on each step.
import type { Context } from "../../check/context.ts";
import type * as ast from "../../syntax/ast.ts";
import { childrenOf, type SyntaxNode } from "../../syntax/visit.ts";
import type { Analysis } from "../analysis.ts";
import { contextOfChild, silent } from "../scope.ts";

export interface Step {
	readonly node: SyntaxNode;
	/** Undefined inside the parentheses of a collection that is not known. */
	readonly context: Context | undefined;
	/** In a collection's parentheses. */
	readonly isInside: boolean;
}

const conditions: ReadonlySet<string> = new Set<ast.Condition["kind"]>([
	...(["and", "or", "not", "group", "named", "test", "quantified", "edge", "reference", "broken"] as const),
]);

export const isCondition = (node: SyntaxNode): node is ast.Condition => conditions.has(node.kind);

/** The nodes at an offset, outermost first. Of two that meet there, the one that goes on. */
export function stepsAt({ segment, context }: Analysis, offset: number): readonly Step[] {
	const { condition } = segment;
	if (!condition || offset < condition.span.from || offset > condition.span.to) return [];
	const steps: Step[] = [{ node: condition, context: silent(context), isInside: false }];
	for (let step = steps[0]; step; ) {
		const { node, context: outer, isInside }: Step = step;
		const children = childrenOf(node).filter(({ span }) => span.from <= offset && offset <= span.to && span.from < span.to);
		const child: SyntaxNode | undefined = children.find(({ span }) => offset < span.to) ?? children.at(-1);
		if (!child) return steps;
		const opens = isCondition(child) && (node.kind === "quantified" || node.kind === "edge" || node.kind === "aggregate");
		step = { node: child, context: outer && contextOfChild(node, child, outer), isInside: isInside || opens };
		steps.push(step);
	}
	return steps;
}
