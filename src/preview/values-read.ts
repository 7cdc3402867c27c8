// Which values a test needs, each as the condition that it is there.
import type { PlanCondition, PlanField, PlanTest, PlanValue } from "../columns/plan.ts";

export interface Reads {
	/** A test is false where one of these is missing. */
	readonly values: readonly PlanCondition[];
	/** Collections and lists that count as empty where they are missing, so that a test can hold all the same. */
	readonly emptyWhenMissing: readonly PlanCondition[];
}

/** What the test reads itself; conditions inside its collection have values of their own. */
export function readsOf(test: PlanTest): Reads {
	switch (test.kind) {
		case "compare":
			return joined([readsOfValue(test.left), readsOfValue(test.right)]);
		case "between":
		case "in":
		case "text":
			return readsOfValue(test.value);
		case "has":
		case "has-all":
			return { values: [isSet(test.list)], emptyWhenMissing: [] };
		case "some":
			return { values: [isSet(test.collection)], emptyWhenMissing: [] };
		case "edge":
			return { values: [isSet(test.collection), hasEdge(test)], emptyWhenMissing: [] };
		case "set":
		case "empty":
			return nothing;
	}
}

const nothing: Reads = { values: [], emptyWhenMissing: [] };

const joined = (reads: readonly Reads[]): Reads => ({
	values: reads.flatMap(({ values }) => values),
	emptyWhenMissing: reads.flatMap(({ emptyWhenMissing }) => emptyWhenMissing),
});

function readsOfValue(value: PlanValue): Reads {
	switch (value.kind) {
		case "constant":
			return nothing;
		case "field":
			return { values: [isSet(value)], emptyWhenMissing: [] };
		case "aggregate":
			return { values: isNeverMissing(value.function) ? [] : [isSet(value)], emptyWhenMissing: countedIn(value) };
		case "arithmetic":
		case "date-part":
			return { values: [isSet(value)], emptyWhenMissing: countedIn(value) };
	}
}

/** The collections within a value that count as nothing where they are missing. */
function countedIn(value: PlanValue): readonly PlanCondition[] {
	switch (value.kind) {
		case "constant":
		case "field":
			return [];
		case "aggregate":
			return isNeverMissing(value.function) ? [isSet(value.collection)] : [];
		case "arithmetic":
			return [...countedIn(value.left), ...countedIn(value.right)];
		case "date-part":
			return countedIn(value.of);
	}
}

const isNeverMissing = (name: string): boolean => name === "count" || name === "sum" || name === "count-distinct";

/** A text or list and its folded form are there together: one leaf for both. */
function isSet(value: PlanValue): PlanCondition {
	if (value.kind !== "field" || value.part === undefined || (value.type !== "text" && value.type !== "list")) return { kind: "set", value };
	const { part: _, ...field }: PlanField = value;
	return { kind: "set", value: field };
}

/** No element at all, or one that can be the first or last: elements without the value to order by never are. */
const hasEdge = ({ which, collection, by }: Extract<PlanTest, { kind: "edge" }>): PlanCondition => ({
	kind: "or",
	items: [
		{ kind: "empty", list: collection },
		{ kind: "edge", which, collection, by, where: { kind: "constant", value: true } },
	],
});
