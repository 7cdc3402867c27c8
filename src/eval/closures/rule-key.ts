// Which rules are the same JSON: those of different segments are asked once.

/** The same text for the same JSON, for nothing else; undefined for what is no JSON, or nested deeper than `maxDepth`. Linear in the rule. */
export const ruleKey = (rule: unknown, maxDepth: number): string | undefined => (isJson(rule, maxDepth) ? JSON.stringify(rule) : undefined);

function isJson(value: unknown, depth: number): boolean {
	switch (typeof value) {
		case "string":
		case "boolean":
			return true;
		case "number":
			return Number.isFinite(value) && !Object.is(value, -0);
		case "object":
			if (value === null) return true;
			if (depth === 0) return false;
			if (Array.isArray(value)) return areJson(value, depth - 1);
			return Object.getPrototypeOf(value) === Object.prototype && areJson(Object.values(value), depth - 1);
		default:
			return false;
	}
}

/** Not `every`, which skips holes. */
function areJson(values: readonly unknown[], depth: number): boolean {
	for (let index = 0; index < values.length; index++) if (!isJson(values[index], depth)) return false;
	return true;
}
