// `and` and `or`. As tests they are flattened, and a test that only makes sure a variable is not null is fused with the comparison of that
// variable that follows it: `{"and": [{"!==": [x, null]}, {"<": [x, 5]}]}` reads x once.
import { type Call, readCall } from "./call.ts";
import { type Compiler, maxDepth } from "./compiler.ts";
import { isTruthy, type Test, type Value } from "./data.ts";
import { join } from "./lane-of.ts";
import { leafTest } from "./leaf-test.ts";
import { type Leaf, readGuard, readGuardedLeaf } from "./leaf.ts";

export type Operator = "and" | "or";

/** One operand of a flat `and` or `or`: a leaf that was fused from two, or a rule. */
export type Operand = { readonly leaf: Leaf; readonly guarded: unknown } | { readonly rule: unknown };

/** The operands of nested calls of one operator as one list; joining nothing is undefined, which is false, so that stays a call. */
export function operandsOf(operator: Operator, args: readonly unknown[], depth: number): readonly Operand[] {
	const rules: unknown[] = [];
	flatten(operator, args, depth, rules);
	return operator === "and" ? fuseGuards(rules) : rules.map((rule) => ({ rule }));
}

function flatten(operator: Operator, args: readonly unknown[], depth: number, rules: unknown[]): void {
	for (const arg of args) {
		const call = readCall(arg);
		if (call?.operator === operator && call.args.length > 0 && depth < maxDepth) flatten(operator, call.args, depth + 1, rules);
		else rules.push(arg);
	}
}

function fuseGuards(rules: readonly unknown[]): readonly Operand[] {
	const operands: Operand[] = [];
	for (let index = 0; index < rules.length; index++) {
		const leaf = fuse(readCall(rules[index]), readCall(rules[index + 1]));
		operands.push(leaf === undefined ? { rule: rules[index] } : { leaf, guarded: rules[index + 1] });
		if (leaf !== undefined) index += 1;
	}
	return operands;
}

function fuse(guard: Call | undefined, next: Call | undefined): Leaf | undefined {
	const path = guard && readGuard(guard);
	return path && next && readGuardedLeaf(path, next);
}

export function connectiveTest(operator: Operator, args: readonly unknown[], compiler: Compiler): Test {
	if (args.length === 0) return () => false;
	const { level } = compiler;
	compiler.level += 1;
	const operands = operandsOf(operator, args, compiler.depth);
	const tests = operands.map((operand) => ("leaf" in operand ? leafTest(operand.leaf) : compiler.test(operand.rule)));
	compiler.level = level;
	return join(operator, tests, level);
}

/** Where operands answer other things than true and false: the first that decides, or the last. */
export function connectiveValue(operator: Operator, args: readonly unknown[], compiler: Compiler): Value {
	const operands = args.map((arg) => compiler.value(arg));
	const [a, b] = operands;
	if (operands.length === 2 && a !== undefined && b !== undefined) return operator === "and" ? andTwo(a, b) : orTwo(a, b);
	const decides = operator === "or";
	return (data) => {
		let answer: unknown;
		for (const operand of operands) {
			answer = operand(data);
			if (isTruthy(answer) === decides) return answer;
		}
		return answer;
	};
}

const andTwo =
	(a: Value, b: Value): Value =>
	(data) => {
		const answer = a(data);
		return isTruthy(answer) ? b(data) : answer;
	};

const orTwo =
	(a: Value, b: Value): Value =>
	(data) => {
		const answer = a(data);
		return isTruthy(answer) ? answer : b(data);
	};
