// Which matches come only from missing values: the same condition, but each test also asks for the values that it reads.
import type { PlanLeaves } from "../columns/to-plan.ts";
import type { PlanCondition, PlanNode, PlanTest } from "../columns/plan.ts";
import { readsOf } from "./values-read.ts";

/**
 * The stricter form of a node: profiles inside it are inside the node, and those who are in the node alone are there because a value is
 * missing. Precisely (language reference, section 2, rules 2 to 5):
 *
 * - A test under an even number of `not` becomes `test and its values are there`; under an odd number, `test or a value of it is not there`.
 *   So `country != "US"` becomes `country != "US" and country is set`; `country = "US"` stays, for it never holds without a value.
 * - The values of a test are the fields it reads on both sides, whole expressions, and the collections that it counts or looks into. A
 *   missing collection counts as empty elsewhere; here `count(orders) < 3`, `sum(orders.total) < 9` and `no orders (…)` ask for `orders`.
 * - The conditions inside `any`, `no`, `every`, `first`, `last` and the `where` of a count are changed in the same way, turned around under
 *   `fewer than` and `at most`. The `where` of another aggregate, and of a count under `=` or in arithmetic, stays as it is.
 * - `is set`, `is missing`, `is empty` and their opposites ask about absence explicitly and stay.
 *
 * Returns the node itself where nothing can be missing. Adds the leaves that are new. Linear in the conditions.
 */
export function nodeWithValues(node: PlanNode, leaves: PlanLeaves, isPositive = true): PlanNode {
	switch (node.kind) {
		case "constant":
			return node;
		case "not": {
			const item = nodeWithValues(node.item, leaves, !isPositive);
			return item === node.item ? node : { kind: "not", item };
		}
		case "and":
		case "or":
		case "at-least": {
			const items = node.items.map((item) => nodeWithValues(item, leaves, isPositive));
			return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
		}
		case "leaf": {
			const condition = leaves.all[node.leaf]?.condition;
			if (!condition) throw new RangeError(`The plan has no leaf ${node.leaf}.`);
			const changed = conditionWithValues(condition, isPositive);
			return changed === condition ? node : nodeOf(changed, leaves);
		}
	}
}

/** The structure of a condition as nodes, its tests as leaves. */
function nodeOf(condition: PlanCondition, leaves: PlanLeaves): PlanNode {
	switch (condition.kind) {
		case "constant":
			return condition;
		case "not":
			return { kind: "not", item: nodeOf(condition.item, leaves) };
		case "and":
		case "or":
		case "at-least":
			return { ...condition, items: condition.items.map((item) => nodeOf(item, leaves)) };
		default:
			return { kind: "leaf", leaf: leaves.indexOf(condition) };
	}
}

function conditionWithValues(condition: PlanCondition, isPositive: boolean): PlanCondition {
	switch (condition.kind) {
		case "constant":
		case "set":
		case "empty":
			return condition;
		case "not": {
			const item = conditionWithValues(condition.item, !isPositive);
			return item === condition.item ? condition : { kind: "not", item };
		}
		case "and":
		case "or":
		case "at-least": {
			const items = condition.items.map((item) => conditionWithValues(item, isPositive));
			return items.every((item, index) => item === condition.items[index]) ? condition : { ...condition, items };
		}
		default:
			return testWithValues(condition, isPositive);
	}
}

function testWithValues(test: PlanTest, isPositive: boolean): PlanCondition {
	const inner = insideWithValues(test, isPositive);
	const { values, emptyWhenMissing } = readsOf(test);
	if (!isPositive) return orMissing(inner, [...values, ...emptyWhenMissing]);
	// With any other value missing the test is false as it is.
	return emptyWhenMissing.length === 0 ? inner : { kind: "and", items: [inner, ...emptyWhenMissing] };
}

const orMissing = (test: PlanTest, present: readonly PlanCondition[]): PlanCondition =>
	present.length === 0 ? test : { kind: "or", items: [test, ...present.map((item): PlanCondition => ({ kind: "not", item }))] };

/** The test with the conditions inside its collection changed: more elements that pass can only make it truer, or only less true. */
function insideWithValues(test: PlanTest, isPositive: boolean): PlanTest {
	if (test.kind === "some" || test.kind === "edge") {
		const where = conditionWithValues(test.where, isPositive);
		return where === test.where ? test : { ...test, where };
	}
	if (test.kind !== "compare" || test.operator === "=") return test;
	const { left, right, operator } = test;
	const growsWithLeft = operator === ">" || operator === ">=";
	if (left.kind === "aggregate" && left.function === "count" && left.where && right.kind === "constant") {
		const where = conditionWithValues(left.where, isPositive === growsWithLeft);
		return where === left.where ? test : { ...test, left: { ...left, where } };
	}
	return test;
}
