// count, sum, avg, min, max and count distinct in the shapes that rule-of-aggregate.ts writes. The frames are compared part by part;
// only the condition on the elements is read, and it may be anything that has a text.
import type { AggregateValue, FieldValue } from "../../check/checked.ts";
import { variable } from "../environment.ts";
import type { Rule } from "../rule.ts";
import { isSame, operandsOf, pathOf, type Place, within } from "./json.ts";
import { readCondition } from "./read-condition.ts";
import { remembered } from "./reader.ts";
import type { Reading } from "./emitted-value.ts";
import { elementScope, reduceScope, type Scope } from "./scope.ts";
import { collectionOf } from "./elements.ts";
import { carriedBy } from "./carried-fields.ts";

type Step = "count" | "sum" | "min" | "max" | "count-distinct";

/** A reduce taken apart; nothing in it is read yet. */
interface Fold {
	readonly step: Step;
	readonly list: Rule;
	readonly listPlace: Place;
	/** Which elements count; undefined for all of them. */
	readonly keep: Rule | undefined;
	readonly keepPlace: Place;
	/** Reads the element's value; undefined for a count. */
	readonly x: Rule | undefined;
	/** What the accumulator list carries; undefined for a plain reduce. */
	readonly carried: readonly Rule[] | undefined;
	/** The same reduce with another step. */
	with(step: "count"): Rule;
}

/** The aggregate that the rule computes here, undefined for every other shape. */
export const aggregateOf = (rule: Rule, place: Place, reading: Reading): AggregateValue | undefined =>
	remembered(reading.reader.aggregates, rule, reading.scope, () => readAggregate(rule, place, reading));

function readAggregate(rule: Rule, place: Place, reading: Reading): AggregateValue | undefined {
	const [sum = null, scale] = operandsOf(rule, "/") ?? [];
	if (typeof scale === "number") {
		const fold = foldOf(sum, within(place, "/", 0));
		const value = fold?.step === "sum" && valueOfFold(fold, reading.scope, reading);
		return value && value.of?.part === "scaled" && scale === scaleOf(value.of) ? { ...value, scale } : undefined;
	}
	const distinct = distinctOf(rule, place);
	const fold = distinct ?? foldOf(rule, place);
	if (!fold || (fold.step === "count-distinct") !== (distinct !== undefined)) return undefined;
	const value = valueOfFold(fold, reading.scope, reading);
	return value?.of?.part === "scaled" ? undefined : value;
}

/** A sum divided by a count of the same elements; times the scale where the field has decimals. */
export const averageOf = (rule: Rule, place: Place, reading: Reading): AggregateValue | undefined =>
	remembered(reading.reader.averages, rule, reading.scope, () => readAverage(rule, place, reading));

function readAverage(rule: Rule, place: Place, reading: Reading): AggregateValue | undefined {
	const [dividend = null, divisor = null] = operandsOf(rule, "/") ?? [];
	const sum = foldOf(dividend, within(place, "/", 0));
	if (sum?.step !== "sum") return undefined;
	const [count, scale, ...more] = operandsOf(divisor, "*") ?? [divisor];
	if (more.length > 0 || !isSame(count, sum.with("count"))) return undefined;
	const value = valueOfFold(sum, reading.scope, reading);
	if (!value || (value.of?.part === "scaled" ? scaleOf(value.of) : undefined) !== scale) return undefined;
	return { ...value, function: "avg", ...(typeof scale === "number" && { scale }) };
}

const scaleOf = ({ field }: FieldValue): number | undefined =>
	field.type === "number" && field.decimals !== undefined ? 10 ** field.decimals : undefined;

