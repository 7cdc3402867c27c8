// Which values of the profile the inside of a collection's condition needs: those must be carried into its reduce.
import type { CheckedCondition, FieldValue, Value } from "../check/checked.ts";
import { recordName } from "./environment.ts";

/** The profile's values that `condition` reads, each once, in order of appearance. */
export function profileValues(condition: CheckedCondition): readonly FieldValue[] {
	const found = new Map<string, FieldValue>();
	visitFields(condition, (value) => {
		if (value.scope === "profile" && !found.has(recordName(value))) found.set(recordName(value), value);
	});
	return [...found.values()];
}

/** Calls `visit` with every field that the condition reads, those of inner collections included. */
export function visitFields(condition: CheckedCondition, visit: (value: FieldValue) => void): void {
	const value = (item: Value): void => visitValue(item, visit);
	switch (condition.kind) {
		case "and":
		case "or":
		case "at-least":
			for (const item of condition.items) visitFields(item, visit);
			return;
		case "not":
			visitFields(condition.item, visit);
			return;
		case "constant":
			return;
		case "compare":
			value(condition.left);
			value(condition.right);
			return;
		case "between":
		case "in":
		case "set":
		case "text":
			value(condition.value);
			return;
		case "has":
		case "has-all":
		case "empty":
			visit(condition.list);
			return;
		case "some":
			visit(condition.collection);
			visitFields(condition.where, visit);
			return;
		case "edge":
			visit(condition.collection);
			visit(condition.by);
			visitFields(condition.where, visit);
			return;
		case "reference":
			visitFields(condition.condition, visit);
			return;
	}
}

function visitValue(value: Value, visit: (value: FieldValue) => void): void {
	switch (value.kind) {
		case "field":
			visit(value);
			return;
		case "constant":
			return;
		case "arithmetic":
			visitValue(value.left, visit);
			visitValue(value.right, visit);
			return;
		case "date-part":
			visitValue(value.of, visit);
			return;
		case "aggregate":
			visit(value.collection);
			if (value.of) visit(value.of);
			if (value.where) visitFields(value.where, visit);
	}
}
