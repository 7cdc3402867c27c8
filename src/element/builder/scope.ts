// Which fields names mean where a row stands: those of the profile, or of an element of the collection around it.
import type { Row, RowDocument } from "../../document/row.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import type * as ast from "../../syntax/ast.ts";

export interface Scope {
	/** What a plain name can mean; none for a collection that the catalogue does not know. */
	readonly fields: readonly Field[];
	/** Within a collection: the fields of the profile, which are written `profile.…`. */
	readonly ofProfile?: readonly Field[];
	/** The same for all rows with the same scope: the collections around them. */
	readonly path: string;
}

const nowhere: readonly Field[] = [];

/** The scope of a row's own names; of a collection, that of its name. */
export function scopeOf(document: RowDocument, row: Row): Scope {
	const owner = document.places.get(row.id)?.owner;
	return owner ? scopeIn(document, owner) : scopeOfProfile(document);
}

/** The scope of the rows in a row. */
export function scopeIn(document: RowDocument, owner: Row): Scope {
	const around = scopeOf(document, owner);
	const name = collectionOf(owner);
	if (!name) return around;
	const fields = namedCollection(name, around)?.fields ?? nowhere;
	return { fields, ofProfile: document.catalogue?.fields ?? nowhere, path: `${around.path}/${name.name}` };
}

const scopeOfProfile = ({ catalogue }: RowDocument): Scope => ({ fields: catalogue?.fields ?? nowhere, path: "" });

function collectionOf(row: Row): ast.FieldName | undefined {
	if (row.kind === "group") return (row.collection ?? row.edge)?.collection;
	return row.kind === "condition" && row.subject.value.kind === "aggregate" ? row.subject.value.of : undefined;
}

/** The field of a name. */
export function fieldNamed({ name, ofProfile }: Pick<ast.FieldName, "name" | "ofProfile">, scope: Scope): Field | undefined {
	const fields = ofProfile ? (scope.ofProfile ?? scope.fields) : scope.fields;
	return fields.find((field) => field.name === name);
}

/** The collection of `orders`, or of one of its fields, `orders.total`. */
export function namedCollection(name: ast.FieldName, scope: Scope): CollectionField | undefined {
	const whole = fieldNamed(name, scope);
	if (whole?.type === "collection") return whole;
	const dot = name.name.lastIndexOf(".");
	const outer = dot < 0 ? undefined : fieldNamed({ ...name, name: name.name.slice(0, dot) }, scope);
	return outer?.type === "collection" ? outer : undefined;
}
