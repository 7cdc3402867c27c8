// count, sum, avg, min, max, count distinct: a `reduce` over the elements that count. Nothing of the profile is in reach inside a
// reduce, so where a condition needs it the accumulator is a list that carries it, the result last.
import type { AggregateValue, CheckedCondition, FieldValue } from "../check/checked.ts";
import { profileValues } from "./carried.ts";
import { type Environment, elementEnvironment, recordName, reduceEnvironment, variable } from "./environment.ts";
import { conditionRule } from "./rule-of-condition.ts";
import type { Rule } from "./rule.ts";
import { all, notNull } from "./shapes.ts";

/** The aggregate's value; null for min and max of nothing, NaN for the average of nothing. */
export function aggregateRule(value: AggregateValue, environment: Environment): Rule {
	if (value.function === "avg") {
		const { sum, count } = { sum: fold("sum", value, environment), count: fold("count", value, environment) };
		return { "/": [sum, value.scale === undefined ? count : { "*": [count, value.scale] }] };
	}
	const result = fold(value.function, value, environment);
	return value.scale === undefined ? result : { "/": [result, value.scale] };
}

type Step = Exclude<AggregateValue["function"], "avg">;

interface Reducer {
	readonly initial: Rule;
	/** The next accumulator; `x` reads the element's value. */
	step(accumulator: Rule, x: Rule): Rule;
}

const reducers: Readonly<Record<Step, Reducer>> = {
	count: { initial: 0, step: (accumulator) => ({ "+": [accumulator, 1] }) },
	sum: { initial: 0, step: (accumulator, x) => ({ "+": [accumulator, x] }) },
	min: { initial: null, step: (accumulator, x) => extreme("<", accumulator, x) },
	max: { initial: null, step: (accumulator, x) => extreme(">", accumulator, x) },
	"count-distinct": {
		initial: [],
		step: (accumulator, x) => ({ if: [{ in: [x, accumulator] }, accumulator, { merge: [accumulator, [x]] }] }),
	},
};

const extreme = (operator: "<" | ">", accumulator: Rule, x: Rule): Rule => ({
	if: [{ or: [{ "===": [accumulator, null] }, { [operator]: [x, accumulator] }] }, x, accumulator],
});

function fold(step: Step, value: AggregateValue, environment: Environment): Rule {
	const carried = value.where ? profileValues(value.where) : [];
	const folded = carried.length === 0 ? plainFold(step, value, environment) : carryingFold(step, value, carried, environment);
	return step === "count-distinct" ? { reduce: [folded, { "+": [variable("accumulator"), 1] }, 0] } : folded;
}

/** `reduce` over `filter`: the shape for conditions on the element alone. */
function plainFold(step: Step, value: AggregateValue, environment: Environment): Rule {
	const list = environment.read(value.collection);
	const keep = kept(value, elementEnvironment);
	const elements: Rule = keep.length === 0 ? list : { filter: [list, all(keep)] };
	const { initial, step: next } = reducers[step];
	const x = value.of ? variable(`current.${recordName(value.of)}`) : variable("current");
	return { reduce: [elements, next(variable("accumulator"), x), initial] };
}

function kept(value: AggregateValue, inside: Environment): readonly Rule[] {
	return [...(value.where ? [conditionRule(value.where, inside)] : []), ...(value.of ? [notNull(inside.read(value.of))] : [])];
}

function carryingFold(step: Step, value: AggregateValue, carried: readonly FieldValue[], environment: Environment): Rule {
	const inside = reduceEnvironment(carried);
	const { initial, step: next } = reducers[step];
	const accumulator = variable(`accumulator.${carried.length}`);
	const x = value.of ? inside.read(value.of) : variable("current");
	const result: Rule = { if: [all(kept(value, inside)), next(accumulator, x), accumulator] };
	const folded = carryingReduce(environment.read(value.collection), carried, result, initial, environment);
	// One-element list, so that `current` is the accumulator list: its last item is the result.
	return { reduce: [[folded], variable(`current.${carried.length}`), null] };
}

/** A reduce whose accumulator is `[…carried, result]`. */
export function carryingReduce(list: Rule, carried: readonly FieldValue[], result: Rule, initial: Rule, environment: Environment): Rule {
	const kept = carried.map((_, index) => variable(`accumulator.${index}`));
	return { reduce: [list, [...kept, result], [...carried.map((value) => environment.read(value)), initial]] };
}

/** Some element of `list` satisfies the condition. */
export function someRule(list: Rule, where: CheckedCondition, environment: Environment): Rule {
	const carried = profileValues(where);
	if (carried.length === 0) return { some: [list, conditionRule(where, elementEnvironment)] };
	const found = variable(`accumulator.${carried.length}`);
	const result: Rule = { or: [found, conditionRule(where, reduceEnvironment(carried))] };
	return { some: [[carryingReduce(list, carried, result, false, environment)], variable(String(carried.length))] };
}

/** The first or last element by a field, as a list of at most one: elements without the field never are. */
export function edgeRule(which: "first" | "last", list: Rule, by: FieldValue): Rule {
	const name = recordName(by);
	const [current, best] = [variable(`current.${name}`), variable(`accumulator.${name}`)];
	const better: Rule = which === "first" ? { "<": [current, best] } : { ">=": [current, best] };
	const isBetter: Rule = { or: [{ "===": [variable("accumulator"), null] }, better] };
	return {
		reduce: [{ filter: [list, notNull(variable(name))] }, { if: [isBetter, variable("current"), variable("accumulator")] }, null],
	};
}
