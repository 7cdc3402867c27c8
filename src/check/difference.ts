// How two segments relate: whoever is in the one is in the other, the other way round, both, or neither; where it can be decided.
import type { CheckedSegment } from "./checked.ts";
import { and, type Formula, formulaOf, not, Variables } from "./formula.ts";
import { satisfiable } from "./satisfiable.ts";

/** Of the second against the first. `unknown` when the question is too large or depends on more than the conditions say. */
export type Difference = "equal" | "stricter" | "looser" | "different" | "unknown";

/**
 * Compares what two segments ask for. `equal`, `stricter` and `looser` are proven for every profile; `different` says that each seems to
 * let someone in whom the other leaves out.
 */
export function difference(before: CheckedSegment, after: CheckedSegment): Difference {
	const variables = new Variables();
	const first = formulaOf(before.condition, variables);
	const second = formulaOf(after.condition, variables);
	const onlyIn = (inside: Formula, outside: Formula) => satisfiable(and([inside, not(outside)]), variables);
	const leaves = onlyIn(first, second);
	const enters = onlyIn(second, first);
	if (leaves === "unknown" || enters === "unknown") return "unknown";
	if (leaves === "no") return enters === "no" ? "equal" : "looser";
	return enters === "no" ? "stricter" : "different";
}
