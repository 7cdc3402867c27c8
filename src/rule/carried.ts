// Which fields a condition reads; those of the profile inside a collection's condition must be carried into its reduce.
import type { CheckedCondition, FieldValue, Value } from "../check/checked.ts";
import { recordName } from "./environment.ts";
import { decidingParts } from "./presence.ts";

type Visit = (value: FieldValue) => void;

/** The profile's values that the rule of `condition` reads, each once, in order of appearance. */
export function profileValues(condition: CheckedCondition): readonly FieldValue[] {
	const found = new Map<string, FieldValue>();
	const visit: Visit = (value) => {
		if (value.scope === "profile" && !found.has(recordName(value))) found.set(recordName(value), value);
	};
	walk(condition, visit, (value, ...rest) => {
		for (const part of decidingParts(value)) visitValue(part, ...rest);
	});
	return [...found.values()];
}

/** Calls `visit` with every field that the condition is about, those of inner collections included. */
export const visitFields = (condition: CheckedCondition, visit: Visit): void => walk(condition, visit, visitValue);

type VisitSet = (value: Value, visit: Visit, visitSet: VisitSet) => void;

function walk(condition: CheckedCondition, visit: Visit, visitSet: VisitSet): void {
	const inside = (item: CheckedCondition): void => walk(item, visit, visitSet);
	const value = (item: Value): void => visitValue(item, visit, visitSet);
	switch (condition.kind) {
		case "and":
		case "or":
		case "at-least":
			for (const item of condition.items) inside(item);
			return;
		case "not":
			inside(condition.item);
			return;
		case "constant":
			return;
		case "compare":
			value(condition.left);
			value(condition.right);
			return;
		case "between":
		case "in":
		case "text":
			value(condition.value);
			return;
		case "set":
			visitSet(condition.value, visit, visitSet);
			return;
		case "has":
		case "has-all":
		case "empty":
			visit(condition.list);
			return;
		case "some":
			visit(condition.collection);
			inside(condition.where);
			return;
		case "edge":
			visit(condition.collection);
			visit(condition.by);
			inside(condition.where);
			return;
		case "reference":
			inside(condition.condition);
			return;
	}
}

function visitValue(value: Value, visit: Visit, visitSet: VisitSet): void {
	switch (value.kind) {
		case "field":
			visit(value);
			return;
		case "constant":
			return;
		case "arithmetic":
			visitValue(value.left, visit, visitSet);
			visitValue(value.right, visit, visitSet);
			return;
		case "date-part":
			visitValue(value.of, visit, visitSet);
			return;
		case "aggregate":
			visit(value.collection);
			if (value.of) visit(value.of);
			if (value.where) walk(value.where, visit, visitSet);
	}
}
