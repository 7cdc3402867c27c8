// Field types out of a JSON Schema (draft-07): types, enums, formats and `x-pii-type` at the place that a field's path names.
// Schemas are untrusted: references can run in circles, and a few lines of them can unfold to millions of parts.
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import type { FieldInput } from "./catalogue-input.ts";
import { nameOf } from "./field-names.ts";
import type { Path } from "./json-path.ts";
import { isObject, own, type Schema, schemaResolver } from "./schema-references.ts";

/** What the schema says of a field. */
export type SchemaField = Pick<FieldInput, "items" | "options" | "fields" | "description" | "pii"> & {
	readonly type: NonNullable<FieldInput["type"]>;
};

export interface SchemaReader {
	/** The field at the path, or undefined when the schema says nothing there that has a field type. */
	fieldAt(path: Path): SchemaField | undefined;
	/** The reader of the elements of the list at the path. */
	elementsAt(path: Path): SchemaReader;
	/** Whether the schema unfolded to more than `maxParts`; then its answers may lack some. */
	readonly isTooLarge: boolean;
}

/** Reads a schema whose references point into itself. `maxParts` bounds what is looked at in all. */
export function schemaReader(schema: unknown, maxParts: number): SchemaReader {
	const { resolve } = schemaResolver(schema);
	let parts = 0;

	const readerOf = (root: Schema | undefined): SchemaReader => {
		const at = (path: Path): Schema | undefined => {
			let found = root;
			for (const step of path) found = found && stepInto(found, step);
			return found;
		};
		return {
			fieldAt(path) {
				const found = at(path);
				return found && fieldOf(found, []);
			},
			elementsAt: (path) => readerOf(at([...path, 0])),
			get isTooLarge() {
				return parts > maxParts;
			},
		};
	};

	function stepInto(schema: Schema, step: string | number): Schema | undefined {
		const properties = own(schema, "properties");
		return resolve(typeof step === "number" ? own(schema, "items") : isObject(properties) ? own(properties, step) : undefined);
	}

	/** `ancestors` are the collections around it. */
	function fieldOf(schema: Schema, ancestors: readonly Schema[]): SchemaField | undefined {
		const [type, description, pii, options] = [typeOf(schema), own(schema, "description"), own(schema, "x-pii-type"), optionsOf(schema)];
		const common = { ...(typeof description === "string" && { description }), ...(typeof pii === "string" && { pii }) };
		switch (type) {
			case "string": {
				const format = own(schema, "format");
				if (format === "date") return { type: "date", ...common };
				if (format === "date-time") return { type: "datetime", ...common };
				return { type: "text", ...someOf(options.filter((option) => typeof option === "string")), ...common };
			}
			case "integer":
			case "number":
				return { type: "number", ...someOf(options.filter((option) => typeof option === "number")), ...common };
			case "boolean":
				return { type: "boolean", ...common };
			case "array": {
				const items = resolve(own(schema, "items"));
				const item = items && fieldOfItems(items, ancestors);
				return item && { ...item, ...common };
			}
			default:
				return undefined;
		}
	}

	function fieldOfItems(items: Schema, ancestors: readonly Schema[]): SchemaField | undefined {
		if (typeOf(items) === "object") return { type: "collection", fields: fieldsOf(items, [], [...ancestors, items]) };
		const item = fieldOf(items, ancestors);
		if (item?.type === "number") return { type: "list", items: "number", ...(item.options && { options: item.options }) };
		// Lists hold texts or numbers: a day in a list is the text that it is written as.
		if (item?.type === "text" || item?.type === "date" || item?.type === "datetime") {
			return { type: "list", items: "text", ...(item.options && { options: item.options }) };
		}
		return undefined;
	}

	/** Every property with a type, nested objects as dotted names. A schema inside itself ends there: no field is infinitely deep. */
	function fieldsOf(schema: Schema, keys: readonly string[], ancestors: readonly Schema[]): readonly FieldInput[] {
		const properties = own(schema, "properties");
		if (!isObject(properties)) return [];
		return Object.keys(properties).flatMap((key): readonly FieldInput[] => {
			if (++parts > maxParts) return [];
			const value = resolve(properties[key]);
			if (!value || ancestors.includes(value) || ancestors.includes(resolve(own(value, "items")) as Schema)) return [];
			const inner = [...keys, key];
			if (typeOf(value) === "object") return fieldsOf(value, inner, [...ancestors, value]);
			const field = fieldOf(value, ancestors);
			return field ? [{ ...nameOf(inner), ...field }] : [];
		});
	}

	return readerOf(resolve(schema));
}

const someOf = <T>(options: readonly T[]): { readonly options?: readonly T[] } => (options.length > 0 ? { options } : {});

/** The one JSON type of a value that is there, said or to be seen from the enum. */
function typeOf(schema: Schema): string | undefined {
	const type = own(schema, "type");
	const types = Array.isArray(type) ? type.filter((item) => item !== "null") : [type];
	if (types.length === 1 && typeof types[0] === "string") return types[0];
	if (type !== undefined) return undefined;
	if (isObject(own(schema, "properties"))) return "object";
	const kinds = new Set(optionsOf(schema).map((option) => typeof option));
	return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** The values of `enum` or `const` that a field can have. */
function optionsOf(schema: Schema): readonly (string | number)[] {
	const constant = own(schema, "const");
	const options = constant === undefined ? own(schema, "enum") : [constant];
	if (!Array.isArray(options)) return [];
	return options.filter((option) => (typeof option === "string" ? isUsableText(option) : isUsableNumber(option)));
}
