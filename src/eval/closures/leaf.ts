// Leaves: tests of one variable against constants, the shapes that most conditions are. Both the closures and the flat program of many
// rules are built from them.
import { type Call, hasAtMost, isConstantList, isScalar, readCall } from "./call.ts";
import type { ValueTest } from "./data.ts";
import { type Path, isSamePath, readPath } from "./path.ts";
import { affixTest, containsTest } from "./text.ts";
import { isTruthy } from "./data.ts";
import { memberTest } from "./member.ts";

export type OrderOperator = "<" | "<=" | ">" | ">=";

/** `order` and `between` are false for null; every other leaf about a value in general is `satisfies`. */
export type Leaf = { readonly path: Path } & LeafTest;

export type LeafTest =
	| { readonly kind: "truthy" | "set" | "not-set" }
	| { readonly kind: "equal" | "not-equal"; readonly constant: string | number | boolean }
	| { readonly kind: "order"; readonly operator: OrderOperator; readonly constant: number }
	| { readonly kind: "between"; readonly low: number; readonly high: number }
	| { readonly kind: "among"; readonly list: readonly unknown[] }
	| { readonly kind: "satisfies"; readonly test: ValueTest };

/** The leaf that a call is, if it is one. */
export function readLeaf(call: Call): Leaf | undefined {
	const found = readOpenLeaf(call);
	return found && { path: found.path, ...closed(found.test) };
}

/** The leaf that `call` is where a test before it made sure that the value at `path` is not null. */
export function readGuardedLeaf(path: Path, call: Call): Leaf | undefined {
	const found = readOpenLeaf(call);
	if (found === undefined || !isSamePath(found.path, path)) return undefined;
	const { test } = found;
	if (test.kind === "order" || test.kind === "between") return { path, ...test };
	const ask = valueTest(test);
	if (!ask(null)) return { path, ...test };
	return { path, kind: "satisfies", test: (value) => value !== null && ask(value) };
}

/** The variable that a call makes sure of: `{"!==": [{"var": "x"}, null]}`. */
export function readGuard(call: Call): Path | undefined {
	const leaf = call.operator === "!==" ? readLeaf(call) : undefined;
	return leaf?.kind === "set" ? leaf.path : undefined;
}

/** A comparison as JSON Logic has it would let null pass where it counts as 0: then it is not an `order`, but a test like any other. */
function closed(test: LeafTest): LeafTest {
	if (test.kind !== "order" && test.kind !== "between") return test;
	const ask = openTest(test);
	return ask(null) ? { kind: "satisfies", test: ask } : test;
}

interface OpenLeaf {
	readonly path: Path;
	/** An `order` or `between` here may be true for null, by coercion. */
	readonly test: LeafTest;
}

function readOpenLeaf(call: Call): OpenLeaf | undefined {
	const { operator, args } = call;
	const [a, b] = args;
	switch (operator) {
		case "var":
			return about({ var: args }, { kind: "truthy" });
		case "===":
		case "!==":
			return hasAtMost(args, 2) ? readEquality(operator, a, b) : undefined;
		case "==":
		case "!=":
			return hasAtMost(args, 2) ? readLooseEquality(operator, a, b) : undefined;
		case "<":
		case "<=":
			return args[2] === undefined && hasAtMost(args, 3) ? readOrder(operator, a, b) : readBetween(operator, args);
		case ">":
		case ">=":
			return hasAtMost(args, 2) ? readOrder(operator, a, b) : undefined;
		case "in":
			return hasAtMost(args, 2) ? readMembership(a, b) : undefined;
		default:
			return undefined;
	}
}

function about(rule: unknown, test: LeafTest): OpenLeaf | undefined {
	const path = readPath(rule);
	return path && { path, test };
}

