// Field types out of a JSON Schema (draft-07): types, enums, formats and `x-pii-type` at the place that a field's path names.
// Schemas are untrusted: references can run in circles, and a few lines of them can unfold to millions of parts.
import type { FieldInput } from "./catalogue-input.ts";
import { clashes, nameOf, nameProblem } from "./field-names.ts";
import type { Path } from "./json-path.ts";
import { isObject, own, type Schema, schemaResolver } from "./schema-references.ts";
import { optionsOf, typeOf } from "./schema-type.ts";

/** What the schema says of a field: without a type where that is nothing a field can be. */
export type SchemaField = Pick<FieldInput, "type" | "items" | "options" | "fields" | "description" | "pii">;

export interface SchemaReader {
	/** The field at the path, or undefined when the schema says nothing there. A mark of personal data also holds for what lies inside. */
	fieldAt(path: Path): SchemaField | undefined;
	/** The reader of the elements of the list at the path. */
	elementsAt(path: Path): SchemaReader;
	/** Whether the schema unfolded to more than `maxParts`; then its answers may lack some. */
	readonly isTooLarge: boolean;
}

/** Objects and lists inside one another that a collection's fields are looked for in. */
const maxDepth = 32;

/** What stands around the part that is being read. */
interface Around {
	readonly pii: string | undefined;
	/** The properties of the objects around, so that a circle is seen. */
	readonly ancestors: readonly unknown[];
}

/** Reads a schema whose references point into itself. `maxParts` bounds what is looked at in all. */
export function schemaReader(schema: unknown, maxParts: number): SchemaReader {
	const { resolve } = schemaResolver(schema);
	let parts = 0;

	const readerOf = (root: Schema | undefined, pii: string | undefined): SchemaReader => {
		const at = (path: Path): { readonly found: Schema | undefined; readonly pii: string | undefined } => {
			let found = root;
			let mark = pii;
			for (const step of path) {
				mark = (found && piiOf(found)) ?? mark;
				found = found && stepInto(found, step);
			}
			return { found, pii: mark };
		};
		return {
			fieldAt(path) {
				const { found, pii } = at(path);
				return found && fieldOf(found, { pii, ancestors: [] });
			},
			elementsAt(path) {
				const { found, pii } = at([...path, 0]);
				return readerOf(found, pii);
			},
			get isTooLarge() {
				return parts > maxParts;
			},
		};
	};

	function stepInto(schema: Schema, step: string | number): Schema | undefined {
		const properties = own(schema, "properties");
		return resolve(typeof step === "number" ? own(schema, "items") : isObject(properties) ? own(properties, step) : undefined);
	}

	function fieldOf(schema: Schema, around: Around): SchemaField {
		const [options, description, pii] = [optionsOf(schema), own(schema, "description"), piiOf(schema) ?? around.pii];
		const marks = { ...(typeof description === "string" && { description }), ...(pii !== undefined && { pii }) };
		switch (typeOf(schema)) {
			case "string": {
				const format = own(schema, "format");
				if (format === "date") return { type: "date", ...marks };
				if (format === "date-time") return { type: "datetime", ...marks };
				return { type: "text", ...someOf(options.filter((option) => typeof option === "string")), ...marks };
			}
			case "integer":
			case "number":
				return { type: "number", ...someOf(options.filter((option) => typeof option === "number")), ...marks };
			case "boolean":
				return { type: "boolean", ...marks };
			case "array": {
				const items = resolve(own(schema, "items"));
				return { ...(items && fieldOfItems(items, { ...around, pii })), ...marks };
			}
			default:
				return marks;
		}
	}

	function fieldOfItems(items: Schema, around: Around): SchemaField {
		const type = typeOf(items);
		const pii = piiOf(items) ?? around.pii;
		if (type === "object") {
			const fields = usable(fieldsOf(items, [], inside(items, { ...around, pii })));
			return { type: "collection", fields, ...(pii !== undefined && { pii }) };
		}
		// A list in a list is no field.
		const item = type === "array" ? {} : fieldOf(items, around);
		const marks = { ...someOf(item.options ?? []), ...(item.pii !== undefined && { pii: item.pii }) };
		if (item.type === "number") return { type: "list", items: "number", ...marks };
		// Lists hold texts or numbers: a day in a list is the text that it is written as.
		if (item.type === "text" || item.type === "date" || item.type === "datetime") return { type: "list", items: "text", ...marks };
		return marks;
	}

	/** Every property with a type, nested objects as dotted names. A schema inside itself ends there: no field is infinitely deep. */
	function fieldsOf(schema: Schema, keys: readonly string[], around: Around): readonly FieldInput[] {
		const properties = own(schema, "properties");
		if (!isObject(properties) || around.ancestors.length > maxDepth) return [];
		return Object.keys(properties).flatMap((key): readonly FieldInput[] => {
			if (++parts > maxParts) return [];
			const value = resolve(properties[key]);
			if (!value || isInCircle(value, around)) return [];
			const inner = [...keys, key];
			const mark = piiOf(value) ?? around.pii;
			if (typeOf(value) === "object") return fieldsOf(value, inner, inside(value, { ...around, pii: mark }));
			const field = fieldOf(value, around);
			return field.type ? [{ ...nameOf(inner), ...field }] : [];
		});
	}

	/** Whether the value, or the elements of the list that it is, hold one of the objects around it again. */
	function isInCircle(value: Schema, { ancestors }: Around): boolean {
		const items = resolve(own(value, "items"));
		return [value, items].some((schema) => {
			const properties = schema && own(schema, "properties");
			return properties !== undefined && ancestors.includes(properties);
		});
	}

	return readerOf(resolve(schema), undefined);
}

const inside = (schema: Schema, { pii, ancestors }: Around): Around => ({ pii, ancestors: [...ancestors, own(schema, "properties")] });

function piiOf(schema: Schema): string | undefined {
	const pii = own(schema, "x-pii-type");
	return typeof pii === "string" ? pii : undefined;
}

const someOf = <T>(options: readonly T[]): { readonly options?: readonly T[] } => (options.length > 0 ? { options } : {});

/** A property that cannot be a field, because of its name or beside another one, is left out: whoever needs it lists the fields. */
function usable(fields: readonly FieldInput[]): readonly FieldInput[] {
	const named = fields.filter((field) => nameProblem(field.name) === undefined);
	const clashing = new Set(clashes(named.map((field) => field.name)).map(({ index }) => index));
	return named.filter((_, index) => !clashing.has(index));
}