function valueOfFold(fold: Fold, scope: Scope, { reader }: Reading): AggregateValue | undefined {
	const collection = collectionOf(fold.list, scope);
	if (!collection) return undefined;
	const { field } = collection;
	if (field.type === "list") {
		const isPlain = fold.keep === undefined && fold.carried === undefined && (fold.x === undefined || pathOf(fold.x) === "current");
		if (!isPlain || (fold.step !== "count" && fold.step !== "count-distinct" && field.items !== "number")) return undefined;
		return { kind: "aggregate", function: fold.step, collection, type: "number" };
	}
	if (field.type !== "collection") return undefined;
	const carried = fold.carried && carriedBy(fold.carried, scope);
	if (fold.carried && !carried) return undefined;
	const inReduce = reduceScope(field, carried ?? []);
	const inside = carried ? inReduce : elementScope(field);
	const found = fold.x === undefined ? undefined : inReduce.find(pathOf(fold.x) ?? "");
	if (fold.x !== undefined && (found?.kind !== "value" || found.value.kind !== "field" || found.value.scope !== "element"))
		return undefined;
	const of = found?.kind === "value" && found.value.kind === "field" ? found.value : undefined;
	const kept = keptBy(fold, of, inside);
	if (!kept || (of && !canAggregate(fold.step, of))) return undefined;
	const where = kept.where === undefined ? undefined : readCondition(kept.where, fold.keepPlace, inside, reader);
	if (kept.where !== undefined && !where) return undefined;
	return {
		kind: "aggregate",
		function: fold.step,
		collection,
		type: fold.step === "min" || fold.step === "max" ? (of?.type ?? "number") : "number",
		...(of && { of }),
		...(where && { where }),
	};
}

function canAggregate(step: Step, { type, part }: FieldValue): boolean {
	if (part === "scaled") return step === "sum";
	if (part !== undefined) return false;
	if (step === "sum") return type === "number";
	if (step === "min" || step === "max") return type === "number" || type === "date" || type === "datetime";
	return type !== "list" && type !== "collection";
}

/** The elements' condition without its last part, which says that the value is there; undefined where that is not said. */
function keptBy({ keep }: Fold, of: FieldValue | undefined, inside: Scope): { readonly where: Rule | undefined } | undefined {
	if (!of) return { where: keep };
	const guard = { "!==": [inside.environment.read(of), null] };
	if (isSame(keep, guard)) return { where: undefined };
	const items = operandsOf(keep, "and");
	if (!items || items.length < 2 || !isSame(items.at(-1), guard)) return undefined;
	const [first, ...others] = items.slice(0, -1);
	return { where: others.length === 0 ? first : { and: items.slice(0, -1) } };
}

/** `reduce` over the list of different values, counting them. */
function distinctOf(rule: Rule, place: Place): Fold | undefined {
	const [inner = null, step, initial, ...more] = operandsOf(rule, "reduce") ?? [];
	if (more.length > 0 || initial !== 0 || !isSame(step, countStep(variable("accumulator")))) return undefined;
	const fold = foldOf(inner, within(place, "reduce", 0));
	return fold?.step === "count-distinct" ? fold : undefined;
}

function foldOf(rule: Rule, place: Place): Fold | undefined {
	const operands = operandsOf(rule, "reduce");
	if (operands?.length !== 3) return undefined;
	const [elements = null, step = null, initial = null] = operands;
	return plainFold(elements, step, initial, place) ?? carryingFold(elements, step, initial, place);
}

function plainFold(elements: Rule, step: Rule, initial: Rule, place: Place): Fold | undefined {
	const found = stepOf(step, initial, variable("accumulator"));
	if (!found) return undefined;
	const filter = operandsOf(elements, "filter");
	if (filter && filter.length !== 2) return undefined;
	const at = within(place, "reduce", 0);
	return {
		...found,
		list: filter ? (filter[0] ?? null) : elements,
		listPlace: filter ? within(at, "filter", 0) : at,
		keep: filter?.[1],
		keepPlace: within(at, "filter", 1),
		carried: undefined,
		with: () => ({ reduce: [elements, countStep(variable("accumulator")), 0] }),
	};
}

