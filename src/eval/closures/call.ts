// Reading a rule's structure: which objects are calls, what their arguments are, and which rules are constants.

/** `{"<": [a, b]}` as its operator and arguments; `{"!": a}` is the same as `{"!": [a]}`. */
export interface Call {
	readonly operator: string;
	readonly args: readonly unknown[];
}

/** The call that a rule is: an object with exactly one key. Other objects, lists and scalars are none. */
export function readCall(rule: unknown): Call | undefined {
	if (typeof rule !== "object" || rule === null || Array.isArray(rule)) return undefined;
	const keys = Object.keys(rule);
	const [operator] = keys;
	if (operator === undefined || keys.length !== 1) return undefined;
	const args = (rule as Readonly<Record<string, unknown>>)[operator];
	return { operator, args: Array.isArray(args) ? withoutHoles(args) : [args] };
}

/** As arguments, holes are undefined. */
const withoutHoles = (args: readonly unknown[]): readonly unknown[] => (args.includes(undefined) ? Array.from(args) : args);

/** Whether a rule answers itself, the same value every time. A list does not: it answers a new list. */
export const isConstant = (rule: unknown): boolean => !Array.isArray(rule) && readCall(rule) === undefined;

/** A constant that can only be equal to itself by value, and that reads the same whatever it is compared with. */
export const isScalar = (rule: unknown): rule is string | number | boolean =>
	typeof rule === "string" || typeof rule === "number" || typeof rule === "boolean";

/** Whether leaving out the arguments from `count` on changes nothing: they are constants, so evaluating them has no effect. */
export const hasAtMost = (args: readonly unknown[], count: number): boolean => args.slice(count).every(isConstant);

/** A list of constants without holes. json-logic-js answers a copy of it, which matters only where the list itself is the answer. */
export function isConstantList(rule: unknown): rule is readonly unknown[] {
	return Array.isArray(rule) && isDense(rule) && rule.every(isConstant);
}

/** Whether a list has no holes. JSON has none; `map` keeps them, so a list with holes goes to json-logic-js. */
export function isDense(list: readonly unknown[]): boolean {
	for (let index = 0; index < list.length; index++) if (!(index in list)) return false;
	return true;
}
