// What `some`, `none`, `all`, `filter` and `reduce` go through: a list or a collection, filtered or not, or its first or last element.
import type { FieldValue } from "../../check/checked.ts";
import type { CollectionField } from "../../fields/field.ts";
import { variable } from "../environment.ts";
import { edgeRule } from "../rule-of-aggregate.ts";
import type { Rule } from "../rule.ts";
import { notNull } from "../shapes.ts";
import { and, type Condition, not, or, source } from "./build.ts";
import { fieldOf } from "./emitted-value.ts";
import { isSame, operandsOf, type Place, within } from "./json.ts";
import { readCondition } from "./read-condition.ts";
import type { Reader } from "./reader.ts";
import { elementScope, type Scope } from "./scope.ts";

/** The list or collection that the rule reads. */
export function collectionOf(rule: Rule, scope: Scope): FieldValue | undefined {
	const value = fieldOf(rule, scope);
	return value?.part === undefined && (value?.type === "list" || value?.type === "collection") ? value : undefined;
}

/** The elements of a collection that a condition can speak of. */
export interface Elements {
	readonly collection: FieldValue;
	readonly field: CollectionField;
	/** Only those that satisfy it. */
	readonly where?: Condition;
	/** Only the first or last of them. */
	readonly edge?: { readonly which: "first" | "last"; readonly by: FieldValue };
}

/** The elements; "none" when the rule is of another kind, undefined after a report. */
export function readElements(rule: Rule, place: Place, scope: Scope, reader: Reader): Elements | "none" | undefined {
	const collection = collectionOf(rule, scope);
	if (collection?.field.type === "collection") return { collection, field: collection.field };
	const edge = edgeOf(rule, scope);
	if (edge) return edge;
	const filter = operandsOf(rule, "filter");
	if (filter?.length !== 2) return "none";
	const [inner = null, keep = null] = filter;
	const elements = readElements(inner, within(place, "filter", 0), scope, reader);
	if (elements === undefined || elements === "none" || elements.edge) return elements && "none";
	const where = readCondition(keep, within(place, "filter", 1), elementScope(elements.field), reader);
	return where && { ...elements, where: elements.where ? and([elements.where, where]) : where };
}

/** `{"filter": [[edge], {"!==": [{"var": ""}, null]}]}`, in the shape that rule-of-aggregate.ts writes. */
function edgeOf(rule: Rule, scope: Scope): Elements | undefined {
	const [edges] = operandsOf(rule, "filter") ?? [];
	const [edge = null] = Array.isArray(edges) ? (edges as readonly Rule[]) : [];
	const [filtered] = operandsOf(edge, "reduce") ?? [];
	const [list = null, guard] = operandsOf(filtered, "filter") ?? [];
	const collection = collectionOf(list, scope);
	if (collection?.field.type !== "collection") return undefined;
	const { field } = collection;
	const [byRule = null] = operandsOf(guard, "!==") ?? [];
	const by = fieldOf(byRule, elementScope(field));
	if (!by || by.part !== undefined || (by.type !== "number" && by.type !== "date" && by.type !== "datetime")) return undefined;
	for (const which of ["first", "last"] as const) {
		const expected: Rule = { filter: [[edgeRule(which, list, by)], notNull(variable(""))] };
		if (isSame(rule, expected)) return { collection, field, edge: { which, by } };
	}
	return undefined;
}

/** Some of the elements satisfies the condition. */
export function someOf({ collection, where, edge }: Elements, condition: Condition): Condition {
	if (edge) return { kind: "edge", ...edge, collection, where: condition, source };
	const all = where ? and([where, condition]) : condition;
	if (all.kind === "constant") return all.value ? not({ kind: "empty", list: collection, source }) : all;
	return { kind: "some", collection, where: all, source };
}

/** There is one at all. */
export function isAny({ collection, where, edge, field }: Elements): Condition {
	if (!edge) return where ? { kind: "some", collection, where, source } : not({ kind: "empty", list: collection, source });
	// The edge is there when an element has the field it goes by.
	const by: Condition = { kind: "set", value: edge.by, source };
	return or([{ kind: "some", collection: { ...collection, field }, where: by, source }]);
}