/** `{"reduce": [[R], current.n, null]}` where R is a reduce with an accumulator list of n carried values and the result. */
function carryingFold(elements: Rule, last: Rule, initial: Rule, place: Place): Fold | undefined {
	if (!Array.isArray(elements) || elements.length !== 1 || initial !== null) return undefined;
	const reduce = operandsOf(elements[0], "reduce");
	const frame = reduce && carryingFrame(reduce);
	if (!frame || pathOf(last) !== `current.${frame.carried.length}`) return undefined;
	const accumulator = variable(`accumulator.${frame.carried.length}`);
	const choice = operandsOf(frame.result, "if") ?? [];
	const [keep = null, next = null, otherwise] = choice;
	const found = choice.length === 3 && isSame(otherwise, accumulator) ? stepOf(next, frame.initial, accumulator) : undefined;
	if (!found) return undefined;
	const inner = within(place, "reduce", 0, 0, "reduce");
	const [list = null, results = null, initials = null] = reduce;
	return {
		...found,
		list,
		listPlace: within(inner, 0),
		keep,
		keepPlace: within(inner, 1, frame.carried.length, "if", 0),
		carried: frame.carried,
		with: () => {
			const result: Rule = { if: [keep, countStep(accumulator), accumulator] };
			const counting: Rule = {
				reduce: [list, [...(results as readonly Rule[]).slice(0, -1), result], [...(initials as readonly Rule[]).slice(0, -1), 0]],
			};
			return { reduce: [[counting], last, null] };
		},
	};
}

export interface CarryingFrame {
	readonly list: Rule;
	/** The rules that are carried along, as they stand around the reduce. */
	readonly carried: readonly Rule[];
	/** The next value of the accumulator's last item. */
	readonly result: Rule;
	readonly initial: Rule;
}

/** The operands of a reduce whose accumulator is `[…carried, result]`. */
export function carryingFrame(operands: readonly Rule[]): CarryingFrame | undefined {
	const [list = null, results, initials] = operands;
	if (operands.length !== 3 || !Array.isArray(results) || !Array.isArray(initials) || results.length !== initials.length) return undefined;
	const count = results.length - 1;
	if (count < 0 || !results.slice(0, count).every((rule, index) => pathOf(rule) === `accumulator.${index}`)) return undefined;
	return { list, carried: initials.slice(0, count), result: results[count] ?? null, initial: initials[count] ?? null };
}

const countStep = (accumulator: Rule): Rule => ({ "+": [accumulator, 1] });

function stepOf(rule: Rule, initial: Rule, accumulator: Rule): { readonly step: Step; readonly x: Rule | undefined } | undefined {
	const sum = operandsOf(rule, "+");
	if (sum) {
		const [before, x = null] = sum;
		if (sum.length !== 2 || initial !== 0 || !isSame(before, accumulator)) return undefined;
		return x === 1 ? { step: "count", x: undefined } : isElement(x) ? { step: "sum", x } : undefined;
	}
	const choice = operandsOf(rule, "if");
	if (choice?.length !== 3) return undefined;
	const [when, a = null, b = null] = choice;
	if (isSame(a, accumulator)) {
		const [list, item, ...more] = operandsOf(b, "merge") ?? [];
		const x = Array.isArray(item) && item.length === 1 ? (item[0] as Rule) : null;
		const isDistinct = more.length === 0 && isElement(x) && isSame(list, accumulator) && isSame(when, { in: [x, accumulator] });
		return isDistinct && Array.isArray(initial) && initial.length === 0 ? { step: "count-distinct", x } : undefined;
	}
	if (!isElement(a) || !isSame(b, accumulator) || initial !== null) return undefined;
	for (const [step, operator] of [
		["min", "<"],
		["max", ">"],
	] as const) {
		if (isSame(when, { or: [{ "===": [accumulator, null] }, { [operator]: [a, accumulator] }] })) return { step, x: a };
	}
	return undefined;
}

const isElement = (rule: Rule): boolean => /^current(\.|$)/.test(pathOf(rule) ?? "");
