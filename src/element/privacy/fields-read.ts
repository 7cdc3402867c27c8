// Which values an answer about one profile would tell: the fields that its conditions read, those of a collection's elements among them.
import type { Plan, PlanNode } from "../../columns/plan.ts";
import { isShown, type PolicyField, type PrivacyPolicy } from "./policy.ts";

/** The names of the collections around a field, outermost first, and its own: `["orders", "total"]`. */
export type FieldPath = readonly string[];

/** Each once, in the order in which the conditions read them. Linear in the conditions. */
export function fieldsRead({ leaves }: Pick<Plan, "leaves">, node: PlanNode): readonly FieldPath[] {
	const found = new Map<string, FieldPath>();
	visitNode(node, (leaf) => visit(leaves[leaf]?.condition, [], found));
	return [...found.values()];
}

/** Whether what conditions read may be seen. Where a collection is personal, so are its elements. */
export const mayBeSeen = (reads: readonly FieldPath[], fields: readonly PolicyField[], policy: PrivacyPolicy): boolean =>
	reads.every((path) =>
		path.every((_, depth) =>
			isShown(fieldAt(path.slice(0, depth + 1), fields), policy, depth > 0 ? path.slice(0, depth).join(".") : undefined),
		),
	);

function fieldAt([name, ...inner]: FieldPath, fields: readonly PolicyField[]): PolicyField | undefined {
	const field = fields.find((each) => each.name === name);
	return inner.length === 0 || !field ? field : fieldAt(inner, field.fields ?? []);
}

function visitNode(node: PlanNode, leaf: (index: number) => void): void {
	if (node.kind === "leaf") leaf(node.leaf);
	else if (node.kind === "not") visitNode(node.item, leaf);
	else if ("items" in node) for (const item of node.items) visitNode(item, leaf);
}

/** A plan is plain data all the way down: a field says whose it is, and what has a collection is about its elements. */
function visit(part: unknown, collection: FieldPath, found: Map<string, FieldPath>): void {
	if (typeof part !== "object" || part === null) return;
	const path = pathOf(part, collection);
	if (path) {
		found.set(JSON.stringify(path), path);
		return;
	}
	const within = "collection" in part ? (pathOf(part.collection, collection) ?? collection) : collection;
	for (const [key, inner] of Object.entries(part)) visit(inner, key === "collection" ? collection : within, found);
}

function pathOf(part: unknown, collection: FieldPath): FieldPath | undefined {
	if (typeof part !== "object" || part === null || !("kind" in part) || part.kind !== "field" || !("name" in part)) return undefined;
	return "scope" in part && part.scope === "element" ? [...collection, String(part.name)] : [String(part.name)];
}