function readEquality(operator: "===" | "!==", a: unknown, b: unknown): OpenLeaf | undefined {
	const [x, constant] = isScalar(a) || a === null ? [b, a] : [a, b];
	if (constant === null) return about(x, { kind: operator === "===" ? "not-set" : "set" });
	if (!isScalar(constant)) return undefined;
	const leaf = about(x, { kind: operator === "===" ? "equal" : "not-equal", constant });
	return leaf ?? (operator === "===" ? readAffix(x, constant) : undefined);
}

/** `{"===": [{"substr": [x, 0, 3]}, "abc"]}`, the start of a text, or its end. */
function readAffix(x: unknown, constant: string | number | boolean): OpenLeaf | undefined {
	const call = readCall(x);
	if (call?.operator !== "substr" || typeof constant !== "string" || !hasAtMost(call.args, 1)) return undefined;
	const [text, start, length] = call.args;
	if (typeof start !== "number" || (length !== undefined && typeof length !== "number")) return undefined;
	return about(text, { kind: "satisfies", test: affixTest(start, length, constant) });
}

function readLooseEquality(operator: "==" | "!=", a: unknown, b: unknown): OpenLeaf | undefined {
	const [x, constant] = isScalar(a) || a === null ? [b, a] : [a, b];
	if (!isScalar(constant) && constant !== null) return undefined;
	// biome-ignore lint/suspicious/noDoubleEquals: that is the operator
	return about(x, { kind: "satisfies", test: operator === "==" ? (value) => value == constant : (value) => value != constant });
}

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function readOrder(operator: OrderOperator, a: unknown, b: unknown): OpenLeaf | undefined {
	if (typeof b === "number") return about(a, { kind: "order", operator, constant: b });
	if (typeof a === "number") return about(b, { kind: "order", operator: mirrored[operator], constant: a });
	if (isScalar(b)) return about(a, { kind: "satisfies", test: orderTest(operator, b) });
	return isScalar(a) ? about(b, { kind: "satisfies", test: orderTest(mirrored[operator], a) }) : undefined;
}

function readBetween(operator: "<" | "<=", args: readonly unknown[]): OpenLeaf | undefined {
	const [low, x, high] = args;
	if (typeof low !== "number" || typeof high !== "number" || !hasAtMost(args, 3)) return undefined;
	if (operator === "<=") return about(x, { kind: "between", low, high });
	return about(x, { kind: "satisfies", test: (value) => low < (value as number) && (value as number) < high });
}

function readMembership(a: unknown, b: unknown): OpenLeaf | undefined {
	if (isConstantList(b)) return about(a, { kind: "among", list: b });
	return isScalar(a) ? about(b, { kind: "satisfies", test: containsTest(a) }) : undefined;
}

/** A leaf's test of a value; undefined is a value of its own, as an element of a list can be. */
export function valueTest(test: LeafTest): ValueTest {
	switch (test.kind) {
		case "truthy":
			return isTruthy;
		case "set":
			return (value) => value !== null;
		case "not-set":
			return (value) => value === null;
		case "equal": {
			const { constant } = test;
			return (value) => value === constant;
		}
		case "not-equal": {
			const { constant } = test;
			return (value) => value !== constant;
		}
		case "order":
		case "between": {
			const ask = openTest(test);
			return (value) => value !== null && ask(value);
		}
		case "among":
			return memberTest(test.list);
		case "satisfies":
			return test.test;
	}
}

function openTest(test: Extract<LeafTest, { kind: "order" | "between" }>): ValueTest {
	if (test.kind === "order") return orderTest(test.operator, test.constant);
	const { low, high } = test;
	return (value) => low <= (value as number) && (value as number) <= high;
}

// The constant stands first because `value as typeof constant < …` would read as type arguments once Stryker prints it.
function orderTest(operator: OrderOperator, constant: string | number | boolean): ValueTest {
	switch (operator) {
		case "<":
			return (value) => constant > (value as typeof constant);
		case "<=":
			return (value) => constant >= (value as typeof constant);
		case ">":
			return (value) => constant < (value as typeof constant);
		case ">=":
			return (value) => constant <= (value as typeof constant);
	}
}
