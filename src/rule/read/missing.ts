// `missing` and `missing_some`: JSON Logic counts null and the empty text as missing.
import type { Rule } from "../rule.ts";
import { type Condition, constant, isMissing, not, or, source } from "./build.ts";
import { type Call, operandPlace, type Place, shownRule, within } from "./json.ts";
import { note, type Reader, refuse } from "./reader.ts";
import type { Scope } from "./scope.ts";

/** Whether anything of `{"missing": ["a", "b"]}` is missing. */
export function readMissing(call: Call, place: Place, scope: Scope, reader: Reader): Condition | undefined {
	const [first] = call.operands;
	const isNested = Array.isArray(first);
	const names: readonly Rule[] = isNested ? (first as readonly Rule[]) : call.operands;
	if (isNested && call.operands.length > 1)
		return refuse(reader, operandPlace(place, call, 1), '"missing" looks at its list only. Remove what follows it.');
	const at = isNested ? operandPlace(place, call, 0) : place;
	const missing = names.map((name, index) =>
		missingName(name, isNested ? within(at, index) : operandPlace(place, call, index), scope, reader),
	);
	return missing.every((item) => item !== undefined) ? or(missing) : undefined;
}

function missingName(name: Rule, place: Place, scope: Scope, reader: Reader): Condition | undefined {
	if (typeof name !== "string") return refuse(reader, place, `A field is named by text, not by ${shownRule(name)}.`);
	const found = scope.find(name);
	if (found.kind === "unknown") return refuse(reader, place, found.message);
	if (found.kind !== "value" || found.value.kind !== "field") return refuse(reader, place, "This names no field.");
	const { value } = found;
	if (value.part !== undefined) return refuse(reader, place, `A condition cannot ask for "${name}" by itself.`);
	if (value.type !== "text") return isMissing(value);
	note(reader, place, `An empty "${value.field.name}" counts as missing here, so the text says so.`);
	return emptyText(value);
}

type Field = Extract<Parameters<typeof isMissing>[0], { kind: "field" }>;

/** In the order in which toRule writes `is empty`. */
export const emptyText = (value: Field): Condition => ({
	kind: "or",
	items: [isMissing(value), { kind: "compare", operator: "=", left: value, right: { kind: "constant", value: "", type: "text" }, source }],
	source,
});

/** `{"missing_some": [n, ["a", "b"]]}` answers nothing when n are there, else what is missing. */
export function readMissingSome(call: Call, place: Place, scope: Scope, reader: Reader): Condition | undefined {
	const [count, names] = call.operands;
	if (typeof count !== "number" || !Number.isInteger(count) || !Array.isArray(names) || call.operands.length !== 2) {
		return refuse(reader, place, '"missing_some" needs a whole number and a list of names.');
	}
	const at = operandPlace(place, call, 1);
	const missing = (names as readonly Rule[]).map((name, index) => missingName(name, within(at, index), scope, reader));
	if (!missing.every((item) => item !== undefined)) return undefined;
	if (count <= 0) return constant(false);
	if (count >= missing.length) return or(missing);
	if (count === 1) return { kind: "and", items: missing, source };
	return not({ kind: "at-least", count, items: missing.map(not), source });
}
