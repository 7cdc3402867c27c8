// The reference interpreter: whether a raw profile is in a segment, straight from the prose of language.md. It walks the syntax tree again
// for every profile, shares only the parser and the catalogue with the rest of the project, and knows nothing of rules or records.
import type * as ast from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { holdsTest } from "./tests.ts";
import { elementsOf, type Scope, type World } from "./scope.ts";
import { readField } from "./typed-value.ts";

export type { World } from "./scope.ts";

/** Whether the profile is in the segment. Only for segments that compile: what they refuse, this does not check. */
export const isInside = (segment: ast.Segment, profile: unknown, world: World): boolean =>
	segment.condition !== undefined && holds(segment.condition, { world, profile });

function holds(condition: ast.Condition, scope: Scope): boolean {
	switch (condition.kind) {
		case "and":
			return condition.items.every((item) => holds(item, scope));
		case "or":
			return condition.items.some((item) => holds(item, scope));
		case "not":
			return !holds(condition.item, scope);
		case "named":
			return holds(condition.item, scope);
		case "group":
			return holdsGroup(condition, scope);
		case "test":
			return holdsTest(condition, scope, holds);
		case "quantified":
			return holdsQuantified(condition, scope);
		case "edge":
			return holdsEdge(condition, scope);
		case "reference": {
			const isIn = condition.segments.some(({ value }) =>
				isInside(parse(scope.world.segmentText(value)).segment, scope.profile, scope.world),
			);
			return isIn !== condition.negated;
		}
		case "broken":
			throw new Error("A broken condition means nothing.");
	}
}

function holdsGroup({ quantity, items }: ast.Group, scope: Scope): boolean {
	const count = items.filter((item) => holds(item, scope)).length;
	if (quantity === "all") return count === items.length;
	if (quantity === "any") return count > 0;
	if (quantity === "none") return count === 0;
	return count >= quantity.atLeast;
}

function holdsQuantified(condition: ast.Quantified, scope: Scope): boolean {
	const elements = elementsOf(condition.collection, scope);
	const { where } = condition;
	const found = elements.filter((element) => where === undefined || holds(where, element)).length;
	const wanted = condition.count?.value ?? 0;
	switch (condition.quantifier) {
		case "any":
			return found > 0;
		case "no":
			return found === 0;
		case "every":
			return found === elements.length;
		case "at-least":
			return found >= wanted;
		case "at-most":
			return found <= wanted;
		case "exactly":
			return found === wanted;
		case "fewer-than":
			return found < wanted;
		case "more-than":
			return found > wanted;
	}
}

/** Elements without the field never are first or last; of equals the earlier is first and the later last. */
function holdsEdge(condition: ast.Edge, scope: Scope): boolean {
	const { by, which } = condition;
	let best: { readonly element: Scope; readonly value: number } | undefined;
	for (const element of elementsOf(condition.collection, scope)) {
		const field = by.kind === "field" && element.element?.fields.find((item) => item.name === by.name);
		const value = field ? readField(field, element.element?.raw, scope.world.zone)?.value : undefined;
		if (typeof value !== "number") continue;
		if (best === undefined || (which === "first" ? value < best.value : value >= best.value)) best = { element, value };
	}
	return best !== undefined && holds(condition.where, best.element);
}
