// Which parts of a value decide whether it is there: what is never missing is not looked at, and not carried to where it would be.
import type { Value } from "../check/checked.ts";

/** The value is there exactly when all of these are. Counts and sums always are, whatever they are of. */
export function decidingParts(value: Value): readonly Value[] {
	return isAlwaysFinite(value) ? partsThatCanBeMissing(value) : [value];
}

function partsThatCanBeMissing(value: Value): readonly Value[] {
	switch (value.kind) {
		case "constant":
			return [];
		case "arithmetic":
			return [...partsThatCanBeMissing(value.left), ...partsThatCanBeMissing(value.right)];
		case "aggregate":
			return value.function === "min" || value.function === "max" ? [value] : [];
		default:
			return [value];
	}
}

/** Products and quotients can be infinite, and the average of nothing is no number: whether those are there is asked of the whole value. */
function isAlwaysFinite(value: Value): boolean {
	if (value.kind === "aggregate") return value.function !== "avg";
	if (value.kind !== "arithmetic") return true;
	return (value.operator === "+" || value.operator === "-") && isAlwaysFinite(value.left) && isAlwaysFinite(value.right);
}
