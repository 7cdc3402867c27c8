// What may be seen of a value: for exports, where the elements of collections go out whole.
import { isShown, type PolicyField, type PrivacyPolicy } from "./policy.ts";

/**
 * A copy of a record's value without what the policy hides; undefined where all of it is hidden. `collection` is the name of the one that the field
 * is in. Linear in the value.
 */
export function shownValue(value: unknown, field: PolicyField, policy: PrivacyPolicy, collection?: string): unknown {
	if (!isShown(field, policy, collection)) return undefined;
	const { name, fields } = field;
	if (!fields || !Array.isArray(value)) return value;
	const fullName = collection === undefined ? name : `${collection}.${name}`;
	return value.map((element) => shownElement(element, fields, policy, fullName));
}

function shownElement(element: unknown, fields: readonly PolicyField[], policy: PrivacyPolicy, collection: string): unknown {
	const copy: unknown = structuredClone(element);
	for (const field of fields) {
		const steps = field.name.split(".");
		const last = steps.pop() ?? "";
		const owner = steps.reduce(within, copy);
		if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, last)) continue;
		const values = owner as Record<string, unknown>;
		const shown = shownValue(values[last], field, policy, collection);
		if (shown === undefined) delete values[last];
		else values[last] = shown;
	}
	return copy;
}

/** A dotted name nests. */
const within = (at: unknown, step: string): unknown =>
	typeof at === "object" && at !== null && Object.hasOwn(at, step) ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
