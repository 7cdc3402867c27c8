// Counting and adding up without building the filtered list or a step for each element:
// `{"reduce": [{"filter": [L, P]}, {"+": [{"var": "accumulator"}, 1]}, 0]}`, and `{"var": "current.total"}` in place of 1.
import { type Call, readCall } from "./call.ts";
import type { Compiler } from "./compiler.ts";
import { enter, type Test, type Value } from "./data.ts";
import { parsed } from "./operators.ts";
import { isSamePath, type Path, readPath } from "./path.ts";
import { valueAt } from "./variable.ts";

/** The arguments of a `reduce` that counts or adds up, as one loop; undefined for any other. */
export function countOrSum(args: readonly unknown[], compiler: Compiler): Value | undefined {
	const summand = Object.is(args[2], 0) ? readSummand(readCall(args[1])) : undefined;
	if (summand === undefined) return undefined;
	const filter = readCall(args[0]);
	const isFiltered = filter?.operator === "filter";
	const list = compiler.value(isFiltered ? filter.args[0] : args[0]);
	const { usesStock } = compiler;
	compiler.usesStock = false;
	const keeps = isFiltered ? compiler.scope(() => compiler.test(filter.args[1])).run : () => true;
	const isRepeatable = !compiler.usesStock;
	compiler.usesStock ||= usesStock;
	if (summand === 1) return count(list, keeps);
	const value = valueAt(summand, null);
	return isRepeatable ? sum(list, keeps, value) : (data) => sumInTurns(list(data), keeps, value);
}

/** 1, or the path of what is added up in each element. */
function readSummand(step: Call | undefined): 1 | Path | undefined {
	if (step?.operator !== "+" || step.args.length !== 2) return undefined;
	const [accumulator, summand] = step.args;
	const path = readPath(accumulator);
	if (path === undefined || !isSamePath(path, ["accumulator"])) return undefined;
	if (summand === 1) return 1;
	const [scope, ...rest] = readPath(summand) ?? [];
	return scope === "current" && rest.length > 0 ? rest : undefined;
}

function count(list: Value, keeps: Test): Value {
	return (data) => {
		const elements = list(data);
		if (!Array.isArray(elements)) return 0;
		let total = 0;
		for (let index = 0, { length } = elements; index < length; index++) {
			const element = elements[index];
			if (element === undefined && !(index in elements)) continue;
			if (keeps(enter(element))) total += 1;
		}
		return total;
	};
}

/** Reading an object as a number can throw, and then it matters that all elements are tested before any is added. */
function sum(list: Value, keeps: Test, summand: Value): Value {
	return (data) => {
		const elements = list(data);
		if (!Array.isArray(elements)) return 0;
		let total = 0;
		for (let index = 0, { length } = elements; index < length; index++) {
			const element = elements[index];
			if (element === undefined && !(index in elements)) continue;
			const entered = enter(element);
			if (!keeps(entered)) continue;
			const value = summand(entered);
			if (typeof value !== "number") return sumInTurns(elements, keeps, summand);
			total += value;
		}
		return total;
	};
}

/** As json-logic-js does it: first the filter, then the sum. */
function sumInTurns(elements: unknown, keeps: Test, summand: Value): number {
	if (!Array.isArray(elements)) return 0;
	const kept: readonly unknown[] = elements.filter((element) => keeps(enter(element)));
	return kept.reduce<number>((total, element) => total + parsed(summand(enter(element))), 0);
}
