// A checked condition as a rule that answers true or false on every record, whatever is missing.
import type { CheckedCondition, Value } from "../check/checked.ts";
import { type Environment, variable } from "./environment.ts";
import { compareRule, presenceRule, testValue } from "./rule-of-comparison.ts";
import { edgeRule, someRule } from "./rule-of-aggregate.ts";
import { textRule } from "./rule-of-text.ts";
import type { Rule } from "./rule.ts";
import { complement, notNull } from "./shapes.ts";

export function conditionRule(condition: CheckedCondition, environment: Environment): Rule {
	const rules = (items: readonly CheckedCondition[]): readonly Rule[] => items.map((item) => conditionRule(item, environment));
	switch (condition.kind) {
		case "and":
			return { and: rules(condition.items) };
		case "or":
			return { or: rules(condition.items) };
		case "not":
			return complement(conditionRule(condition.item, environment));
		case "at-least": {
			const points = rules(condition.items).map((rule): Rule => ({ if: [rule, 1, 0] }));
			return { ">=": [{ "+": points }, condition.count] };
		}
		case "constant":
			return condition.value;
		case "reference":
			return conditionRule(condition.condition, environment);
		case "compare":
			return compareRule(condition, environment);
		case "between":
			return testValue(condition.value, environment, ({ rule }) => ({ "<=": [condition.low, rule, condition.high] }));
		case "in":
			return inRule(condition.value, condition.items, environment);
		case "set":
			return presenceRule(condition.value, environment);
		case "text":
			return textRule(condition, environment);
		case "has":
			return { some: [environment.read(condition.list), { in: [variable(""), condition.items] }] };
		case "has-all": {
			const list = environment.read(condition.list);
			return { and: [{ some: [list, true] }, ...condition.items.map((item): Rule => ({ in: [item, list] }))] };
		}
		case "empty":
			return { "!": [environment.read(condition.list)] };
		case "some":
			return someRule(environment.read(condition.collection), condition.where, environment);
		case "edge":
			return edgeConditionRule(condition, environment);
	}
}

/** A missing field is in no list, so a plain field needs no guard. */
function inRule(value: Value, items: readonly (string | number | boolean)[], environment: Environment): Rule {
	if (value.kind === "field") return { in: [environment.read(value), items] };
	return testValue(value, environment, ({ rule }) => ({ in: [rule, items] }));
}

function edgeConditionRule(condition: Extract<CheckedCondition, { kind: "edge" }>, environment: Environment): Rule {
	const edge = edgeRule(condition.which, environment.read(condition.collection), condition.by);
	return someRule({ filter: [[edge], notNull(variable(""))] }, condition.where, environment);
}
