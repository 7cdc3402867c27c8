// What a condition is asked of: a profile, or one element of a collection with its profile behind it.
import type { Catalogue } from "../../src/fields/catalogue.ts";
import type { Field } from "../../src/fields/field.ts";
import type { FieldName } from "../../src/syntax/ast.ts";
import { readField, type Typed } from "./typed-value.ts";

/** The world a condition is read in. */
export interface World {
	readonly catalogue: Catalogue;
	/** Epoch milliseconds. */
	readonly now: number;
	/** IANA name. */
	readonly zone: string;
	/** ISO 1 (Monday) to 7. */
	readonly weekStart: number;
	/** The text of a segment by name or id. */
	segmentText(nameOrId: string): string;
}

export interface Scope {
	readonly world: World;
	readonly profile: unknown;
	readonly element?: { readonly fields: readonly Field[]; readonly raw: object };
}

/** The field a name means here, and the raw object it is read from. */
export function resolve(name: FieldName, scope: Scope): { readonly field: Field; readonly raw: unknown } | undefined {
	const inElement = (wanted: string): Field | undefined => scope.element?.fields.find((field) => field.name === wanted);
	const inProfile = (wanted: string): Field | undefined => scope.world.catalogue.field(wanted);
	const full = name.ofProfile ? `profile.${name.name}` : name.name;
	if (!scope.element) {
		const field = inProfile(full);
		return field && { field, raw: scope.profile };
	}
	const own = inElement(full);
	if (own) return { field: own, raw: scope.element.raw };
	const outer = name.ofProfile ? inProfile(name.name) : undefined;
	return outer && { field: outer, raw: scope.profile };
}

export function readName(name: FieldName, scope: Scope): Typed | undefined {
	const found = resolve(name, scope);
	if (!found) throw new Error(`No field ${name.name} here.`);
	return readField(found.field, found.raw, scope.world.zone);
}

/** The elements of a collection as scopes; none when it is missing. */
export function elementsOf(name: FieldName, scope: Scope): readonly Scope[] {
	const found = resolve(name, scope);
	if (found?.field.type !== "collection") throw new Error(`${name.name} is no collection.`);
	const { fields } = found.field;
	const value = readField(found.field, found.raw, scope.world.zone);
	if (value?.type !== "collection") return [];
	return value.value.map((raw) => ({ ...scope, element: { fields, raw } }));
}
