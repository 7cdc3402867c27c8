// A value that is asked for its truth, `{"!": x}`: what JSON Logic takes for false, by the value's type.
import type { FieldValue } from "../../check/checked.ts";
import type { Rule } from "../rule.ts";
import { answers, combined } from "./answers.ts";
import { type Condition, not } from "./build.ts";
import type { Place } from "./json.ts";
import { emptyText } from "./missing.ts";
import type { Cases, Operand } from "./operand.ts";
import { readOperand } from "./read-operand.ts";
import { note, type Reader } from "./reader.ts";
import { truthOf } from "./relation.ts";
import type { Scope } from "./scope.ts";

export function readTruth(rule: Rule, place: Place, scope: Scope, reader: Reader, isNegated: boolean): Condition | undefined {
	const cases = readOperand(rule, place, scope, reader);
	if (!cases) return undefined;
	noteTruth(cases, place, reader);
	const answered = answers([cases], place, reader, ([operand]) => truthOf(operand as Operand));
	if (!answered) return undefined;
	const text = plainText(cases);
	if (text) return isNegated ? emptyText(text) : not(emptyText(text));
	return combined(answered, isNegated, false);
}

/** A text field that may be missing. */
function plainText(cases: Cases): FieldValue | undefined {
	const [there, missing] = cases;
	if (cases.length !== 2 || there?.is.kind !== "value" || there.is.value.kind !== "field" || there.is.value.type !== "text")
		return undefined;
	return there.is.value.part === undefined && missing?.is.kind === "constant" && missing.is.value === null ? there.is.value : undefined;
}

function noteTruth(cases: Cases, place: Place, reader: Reader): void {
	for (const { is } of cases) {
		if (is.kind !== "value" || is.value.kind !== "field") continue;
		const { type, field } = is.value;
		if (type === "text") note(reader, place, `An empty "${field.name}" counts as missing here, so the text says so.`);
		if (type === "number") note(reader, place, `"${field.name}" counts as false here when it is 0 or missing, so the text says so.`);
		if (type === "datetime")
			note(reader, place, `"${field.name}" counts as false here when it is missing or the first moment of 1970, so the text says so.`);
	}
}
