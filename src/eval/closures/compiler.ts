// From a rule to closures. A compiler is made for one rule and thrown away; what it does not know how to specialise it leaves to
// json-logic-js itself, called with the data of that place.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { type Call, isConstant, isDense, readCall } from "./call.ts";
import { testOperators } from "./comparison.ts";
import { choiceTest, choiceValue } from "./choice.ts";
import { collectionTests, collectionValues } from "./collection.ts";
import { type Data, isTruthy, leave, type Test, type Value } from "./data.ts";
import { connectiveTest, connectiveValue } from "./condition.ts";
import { leafTest } from "./leaf-test.ts";
import { readLeaf } from "./leaf.ts";
import { valueOperators } from "./operators.ts";
import { variableValue } from "./variable.ts";

/** Rules nested deeper than this are left to json-logic-js from there on: compiling never runs out of stack, whatever the rule. */
export const maxDepth = 200;

/** The closure of a call of one operator; undefined where there is none, and json-logic-js runs the call. */
export type ValueOperator = (args: readonly unknown[], compiler: Compiler) => Value | undefined;
export type TestOperator = (args: readonly unknown[], compiler: Compiler) => Test | undefined;

const values: ReadonlyMap<string, ValueOperator> = new Map([
	...valueOperators,
	...collectionValues,
	["var", variableValue],
	["and", (args, compiler) => connectiveValue("and", args, compiler)],
	["or", (args, compiler) => connectiveValue("or", args, compiler)],
	["if", choiceValue],
	["?:", choiceValue],
] satisfies readonly (readonly [string, ValueOperator])[]);

/** Operators that always answer true or false. */
const truths: ReadonlyMap<string, TestOperator> = new Map([...testOperators, ...collectionTests]);

const tests: ReadonlyMap<string, TestOperator> = new Map([
	...truths,
	["and", (args, compiler) => connectiveTest("and", args, compiler)],
	["or", (args, compiler) => connectiveTest("or", args, compiler)],
	["if", choiceTest],
	["?:", choiceTest],
] satisfies readonly (readonly [string, TestOperator])[]);

export class Compiler {
	/** How many calls and lists the current rule lies in. */
	depth = 0;
	/** How many `and`, `or` and `not` the current rule lies in; each level has machine code of its own. */
	level = 0;
	/** Whether a closure of the current scope may answer the scope's data itself. */
	answersData = false;
	/** Whether a closure of the current scope or of one inside it is json-logic-js, which may call the host's own operators, or log. */
	usesStock = false;
	readonly #truthValued = new Map<object, boolean>();

	/** The rule as a function of the data: what json-logic-js answers. */
	value(rule: unknown): Value {
		const call = readCall(rule);
		if (call === undefined) return Array.isArray(rule) ? this.#list(rule) : () => rule;
		if (this.depth >= maxDepth) return this.#stock(rule);
		this.depth += 1;
		const test = this.isTruthValued(rule, this.depth) ? this.#testOfCall(call) : undefined;
		const value = test ?? values.get(call.operator)?.(call.args, this) ?? this.#stock(rule);
		this.depth -= 1;
		return value;
	}

	/** Whether json-logic-js's answer is true by its own notion of truth. */
	test(rule: unknown): Test {
		if (isConstant(rule)) return isTruthy(rule) ? () => true : () => false;
		const call = this.depth < maxDepth ? readCall(rule) : undefined;
		this.depth += 1;
		const test = call && this.#testOfCall(call);
		this.depth -= 1;
		if (test !== undefined) return test;
		const value = this.value(rule);
		return (data) => isTruthy(value(data));
	}

	#testOfCall(call: Call): Test | undefined {
		const leaf = readLeaf(call);
		return leaf === undefined ? tests.get(call.operator)?.(call.args, this) : leafTest(leaf);
	}

	/** Compiles something whose data is not that of the rules around it: the elements of a list, say. */
	scope<Closure extends Value>(compile: () => Closure): { readonly run: Closure; readonly answersData: boolean } {
		const outside = this.answersData;
		this.answersData = false;
		const run = compile();
		const { answersData } = this;
		this.answersData = outside;
		return { run, answersData };
	}

	/** Whether the rule answers true or false on any data, so that a test of it is its value. */
	isTruthValued(rule: unknown, depth: number): boolean {
		const call = readCall(rule);
		if (call === undefined) return typeof rule === "boolean";
		if (truths.has(call.operator)) return true;
		if (depth >= maxDepth) return false;
		const known = this.#truthValued.get(rule as object);
		if (known !== undefined) return known;
		const isTruthValued = resultsOf(call)?.every((result) => this.isTruthValued(result, depth + 1)) ?? false;
		this.#truthValued.set(rule as object, isTruthValued);
		return isTruthValued;
	}

	#list(list: readonly unknown[]): Value {
		if (this.depth >= maxDepth || !isDense(list)) return this.#stock(list);
		if (list.every(isConstant)) return () => list.slice();
		this.depth += 1;
		const items = list.map((item) => this.value(item));
		this.depth -= 1;
		return (data) => items.map((item) => item(data));
	}

	#stock(rule: unknown): Value {
		this.answersData = true;
		this.usesStock = true;
		return (data: Data) => jsonLogic.apply(rule as RulesLogic, leave(data));
	}
}

/** The rules whose answers the call may answer; undefined where it may answer something else. */
function resultsOf({ operator, args }: Call): readonly unknown[] | undefined {
	if (operator === "and" || operator === "or") return args.length > 0 ? args : undefined;
	const isChoice = operator === "if" || operator === "?:";
	return isChoice && args.length % 2 === 1 ? args.filter((_, index) => index % 2 === 1 || index === args.length - 1) : undefined;
}
