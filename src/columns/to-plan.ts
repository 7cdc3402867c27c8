// CheckedSegment → Plan.
import type { AggregateValue, CheckedCondition, CheckedSegment, FieldValue, Value } from "../check/checked.ts";
import type { Plan, PlanAggregate, PlanCondition, PlanField, PlanLeaf, PlanNode, PlanTest, PlanValue } from "./plan.ts";

/** Linear in the segment and in the segments it refers to. Conditions that ask the same are one leaf. */
export function toPlan(segment: CheckedSegment): Plan {
	const leaves = new PlanLeaves();
	return { timeZone: segment.timeZone, root: planNode(segment.condition, leaves), leaves: leaves.all };
}

/** The leaves of a plan in the making: each question once. */
export class PlanLeaves {
	readonly all: PlanLeaf[];
	private readonly indexes: Map<string, number>;

	constructor(leaves: readonly PlanLeaf[] = []) {
		this.all = [...leaves];
		this.indexes = new Map(leaves.map(({ key }, index) => [key, index]));
	}

	/** Its index in `all`. */
	indexOf(test: PlanTest): number {
		return this.add({ key: JSON.stringify(test), condition: test });
	}

	/** The index of a leaf, of another plan perhaps. */
	add(leaf: PlanLeaf): number {
		let index = this.indexes.get(leaf.key);
		if (index === undefined) {
			index = this.all.push(leaf) - 1;
			this.indexes.set(leaf.key, index);
		}
		return index;
	}
}

/** How the answers of leaves make that of a condition; adds the leaves that are new. */
export function planNode(condition: CheckedCondition, leaves: PlanLeaves): PlanNode {
	switch (condition.kind) {
		case "and":
		case "or":
			return { kind: condition.kind, items: condition.items.map((item) => planNode(item, leaves)) };
		case "not":
			return { kind: "not", item: planNode(condition.item, leaves) };
		case "at-least":
			return { kind: "at-least", count: condition.count, items: condition.items.map((item) => planNode(item, leaves)) };
		case "constant":
			return { kind: "constant", value: condition.value };
		case "reference":
			return planNode(condition.condition, leaves);
		default:
			return { kind: "leaf", leaf: leaves.indexOf(planTest(condition)) };
	}
}

function planCondition(condition: CheckedCondition): PlanCondition {
	switch (condition.kind) {
		case "and":
		case "or":
			return { kind: condition.kind, items: condition.items.map(planCondition) };
		case "not":
			return { kind: "not", item: planCondition(condition.item) };
		case "at-least":
			return { kind: "at-least", count: condition.count, items: condition.items.map(planCondition) };
		case "constant":
			return { kind: "constant", value: condition.value };
		case "reference":
			return planCondition(condition.condition);
		default:
			return planTest(condition);
	}
}

type CheckedTest = Exclude<CheckedCondition, { kind: "and" | "or" | "not" | "at-least" | "constant" | "reference" }>;

function planTest(condition: CheckedTest): PlanTest {
	switch (condition.kind) {
		case "compare": {
			const { kind, operator, left, right } = condition;
			return { kind, operator, left: planValue(left), right: planValue(right) };
		}
		case "between": {
			const { kind, value, low, high } = condition;
			return { kind, value: planValue(value), low, high };
		}
		case "in":
			return { kind: "in", value: planValue(condition.value), items: condition.items };
		case "set":
			return { kind: "set", value: planValue(condition.value) };
		case "text": {
			const { kind, test, value, operand } = condition;
			return { kind, test, value: planField(value), operand };
		}
		case "has":
		case "has-all":
			return { kind: condition.kind, list: planField(condition.list), items: condition.items };
		case "empty":
			return { kind: "empty", list: planField(condition.list) };
		case "some":
			return { kind: "some", collection: planField(condition.collection), where: planCondition(condition.where) };
		case "edge": {
			const { kind, which, collection, by, where } = condition;
			return { kind, which, collection: planField(collection), by: planField(by), where: planCondition(where) };
		}
	}
}

function planValue(value: Value): PlanValue {
	switch (value.kind) {
		case "field":
			return planField(value);
		case "constant":
			return { kind: "constant", value: value.value };
		case "arithmetic": {
			const { kind, operator, left, right } = value;
			return { kind, operator, left: planValue(left), right: planValue(right) };
		}
		case "aggregate":
			return planAggregate(value);
		case "date-part": {
			const of = planValue(value.of);
			if (value.part === "age") return { kind: "date-part", part: "age", of, today: value.today };
			return { kind: "date-part", part: value.part, of };
		}
	}
}

const planField = ({ kind, field, scope, part, type }: FieldValue): PlanField => ({
	kind,
	name: field.name,
	scope,
	...(part !== undefined && { part }),
	type,
});

const planAggregate = ({ kind, function: name, collection, of, where, scale }: AggregateValue): PlanAggregate => ({
	kind,
	function: name,
	collection: planField(collection),
	...(of && { of: planField(of) }),
	...(where && { where: planCondition(where) }),
	...(scale !== undefined && { scale }),
});
