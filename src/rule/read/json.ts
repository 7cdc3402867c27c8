// Rules as data: what is a call, when two rules are the same, and where in the rule something stands.
import type { Rule } from "../rule.ts";

/** An object with exactly one key: JSON Logic runs it. */
export interface Call {
	readonly operator: string;
	readonly operands: readonly Rule[];
	/** Where each operand stands below the call: an operand that is no list stands at the operator itself. */
	readonly isList: boolean;
}

export const isObject = (value: unknown): value is Readonly<Record<string, Rule>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The call that the rule is; undefined for data. Inherited properties are never seen. */
export function callOf(rule: unknown): Call | undefined {
	if (!isObject(rule)) return undefined;
	const keys = Object.keys(rule);
	const [operator] = keys;
	if (keys.length !== 1 || operator === undefined) return undefined;
	const values: unknown = rule[operator];
	return Array.isArray(values)
		? { operator, operands: values as readonly Rule[], isList: true }
		: { operator, operands: [values as Rule], isList: false };
}

/** The operands of a call of this operator. */
export function operandsOf(rule: unknown, operator: string): readonly Rule[] | undefined {
	const call = callOf(rule);
	return call?.operator === operator ? call.operands : undefined;
}

/** The path of `{"var": path}` and `{"var": [path]}`. */
export function pathOf(rule: unknown): string | undefined {
	const operands = operandsOf(rule, "var");
	const [path] = operands ?? [];
	return operands?.length === 1 && typeof path === "string" ? path : undefined;
}

/** The same JSON. Parts that are one object are not looked into. */
export function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (Array.isArray(a)) {
		return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
	}
	if (!isObject(a) || !isObject(b)) return false;
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

/** A place in the rule: a chain from the inside out, made into a pointer only when something is to be said about it. */
export interface Place {
	readonly outer: Place | undefined;
	readonly key: string | number;
}

/** The whole rule. */
export const root: Place = { outer: undefined, key: "" };

export const within = (outer: Place, ...keys: readonly (string | number)[]): Place =>
	keys.reduce<Place>((place, key) => ({ outer: place, key }), outer);

/** The place of a call's operand. */
export const operandPlace = (place: Place, call: Call, index: number): Place =>
	call.isList ? within(place, call.operator, index) : within(place, call.operator);

/** RFC 6901. */
export function pointerOf(place: Place): string {
	const steps: string[] = [];
	for (let at: Place | undefined = place; at?.outer; at = at.outer) {
		steps.push(String(at.key).replaceAll("~", "~0").replaceAll("/", "~1"));
	}
	return steps
		.reverse()
		.map((step) => `/${step}`)
		.join("");
}

const shownLength = 40;

/** The rule in a message: `{"cat": …}` for a call, short JSON for the rest. */
export function shownRule(rule: unknown): string {
	const call = callOf(rule);
	if (call) return `{${quotedShort(call.operator)}: …}`;
	if (Array.isArray(rule)) return "a list";
	if (isObject(rule)) return "an object";
	return typeof rule === "string" ? quotedShort(rule) : String(rule);
}

const quotedShort = (text: string): string =>
	`"${text.length > shownLength ? `${text.slice(0, shownLength).toWellFormed()}…` : text.toWellFormed()}"`;
