// Which expressions are the same for every profile.
import type * as ast from "../syntax/ast.ts";

/** False as soon as a field stands in it. A hole may become anything. */
export function isFixed(expression: ast.Expression): boolean {
	switch (expression.kind) {
		case "field":
		case "aggregate":
		case "hole":
			return false;
		case "arithmetic":
			return isFixed(expression.left) && isFixed(expression.right);
		case "part":
			return isFixed(expression.of);
		case "shift":
			return isFixed(expression.base);
		default:
			return true;
	}
}
