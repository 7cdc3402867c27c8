// Which fields the names at a place mean: the context of the checker there. A collection that is not known leaves none.
import { checkCollection } from "../check/collections.ts";
import type { Context } from "../check/context.ts";
import type * as ast from "../syntax/ast.ts";
import type { SyntaxNode } from "../syntax/visit.ts";

/** The same context, in which nothing that is reported reaches anyone. */
export const silent = (context: Context): Context => ({ ...context, diagnostics: [], requires: new Map() });

/** Inside the parentheses of a collection; undefined where the name is no collection's. */
export const insideCollection = (name: ast.FieldName, context: Context): Context | undefined =>
	checkCollection(name, silent(context))?.context;

/** A name such as `orders.total` taken apart: the collection in front, and what follows it in the name. */
export interface CollectionPath {
	readonly collection: ast.FieldName;
	readonly context: Context;
	/** Undefined for the collection itself. */
	readonly field: string | undefined;
}

/** The longest leading part of an aggregate's name that is a collection. */
export function collectionPath(name: ast.FieldName, context: Context): CollectionPath | undefined {
	const parts = name.name.split(".");
	for (let length = parts.length; length > 0; length--) {
		const collection = { ...name, name: parts.slice(0, length).join(".") };
		const found = insideCollection(collection, context);
		if (found) return { collection, context: found, field: length < parts.length ? parts.slice(length).join(".") : undefined };
	}
	return undefined;
}

/** The context of `child`, a part of `node`; undefined where nothing is known of it. */
export function contextOfChild(node: SyntaxNode, child: SyntaxNode, context: Context): Context | undefined {
	if (node.kind === "quantified" && child === node.where) return insideCollection(node.collection, context);
	if (node.kind === "edge" && child !== node.collection) return insideCollection(node.collection, context);
	if (node.kind === "aggregate" && child === node.where) return collectionPath(node.of, context)?.context;
	return context;
}
