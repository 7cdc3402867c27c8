// Field types out of a JSON Schema (draft-07): types, enums, formats and `x-pii-type` at the place that a field's path names.
import type { FieldInput } from "./catalogue-input.ts";
import type { Path } from "./json-path.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** What the schema says of a field; undefined when it says nothing that has a field type. */
export type SchemaField = Pick<FieldInput, "type" | "items" | "options" | "fields" | "description"> & { readonly pii?: string };

const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

const own = (schema: Schema, key: string): unknown => (Object.hasOwn(schema, key) ? schema[key] : undefined);

/** References to references are followed this far; a circle ends there. */
const maxReferences = 32;

/** Follows local `$ref`s and drops `null` from unions, so that what is left is the type of a value that is there. */
function resolve(schema: unknown, root: Schema, references = 0): Schema | undefined {
	if (!isObject(schema)) return undefined;
	const reference = own(schema, "$ref");
	if (typeof reference === "string") {
		if (!reference.startsWith("#") || references >= maxReferences) return undefined;
		return resolve(followPointer(root, reference.slice(1)), root, references + 1);
	}
	const alternatives = own(schema, "anyOf") ?? own(schema, "oneOf");
	if (Array.isArray(alternatives)) {
		const present = alternatives.filter((option) => !(isObject(option) && own(option, "type") === "null"));
		return present.length === 1 ? merged(schema, resolve(present[0], root, references + 1)) : undefined;
	}
	const all = own(schema, "allOf");
	if (Array.isArray(all)) {
		return all.reduce<Schema | undefined>((result, part) => result && merged(result, resolve(part, root, references + 1)), schema);
	}
	return schema;
}

function merged(outer: Schema, inner: Schema | undefined): Schema | undefined {
	if (!inner) return undefined;
	const { anyOf: _, oneOf: __, allOf: ___, ...rest } = outer;
	const properties = [own(inner, "properties"), own(rest, "properties")].filter(isObject);
	return { ...inner, ...rest, ...(properties.length > 0 && { properties: Object.assign({}, ...properties) }) };
}

function followPointer(root: Schema, pointer: string): unknown {
	let value: unknown = root;
	for (const step of pointer.split("/").slice(1)) {
		if (typeof value !== "object" || value === null) return undefined;
		const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
		value = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
	}
	return value;
}

/** The schema of the value at `path`. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
	let schema = resolve(root, root);
	for (const step of path) {
		if (!schema) return undefined;
		const properties = own(schema, "properties");
		const next = typeof step === "number" ? own(schema, "items") : isObject(properties) ? own(properties, step) : undefined;
		schema = resolve(next, root);
	}
	return schema;
}

/** The field type of one value's schema. */
export function fieldOfSchema(schema: Schema, root: Schema): SchemaField | undefined {
	const description = own(schema, "description");
	const pii = own(schema, "x-pii-type");
	const common = { ...(typeof description === "string" && { description }), ...(typeof pii === "string" && { pii }) };
	const type = typeOf(schema);
	const options = optionsOf(schema);
	switch (type) {
		case "string": {
			const format = own(schema, "format");
			if (format === "date") return { type: "date", ...common };
			if (format === "date-time") return { type: "datetime", ...common };
			return { type: "text", ...(options && { options }), ...common };
		}
		case "integer":
		case "number":
			return { type: "number", ...(options && { options }), ...common };
		case "boolean":
			return { type: "boolean", ...common };
		case "array": {
			const items = resolve(own(schema, "items"), root);
			const item = items && typeOf(items);
			if (item === "object" && items) return { type: "collection", fields: fieldsOfObject(items, root), ...common };
			if (item !== "string" && item !== "number" && item !== "integer") return undefined;
			const listed = items && optionsOf(items);
			return { type: "list", items: item === "string" ? "text" : "number", ...(listed && { options: listed }), ...common };
		}
		default:
			return undefined;
	}
}

/** Every typed property, nested objects as dotted names. Names that cannot be are left to the catalogue's own check. */
export function fieldsOfObject(schema: Schema, root: Schema, prefix: readonly string[] = []): readonly FieldInput[] {
	const properties = own(schema, "properties");
	if (!isObject(properties) || prefix.length >= maxReferences) return [];
	return Object.keys(properties).flatMap((name): readonly FieldInput[] => {
		const value = resolve(properties[name], root);
		if (!value) return [];
		const path = [...prefix, name];
		if (typeOf(value) === "object") return fieldsOfObject(value, root, path);
		const field = fieldOfSchema(value, root);
		return field ? [{ name: path.join("."), ...field }] : [];
	});
}

function typeOf(schema: Schema): string | undefined {
	const type = own(schema, "type");
	const types = Array.isArray(type) ? type.filter((item) => item !== "null") : [type];
	if (types.length === 1 && typeof types[0] === "string") return types[0];
	if (type !== undefined) return undefined;
	if (isObject(own(schema, "properties"))) return "object";
	const options = optionsOf(schema);
	if (!options) return undefined;
	return options.every((option) => typeof option === "string")
		? "string"
		: options.every((option) => typeof option === "number")
			? "number"
			: undefined;
}

function optionsOf(schema: Schema): readonly (string | number)[] | undefined {
	const constant = own(schema, "const");
	const options = constant === undefined ? own(schema, "enum") : [constant];
	if (!Array.isArray(options)) return undefined;
	return options.filter((option) => typeof option === "string" || typeof option === "number");
}
