// What may be seen of a value: for exports, where the elements of collections go out whole.
import { withNestedValues } from "./with-nested-values.ts";
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
	const shown = (inner: unknown, innerField: PolicyField): unknown => shownValue(inner, innerField, policy, fullName);
	return value.map((element) => withNestedValues(element, fields, shown));
}
