// What makes a column's content: where its values are read from, and what counts as one. A column saved under another identity is refused;
// descriptions, options and exposure can change freely.
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Field } from "../../fields/field.ts";
import type { SavedProblem } from "./problems.ts";

export interface FieldIdentity {
	readonly name: string;
	readonly type: string;
	readonly path: readonly (string | number)[];
	readonly items?: string;
	readonly decimals?: number;
	readonly fields?: readonly FieldIdentity[];
}

export function identityOf(field: Field): FieldIdentity {
	const { name, type, path } = field;
	switch (field.type) {
		case "list":
			return { name, type, path, items: field.items };
		case "number":
			return { name, type, path, ...(field.decimals !== undefined && { decimals: field.decimals }) };
		case "collection":
			return { name, type, path, fields: field.fields.map(identityOf) };
		default:
			return { name, type, path };
	}
}

export const isSameField = (a: FieldIdentity, b: FieldIdentity): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Why a saved field's columns cannot be used with the catalogue; undefined when they can. */
export function identityProblem(saved: FieldIdentity, catalogue: Catalogue): SavedProblem | undefined {
	const { name: field } = saved;
	const present = catalogue.field(field);
	const problem = (message: string): SavedProblem => ({ code: "other-catalogue", field, message: `${message} Build the table again.` });
	if (!present) return problem(`"${field}" was saved, but is not in the catalogue any more.`);
	const identity = identityOf(present);
	if (identity.type !== saved.type) {
		return problem(`"${field}" was saved as type "${saved.type}", but is of type "${identity.type}" in the catalogue.`);
	}
	if (isSameField(saved, identity)) return undefined;
	return problem(`"${field}" was saved with another path, other decimals or other fields than it has in the catalogue.`);
}

export function isFieldIdentity(value: unknown): value is FieldIdentity {
	if (typeof value !== "object" || value === null) return false;
	const { name, type, path, fields } = value as Partial<Record<keyof FieldIdentity, unknown>>;
	if (typeof name !== "string" || typeof type !== "string" || !Array.isArray(path)) return false;
	return fields === undefined || (Array.isArray(fields) && fields.every(isFieldIdentity));
}
