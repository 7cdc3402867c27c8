// Rules can be true for everybody; texts have no word for that, so the shortest condition that is always true stands in.
import type { CheckedCondition, FieldValue } from "../../check/checked.ts";
import type { Field } from "../../fields/field.ts";
import { isMissing, isSet, or } from "./build.ts";
import type { Writer } from "./write-condition.ts";

/** `count(tags) is set`: a count is never missing. Where nothing can be counted, a field that is set or missing. */
export function alwaysTrue({ collection, profile }: Pick<Writer, "collection" | "profile">): CheckedCondition {
	const own = collection?.fields.filter(isExposed) ?? [];
	const scope = collection ? "element" : "profile";
	const countable = (fields: readonly Field[]): Field | undefined => fields.find(({ type }) => type === "list" || type === "collection");
	const ofProfile = profile.filter(isExposed);
	const [counted, counts] = [countable(collection ? own : ofProfile), countable(ofProfile)];
	if (counted) return isSet(countOf({ kind: "field", field: counted, scope, type: counted.type }));
	if (counts) return isSet(countOf({ kind: "field", field: counts, scope: "profile", type: counts.type }));
	const field = collection ? (own[0] ?? ofProfile[0]) : ofProfile[0];
	if (!field) throw new Error("A condition needs a field.");
	const value: FieldValue = { kind: "field", field, scope: own[0] === field ? "element" : "profile", type: field.type };
	return or([isSet(value), isMissing(value)]);
}

/** A date of the profile or the element: its anniversary is never in a stretch of no days. Only where nothing can be counted. */
export function neverCelebrated({ collection, profile }: Pick<Writer, "collection" | "profile">): FieldValue | undefined {
	const own = (collection?.fields ?? profile).filter(isExposed);
	const field = own.find(({ type }) => type === "date") ?? own.find(({ type }) => type === "datetime");
	const canCount = [...own, ...profile.filter(isExposed)].some(({ type }) => type === "list" || type === "collection");
	return field && !canCount ? { kind: "field", field, scope: collection ? "element" : "profile", type: field.type } : undefined;
}

export const canBeAlways = (profile: readonly Field[]): boolean => profile.some(isExposed);

const isExposed = (field: Field): boolean => field.exposure.includes("segments");

const countOf = (collection: FieldValue) => ({ kind: "aggregate", function: "count", collection, type: "number" }) as const;
