// Comparisons, guarded so that a missing value compares false, and tests of one value. An aggregate that can be null is computed once:
// it is bound by `some` over a one-element list, and the comparison reads it from there.
import type { AggregateValue, CheckedCondition, FieldValue, Value } from "../check/checked.ts";
import { aggregateRule } from "./rule-of-aggregate.ts";
import { type Environment, variable } from "./environment.ts";
import { decidingParts } from "./presence.ts";
import { isFiniteRule, type ValueRule, valueRule } from "./rule-of-value.ts";
import type { Rule } from "./rule.ts";
import { all, letAll, letOne } from "./shapes.ts";

const operatorOf = { "=": "===", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;

export function compareRule(condition: Extract<CheckedCondition, { kind: "compare" }>, environment: Environment): Rule {
	const { left, right } = condition;
	return bound([left, right], environment, (inside) => {
		const [a, b] = [readValue(left, inside), readValue(right, inside)];
		const compared: Rule = { [operatorOf[condition.operator]]: [a.rule, b.rule] };
		if (condition.operator === "=") return all([...equalityGuards(left, a, right, b), compared]);
		const finite = [a, b].filter((side) => side.mayBe === "infinite").map((side) => isFiniteRule(side.rule));
		return all([...a.guards, ...b.guards, ...finite, compared]);
	});
}

/** Nothing missing equals a constant, and one guard is enough for two sides that must be the same. */
function equalityGuards(left: Value, a: ValueRule, right: Value, b: ValueRule): readonly Rule[] {
	if (left.kind === "field") return b.guards;
	if (right.kind === "field") return a.guards;
	const finite = a.mayBe === "infinite" && b.mayBe === "infinite" ? [isFiniteRule(a.rule)] : [];
	return [...a.guards, ...b.guards, ...finite];
}

/** `test` of the value, false when it is missing. */
export function testValue(value: Value, environment: Environment, test: (value: ValueRule) => Rule): Rule {
	return bound([value], environment, (inside) => {
		const of = readValue(value, inside);
		return all([...of.guards, test(of)]);
	});
}

/** Whether the value is there. */
export function presenceRule(value: Value, environment: Environment): Rule {
	const parts = decidingParts(value);
	return bound(parts, environment, (inside) => all(parts.flatMap((part) => presenceGuards(readValue(part, inside)))));
}

const presenceGuards = ({ rule, guards, mayBe }: ValueRule): readonly Rule[] =>
	mayBe === "finite" ? guards : [...guards, isFiniteRule(rule)];

/** What a comparison reads values from: an environment, with aggregates perhaps already computed. */
interface Bound {
	readonly environment: Environment;
	readonly computed: ReadonlyMap<AggregateValue, Rule>;
}

function readValue(value: Value, { environment, computed }: Bound): ValueRule {
	return valueRule(value, { ...environment, aggregate: (item) => computed.get(item) });
}

/** Computes min and max once for `body`; then nothing else is in reach, so every other leaf goes with them. */
function bound(values: readonly Value[], environment: Environment, body: (bound: Bound) => Rule): Rule {
	const leaves = values.flatMap(leavesOf);
	if (!leaves.some((leaf) => leaf.kind === "aggregate" && needsBinding(leaf))) return body({ environment, computed: new Map() });
	const names = new Map<FieldValue | AggregateValue, Rule>();
	leaves.forEach((leaf, index) => {
		names.set(leaf, variable(leaves.length === 1 ? "" : String(index)));
	});
	const computed = new Map<AggregateValue, Rule>();
	for (const [leaf, rule] of names) if (leaf.kind === "aggregate") computed.set(leaf, rule);
	const inner = body({ environment: { read: (value) => names.get(value) ?? null }, computed });
	const rules = leaves.map((leaf) => (leaf.kind === "aggregate" ? aggregateRule(leaf, environment) : environment.read(leaf)));
	const [only] = rules;
	return rules.length === 1 && only !== undefined ? letOne(only, inner) : letAll(rules, inner);
}

const needsBinding = (value: AggregateValue): boolean => value.function === "min" || value.function === "max";

function leavesOf(value: Value): readonly (FieldValue | AggregateValue)[] {
	switch (value.kind) {
		case "constant":
			return [];
		case "field":
		case "aggregate":
			return [value];
		case "arithmetic":
			return [...leavesOf(value.left), ...leavesOf(value.right)];
		case "date-part":
			return leavesOf(value.of);
	}
}
