// Arithmetic, text and lists: operators that take values and answer a value. Arguments are evaluated in order, all of them before the
// operator looks at any; extra arguments that could have an effect leave the call to json-logic-js.
import { hasAtMost } from "./call.ts";
import type { Compiler, ValueOperator } from "./compiler.ts";
import type { Data, Value } from "./data.ts";
import { substring } from "./text.ts";

type Numeric = (data: Data) => number;

/** `parseFloat` of the value's text, which is what `+` and `*` add up. For a number that is the number itself, but -0 becomes 0. */
export const parsed = (value: unknown): number => (typeof value === "number" ? value + 0 : Number.parseFloat(value as string));

function valuesOf(args: readonly unknown[], compiler: Compiler): readonly Value[] {
	return args.map((arg) => compiler.value(arg));
}

const evaluated = (values: readonly Value[], data: Data): unknown[] => values.map((value) => value(data));

/** An operator of the first two arguments. */
function binary(closure: (a: Numeric, b: Numeric) => Value): ValueOperator {
	return (args, compiler) => {
		if (!hasAtMost(args, 2)) return undefined;
		return closure(compiler.value(args[0]) as Numeric, compiler.value(args[1]) as Numeric);
	};
}

const sum: ValueOperator = (args, compiler) => {
	const values = valuesOf(args, compiler);
	const [a, b] = values;
	if (a !== undefined && b !== undefined && values.length === 2) {
		return (data) => {
			const [left, right] = [a(data), b(data)];
			return 0 + parsed(left) + parsed(right); // so that -0 becomes 0
		};
	}
	return (data) => evaluated(values, data).reduce<number>((total, value) => total + parsed(value), 0);
};

const product: ValueOperator = (args, compiler) => {
	const values = valuesOf(args, compiler);
	const [a, b] = values;
	if (a === undefined) return undefined;
	if (b !== undefined && values.length === 2) {
		return (data) => {
			const [left, right] = [a(data), b(data)];
			return parsed(left) * parsed(right);
		};
	}
	return (data) => evaluated(values, data).reduce((total, value) => parsed(total) * parsed(value));
};

const difference = binary((a, b) => (data) => {
	const [left, right] = [a(data), b(data)];
	return right === undefined ? -left : left - right;
});

function extreme(pick: (...values: number[]) => number): ValueOperator {
	return (args, compiler) => {
		const values = valuesOf(args, compiler);
		return (data) => pick(...(evaluated(values, data) as number[]));
	};
}

const part: ValueOperator = (args, compiler) => {
	if (!hasAtMost(args, 3)) return undefined;
	const [source, start, length] = [compiler.value(args[0]), compiler.value(args[1]), compiler.value(args[2])];
	return (data) => substring(source(data), start(data), length(data));
};

const joined: ValueOperator = (args, compiler) => {
	const values = valuesOf(args, compiler);
	return (data) => evaluated(values, data).join("");
};

const merged: ValueOperator = (args, compiler) => {
	const values = valuesOf(args, compiler);
	return (data) => ([] as unknown[]).concat(...evaluated(values, data));
};

export const valueOperators: readonly (readonly [string, ValueOperator])[] = [
	["+", sum],
	["*", product],
	["-", difference],
	["/", binary((a, b) => (data) => a(data) / b(data))],
	["%", binary((a, b) => (data) => a(data) % b(data))],
	["min", extreme(Math.min)],
	["max", extreme(Math.max)],
	["cat", joined],
	["substr", part],
	["merge", merged],
];
