// Counts and sums of elements as people write them by hand: `reduce` with the condition in the filter, in the step or in a map.
import type { AggregateValue } from "../../check/checked.ts";
import { variable } from "../environment.ts";
import type { Rule } from "../rule.ts";
import { and, type Condition, isMissing, not, source } from "./build.ts";
import { collectionOf, type Elements, readElements, someOf } from "./elements.ts";
import { type Call, isSame, operandsOf, pathOf, type Place, within } from "./json.ts";
import { always, type Cases } from "./operand.ts";
import { readCondition } from "./read-condition.ts";
import { type Reader, refuse } from "./reader.ts";
import { elementScope, reduceScope, type Scope } from "./scope.ts";

const accumulator = variable("accumulator");

/** The count or the sum; "none" for another reduce, undefined after a report. */
export function countedBy(call: Call, place: Place, scope: Scope, reader: Reader): Cases | "none" | undefined {
	const [list = null, step = null, initial] = call.operands;
	if (initial !== 0 || call.operands.length !== 3) return "none";
	const at = within(place, "reduce", 0);
	const map = operandsOf(list, "map");
	const over = map?.[0] ?? list;
	const listAt = map ? within(at, "map", 0) : at;
	const plain = collectionOf(over, scope);
	if (plain?.field.type === "list" && !map && addedTo(step) === 1)
		return always({ kind: "value", value: { kind: "aggregate", function: "count", collection: plain, type: "number" } });
	const elements = readElements(over, listAt, scope, reader);
	if (elements === undefined || elements === "none" || elements.edge) return elements && "none";
	if (map) {
		if (!isSame(addedTo(step), variable("current"))) return "none";
		return added(map[1] ?? null, within(at, "map", 1), elements, elementScope(elements.field), reader, "");
	}
	const stepAt = within(place, "reduce", 1);
	const inside = reduceScope(elements.field, []);
	const counting = countingChoice(step);
	if (counting !== undefined) return counted(elements, readCondition(counting, within(stepAt, "if", 0), inside, reader));
	const term = addedTo(step);
	const [first] = operandsOf(step, "+") ?? [];
	if (term === undefined) return "none";
	return added(term, within(stepAt, "+", isSame(first, accumulator) ? 1 : 0), elements, inside, reader, "current.");
}

/** What is added to the accumulator, on whichever side it stands. */
function addedTo(step: Rule): Rule | undefined {
	const [a, b, ...more] = operandsOf(step, "+") ?? [];
	if (more.length > 0 || a === undefined || b === undefined) return undefined;
	return isSame(a, accumulator) ? b : isSame(b, accumulator) ? a : undefined;
}

/** The condition of `if condition then one more else as before`. */
function countingChoice(step: Rule): Rule | undefined {
	const operands = operandsOf(step, "if") ?? operandsOf(step, "?:") ?? [];
	const [condition, then = null, otherwise] = operands;
	return operands.length === 3 && isSame(otherwise, accumulator) && addedTo(then) === 1 ? condition : undefined;
}

/** One term for each element: 1, `if condition 1 else 0`, or a number of the element. */
function added(term: Rule, place: Place, elements: Elements, inside: Scope, reader: Reader, prefix: string): Cases | "none" | undefined {
	if (term === 1) return counted(elements, { kind: "constant", value: true, source });
	const choice = operandsOf(term, "if") ?? operandsOf(term, "?:");
	if (choice) {
		const [condition = null, then, otherwise] = choice;
		if (choice.length !== 3 || then !== 1 || otherwise !== 0) return "none";
		return counted(elements, readCondition(condition, within(place, "if" in (term as object) ? "if" : "?:", 0), inside, reader));
	}
	const path = pathOf(term);
	if (path === undefined || !path.startsWith(prefix)) return "none";
	const found = inside.find(path);
	if (found.kind === "unknown") return refuse(reader, place, found.message);
	if (found.kind !== "value" || found.value.kind !== "field" || found.value.type !== "number" || found.value.part !== undefined)
		return "none";
	const { value: of } = found;
	if (of.field.type === "number" && of.field.decimals !== undefined) {
		return refuse(
			reader,
			place,
			`"${of.field.name}" has decimals: a condition adds them up exactly, and this rule does not. Compile the sum from a text.`,
		);
	}
	const sum: AggregateValue = { ...aggregate(elements), function: "sum", of };
	const isBroken = someOf(elements, isMissing(of));
	// One missing number makes the whole sum NaN here, where a text would leave it out.
	return [
		{ when: not(isBroken), is: { kind: "value", value: sum }, missing: [] },
		{ when: isBroken, is: { kind: "constant", value: Number.NaN }, missing: [of] },
	];
}

function counted(elements: Elements, condition: Condition | undefined): Cases | undefined {
	if (!condition) return undefined;
	const where = elements.where ? and([elements.where, condition]) : condition;
	const all: Elements = where.kind === "constant" && where.value ? elements : { ...elements, where };
	return always({ kind: "value", value: aggregate(all) });
}

const aggregate = ({ collection, where }: Elements): AggregateValue => ({
	kind: "aggregate",
	function: "count",
	collection,
	type: "number",
	...(where && { where }),
});
