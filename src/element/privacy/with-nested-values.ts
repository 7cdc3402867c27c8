// Values of a record changed field by field, at any depth, without touching the record.
import { readPath } from "../../fields/json-path.ts";
import { type MutableRecord, nestedPath } from "../../fields/nested-value.ts";

/**
 * A copy of a record, or of an element, in which the values under the names of fields are what `change` makes of them; those that it makes undefined
 * are left out. Whatever is no object is itself.
 */
export function withNestedValues<Named extends { readonly name: string }>(
	record: unknown,
	fields: readonly Named[],
	change: (value: unknown, field: Named) => unknown,
): unknown {
	const copy: unknown = structuredClone(record);
	for (const field of fields) {
		const path = nestedPath(field.name);
		const last = path.at(-1) ?? "";
		const owner = readPath(copy, path.slice(0, -1));
		if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, last)) continue;
		const values = owner as MutableRecord;
		const changed = change(values[last], field);
		if (changed === undefined) delete values[last];
		else values[last] = changed;
	}
	return copy;
}
