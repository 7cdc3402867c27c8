// The operators that compare two values, those that negate, and `in`: all answer true or false. Arguments are evaluated in order, all of
// them before they are compared; extra arguments that could have an effect leave the call to json-logic-js.
import { hasAtMost, isConstant, isConstantList } from "./call.ts";
import type { Compiler, TestOperator } from "./compiler.ts";
import type { Test, Value } from "./data.ts";
import { negate } from "./lane-of.ts";
import { contains, memberTest } from "./member.ts";

/** What is compared, as TypeScript lets one compare; at run time anything. */
type Comparable = (...data: Parameters<Value>) => number;
type CompareToConstant = (a: Comparable, constant: number) => Test;
type Compare = (a: Comparable, b: Comparable) => Test;

function comparison(toConstant: CompareToConstant, compare: Compare): TestOperator {
	return (args, compiler) => {
		if (!hasAtMost(args, 2)) return undefined;
		const a = compiler.value(args[0]) as Comparable;
		return isConstant(args[1]) ? toConstant(a, args[1] as number) : compare(a, compiler.value(args[1]) as Comparable);
	};
}

const less = comparison(
	(a, constant) => (data) => a(data) < constant,
	(a, b) => (data) => a(data) < b(data),
);
const atMost = comparison(
	(a, constant) => (data) => a(data) <= constant,
	(a, b) => (data) => a(data) <= b(data),
);

/** `{"<": [a, b, c]}` is a < b < c; a third argument that turns out undefined is none. */
const lessTwice: Between = (a, b, c) => (c === undefined ? a < b : a < b && b < c);
const atMostTwice: Between = (a, b, c) => (c === undefined ? a <= b : a <= b && b <= c);
type Between = (a: number, b: number, c: number | undefined) => boolean;

function between(two: TestOperator, three: Between): TestOperator {
	return (args, compiler) => {
		if (args.length < 3) return two(args, compiler);
		if (!hasAtMost(args, 3)) return undefined;
		const [a, b, c] = args.slice(0, 3).map((arg) => compiler.value(arg) as Comparable) as [Comparable, Comparable, Comparable];
		return (data) => three(a(data), b(data), c(data));
	};
}

function negation(args: readonly unknown[], compiler: Compiler): Test | undefined {
	if (!hasAtMost(args, 1)) return undefined;
	const { level } = compiler;
	compiler.level += 1;
	const test = compiler.test(args[0]);
	compiler.level = level;
	return negate(test, level);
}

function membership(args: readonly unknown[], compiler: Compiler): Test | undefined {
	if (!hasAtMost(args, 2)) return undefined;
	const item = compiler.value(args[0]);
	if (isConstantList(args[1])) {
		const isMember = memberTest(args[1]);
		return (data) => isMember(item(data));
	}
	const haystack = compiler.value(args[1]);
	return (data) => contains(item(data), haystack(data));
}

export const testOperators: readonly (readonly [string, TestOperator])[] = [
	[
		"===",
		comparison(
			(a, constant) => (data) => a(data) === constant,
			(a, b) => (data) => a(data) === b(data),
		),
	],
	[
		"!==",
		comparison(
			(a, constant) => (data) => a(data) !== constant,
			(a, b) => (data) => a(data) !== b(data),
		),
	],
	// biome-ignore-start lint/suspicious/noDoubleEquals: these are the operators
	[
		"==",
		comparison(
			(a, constant) => (data) => a(data) == constant,
			(a, b) => (data) => a(data) == b(data),
		),
	],
	[
		"!=",
		comparison(
			(a, constant) => (data) => a(data) != constant,
			(a, b) => (data) => a(data) != b(data),
		),
	],
	// biome-ignore-end lint/suspicious/noDoubleEquals: these are the operators
	["<", between(less, lessTwice)],
	["<=", between(atMost, atMostTwice)],
	[
		">",
		comparison(
			(a, constant) => (data) => a(data) > constant,
			(a, b) => (data) => a(data) > b(data),
		),
	],
	[
		">=",
		comparison(
			(a, constant) => (data) => a(data) >= constant,
			(a, b) => (data) => a(data) >= b(data),
		),
	],
	["!", negation],
	["!!", (args, compiler) => (hasAtMost(args, 1) ? compiler.test(args[0]) : undefined)],
	["in", membership],
];
