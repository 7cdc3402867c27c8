// Rules can be true for everybody; texts have no word for that, so the shortest condition that is always true stands in.
import type { CheckedCondition, FieldValue } from "../../check/checked.ts";
import type { Field } from "../../fields/field.ts";
import { isMissing, isSet, or } from "./build.ts";
import type { Writer } from "./write-condition.ts";

/** `count(tags) is set`: a count is never missing. Where nothing can be counted, a field that is set or missing. */
export function alwaysTrue({ collection, profile }: Pick<Writer, "collection" | "profile">): CheckedCondition {
	const inElement = countable(collection?.fields ?? []);
	if (inElement) return isSet(countOf({ kind: "field", field: inElement, scope: "element", type: inElement.type }));
	const inProfile = countable(profile);
	if (inProfile) return isSet(countOf({ kind: "field", field: inProfile, scope: "profile", type: inProfile.type }));
	const field = profile.find(isExposed);
	if (!field) throw new Error("A condition needs a field.");
	const value: FieldValue = { kind: "field", field, scope: "profile", type: field.type };
	return or([isSet(value), isMissing(value)]);
}

/** A date of the profile: its anniversary is never in a stretch of no days. Only where nothing can be counted, as a collection can. */
export function neverCelebrated({ collection, profile }: Pick<Writer, "collection" | "profile">): FieldValue | undefined {
	if (collection || countable(profile)) return undefined;
	const exposed = profile.filter(isExposed);
	const field = exposed.find(({ type }) => type === "date") ?? exposed.find(({ type }) => type === "datetime");
	return field && { kind: "field", field, scope: "profile", type: field.type };
}

const countable = (fields: readonly Field[]): Field | undefined =>
	fields.find((field) => isExposed(field) && (field.type === "list" || field.type === "collection"));

export const canBeAlways = (profile: readonly Field[]): boolean => profile.some(isExposed);

const isExposed = (field: Field): boolean => field.exposure.includes("segments");

const countOf = (collection: FieldValue) => ({ kind: "aggregate", function: "count", collection, type: "number" }) as const;
