// What a `reduce` carries along: the profile's fields, as they are read around it.
import type { FieldValue } from "../../check/checked.ts";
import type { Rule } from "../rule.ts";
import { fieldOf } from "./emitted-value.ts";
import type { Scope } from "./scope.ts";

/** The fields, undefined when one of the rules is anything but a field of the profile. */
export function carriedBy(rules: readonly Rule[], scope: Scope): readonly FieldValue[] | undefined {
	const fields = rules.map((rule) => {
		const value = fieldOf(rule, scope);
		return value?.scope === "profile" ? value : undefined;
	});
	return fields.every((field) => field !== undefined) ? fields : undefined;
}
