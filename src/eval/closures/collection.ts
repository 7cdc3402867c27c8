// The operators that run a rule on each element of a list: `some`, `none`, `all` as tests, `filter`, `map`, `reduce` as values. Inside,
// the data is the element; in `reduce` it is {current, accumulator}. Arguments beyond those they use are never evaluated.
import { countOrSum } from "./aggregate.ts";
import { readCall } from "./call.ts";
import type { Compiler, TestOperator, ValueOperator } from "./compiler.ts";
import { type Data, enter, type Test, type Value, type ValueTest } from "./data.ts";
import { readLeaf, valueTest } from "./leaf.ts";

/** A rule over elements, as a function of the element where it only asks about the element as a whole. */
type ElementTest = { readonly ofValue: ValueTest } | { readonly ofData: Test };

function elementTest(rule: unknown, compiler: Compiler): ElementTest {
	const call = readCall(rule);
	const leaf = call && readLeaf(call);
	if (leaf?.path.length === 0) return { ofValue: valueTest(leaf) };
	return { ofData: compiler.scope(() => compiler.test(rule)).run };
}

/** Calls with one element, `{"some": [[X], …]}`, are how a rule computes X once; they need no list. */
function onlyElement(rule: unknown): readonly [unknown] | undefined {
	return Array.isArray(rule) && rule.length === 1 && 0 in rule ? [rule[0]] : undefined;
}

const some: TestOperator = (args, compiler) => {
	const only = onlyElement(args[0]);
	if (only !== undefined) return ofOne(compiler.value(only[0]), elementTest(args[1], compiler));
	const list = compiler.value(args[0]);
	const test = elementTest(args[1], compiler);
	return "ofValue" in test ? someValue(list, test.ofValue) : someElement(list, test.ofData);
};

function ofOne(value: Value, test: ElementTest): Test {
	if ("ofValue" in test) {
		const { ofValue } = test;
		return (data) => ofValue(value(data));
	}
	const { ofData } = test;
	return (data) => ofData(enter(value(data)));
}

function someValue(list: Value, test: ValueTest): Test {
	return (data) => {
		const elements = list(data);
		if (!Array.isArray(elements)) return false;
		for (let index = 0; index < elements.length; index++) if (test(elements[index])) return true;
		return false;
	};
}

function someElement(list: Value, test: Test): Test {
	return (data) => {
		const elements = list(data);
		if (!Array.isArray(elements)) return false;
		for (let index = 0; index < elements.length; index++) if (test(enter(elements[index]))) return true;
		return false;
	};
}

/** True where `some` is false, also for what is no list. */
const none: TestOperator = (args, compiler) => {
	const found = some(args, compiler);
	return found && ((data) => !found(data));
};

/** All of nothing is false. */
const all: TestOperator = (args, compiler) => {
	const list = compiler.value(args[0]);
	const test = compiler.scope(() => compiler.test(args[1])).run;
	return (data) => {
		const elements = list(data);
		if (!Array.isArray(elements) || elements.length === 0) return false;
		for (let index = 0; index < elements.length; index++) if (!test(enter(elements[index]))) return false;
		return true;
	};
};

/** The list's own `filter` and `map` run, as in json-logic-js: they keep holes and the list's class. */
const filter: ValueOperator = (args, compiler) => {
	const list = compiler.value(args[0]);
	const test = compiler.scope(() => compiler.test(args[1])).run;
	return (data) => {
		const elements = list(data);
		return Array.isArray(elements) ? elements.filter((element) => test(enter(element))) : [];
	};
};

const map: ValueOperator = (args, compiler) => {
	const list = compiler.value(args[0]);
	const { run } = compiler.scope(() => compiler.value(args[1]));
	return (data) => {
		const elements = list(data);
		return Array.isArray(elements) ? elements.map((element) => run(enter(element))) : [];
	};
};

interface Step {
	current: unknown;
	accumulator: unknown;
}

const reduce: ValueOperator = (args, compiler) => {
	const fused = countOrSum(args, compiler);
	if (fused !== undefined) return fused;
	const list = compiler.value(args[0]);
	const { run, answersData } = compiler.scope(() => compiler.value(args[1]));
	const initial = args[2] === undefined ? () => null : compiler.value(args[2]);
	return answersData ? reduceAnew(list, run, initial) : reduceInPlace(list, run, initial);
};

/** The rule may answer {current, accumulator} itself, so each step gets its own. */
function reduceAnew(list: Value, run: Value, initial: Value): Value {
	return (data) => {
		const elements = list(data);
		const start = initial(data);
		if (!Array.isArray(elements)) return start;
		return elements.reduce((accumulator: unknown, current) => run({ current, accumulator } satisfies Step as unknown as Data), start);
	};
}

/** The rule only reads from {current, accumulator}, so one serves all steps of a run. */
function reduceInPlace(list: Value, run: Value, initial: Value): Value {
	return (data) => {
		const elements = list(data);
		const start = initial(data);
		if (!Array.isArray(elements)) return start;
		const step: Step = { current: undefined, accumulator: start };
		for (let index = 0; index < elements.length; index++) {
			step.current = elements[index];
			if (step.current === undefined && !(index in elements)) continue;
			step.accumulator = run(step as unknown as Data);
		}
		return step.accumulator;
	};
}

export const collectionTests: readonly (readonly [string, TestOperator])[] = [
	["some", some],
	["none", none],
	["all", all],
];

export const collectionValues: readonly (readonly [string, ValueOperator])[] = [
	["filter", filter],
	["map", map],
	["reduce", reduce],
];
