// The raw value at a field's path, by JSON Logic's `var`: the same node that a record reads, or a reason why it cannot be.
import type { Field } from "../../fields/field.ts";
import { variable } from "../environment.ts";
import type { Rule } from "../rule.ts";
import { isObject } from "./guards.ts";

export type RawValue = { readonly rule: Rule } | { readonly problem: string };

/** Reads from the profile, or from the element inside a collection. */
export function rawValue({ name, path, jsonPath }: Pick<Field, "name" | "path" | "jsonPath">): RawValue {
	const problem = problemOf(path, name, jsonPath);
	if (problem !== undefined) return { problem };
	const guards = path.flatMap((step, index) => guardOf(step, path, index));
	const rule = variable(path.join("."));
	const [guard] = guards;
	if (!guard) return { rule };
	return { rule: { if: [guards.length === 1 ? guard : { and: guards }, rule, null] } };
}

function problemOf(path: Field["path"], name: string, jsonPath: string): string | undefined {
	const where = `"${name}" is read from ${jsonPath}, and JSON Logic`;
	if (path.length === 0) return `${where} cannot compare all of the data.`;
	for (const step of path) {
		if (typeof step === "number") {
			if (step < 0) return `${where} cannot count from the end of a list.`;
		} else if (step === "") return `${where} cannot read a key without a name.`;
		else if (step.includes(".")) return `${where} takes the dot in "${step}" for a step further in.`;
		else if (step in Object.prototype) return `${where} finds "${step}" in every object, whether it has that key or not.`;
	}
	return typeof path[0] === "number" ? `${where} would read it from a list, and a profile is none.` : undefined;
}

/** An index needs a list; a key that lists, texts or numbers have too needs an object. */
function guardOf(step: string | number, path: Field["path"], index: number): readonly Rule[] {
	const container = variable(path.slice(0, index).join("."));
	if (typeof step === "number") return [{ some: [container, true] }];
	const isLast = index === path.length - 1;
	return isData(step) || (!isLast && isInherited(step)) ? [isObject(container)] : [];
}

/** Texts have characters and a length, lists have items and a length. */
const isData = (step: string): boolean => step === "length" || /^(0|[1-9]\d*)$/.test(step);

/** A function at the end of a path is no value of any field, but it has a name and more. */
const isInherited = (step: string): boolean =>
	[Array.prototype, String.prototype, Number.prototype, Boolean.prototype].some((prototype) => step in prototype);
