// References and combinations of a JSON Schema, resolved: what is left is the schema of a value that is there.
import { unionOf } from "./schema-type.ts";

export type Schema = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

/** An own property: a schema's keys are data, and "constructor" is a possible one. */
export const own = (object: object, key: string): unknown =>
	Object.hasOwn(object, key) ? (object as Readonly<Record<string, unknown>>)[key] : undefined;

/** References and combinations inside one another; deeper ones have no meaning for a field. */
const maxDepth = 64;

export interface SchemaResolver {
	/** The schema behind local `$ref`s, `null` dropped from unions, `allOf` merged; undefined where that is not one schema. The same one every time. */
	resolve(schema: unknown): Schema | undefined;
}

/** `root` is the schema that references point into. Each of its parts is resolved once, so the cost is linear in its size. */
export function schemaResolver(root: unknown): SchemaResolver {
	// A part that is being resolved stands here as undefined: a circle of references is no schema.
	const resolved = new Map<Schema, Schema | undefined>();

	function resolve(schema: unknown, depth: number): Schema | undefined {
		if (!isObject(schema) || depth > maxDepth) return undefined;
		if (resolved.has(schema)) return resolved.get(schema);
		resolved.set(schema, undefined);
		const found = resolveNew(schema, depth + 1);
		resolved.set(schema, found);
		return found;
	}

	function resolveNew(schema: Schema, depth: number): Schema | undefined {
		const reference = own(schema, "$ref");
		if (typeof reference === "string") {
			const target = reference.startsWith("#") ? resolve(partAt(root, reference), depth) : undefined;
			return target && marked(target, schema);
		}
		const alternatives = own(schema, "anyOf") ?? own(schema, "oneOf");
		const all = own(schema, "allOf");
		if (!Array.isArray(alternatives) && !Array.isArray(all)) return schema;
		const { anyOf: _, oneOf: __, allOf: ___, ...rest } = schema;
		const parts = Array.isArray(all) ? all.map((part) => resolve(part, depth)) : [];
		return merge([rest, ...(Array.isArray(alternatives) ? [alternative(alternatives, depth)] : []), ...parts]);
	}

	function alternative(alternatives: readonly unknown[], depth: number): Schema | undefined {
		const [only, ...others] = alternatives.filter((option) => !isNull(option)).map((option) => resolve(option, depth));
		if (others.length === 0) return only;
		// What one of several is not understood to be could be anything.
		return unionOf([only, ...others].map((option) => option ?? {}));
	}

	return { resolve: (schema) => resolve(schema, 0) };
}

function isNull(option: unknown): boolean {
	if (!isObject(option)) return false;
	const values = own(option, "enum");
	return (
		own(option, "type") === "null" || own(option, "const") === null || (Array.isArray(values) && values.every((value) => value === null))
	);
}

/** Draft-07 ignores what stands beside `$ref`, but people describe and mark there, and a mark of personal data must not get lost. */
function marked(target: Schema, beside: Schema): Schema {
	const marks = ["description", "x-pii-type"].filter((key) => typeof own(beside, key) === "string");
	return marks.length === 0 ? target : { ...target, ...Object.fromEntries(marks.map((key) => [key, beside[key]])) };
}

/** What an earlier part says stands; properties of all parts are put together. Undefined when a part is none. */
function merge(parts: readonly (Schema | undefined)[]): Schema | undefined {
	const merged = new Map<string, unknown>();
	const properties = new Map<string, unknown>();
	for (const part of parts) {
		if (!part) return undefined;
		for (const [key, value] of Object.entries(part)) if (!merged.has(key)) merged.set(key, value);
		const inner = own(part, "properties");
		if (isObject(inner)) for (const [key, value] of Object.entries(inner)) if (!properties.has(key)) properties.set(key, value);
	}
	if (properties.size > 0) merged.set("properties", Object.fromEntries(properties));
	return Object.fromEntries(merged);
}

/** The part that a JSON pointer in a URI fragment names (RFC 6901, §6). */
function partAt(root: unknown, reference: string): unknown {
	let part = root;
	for (const step of reference.slice(1).split("/").slice(1)) {
		if (typeof part !== "object" || part === null) return undefined;
		part = own(part, unescapedStep(step));
	}
	return part;
}

function unescapedStep(step: string): string {
	let text = step;
	try {
		text = decodeURIComponent(step);
	} catch {
		// A stray "%" stands for itself.
	}
	return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
