// Walking the tree without knowing every kind of node.
import type * as ast from "./ast.ts";

export type SyntaxNode = ast.Condition | ast.Expression;

/** The nodes directly within a node, in the order of the text. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
	switch (node.kind) {
		case "and":
		case "or":
		case "group":
			return node.items;
		case "not":
		case "named":
			return [node.item];
		case "test":
			return [node.subject, ...node.operands];
		case "quantified":
			return [...(node.count ? [node.count] : []), node.collection, ...(node.where ? [node.where] : [])];
		case "edge":
			return [node.collection, node.by, node.where];
		case "reference":
			return node.segments;
		case "shift":
			return [node.base];
		case "arithmetic":
			return [node.left, node.right];
		case "part":
			return [node.of];
		case "aggregate":
			return [node.of, ...(node.where ? [node.where] : [])];
		default:
			return [];
	}
}

/**
 * Calls `enter` for every node, each before those within it; what it returns `false` for is not entered. Depth is at most the
 * parser's `maxDepth`.
 */
export function visit(
	node: SyntaxNode,
	enter: (node: SyntaxNode, parents: readonly SyntaxNode[]) => boolean | undefined,
	parents: readonly SyntaxNode[] = [],
): void {
	if (enter(node, parents) === false) return;
	const children = childrenOf(node);
	if (children.length === 0) return;
	const path = [...parents, node];
	for (const child of children) visit(child, enter, path);
}

/** The innermost nodes around an offset, outermost first. */
export function nodesAt(segment: ast.Segment, offset: number): readonly SyntaxNode[] {
	const path: SyntaxNode[] = [];
	let node: SyntaxNode | undefined = segment.condition;
	while (node && node.span.from <= offset && offset <= node.span.to) {
		path.push(node);
		node = childrenOf(node).find((child) => child.span.from <= offset && offset <= child.span.to);
	}
	return path;
}
