// What one resolved JSON Schema says its values are.
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import { isObject, own, type Schema } from "./schema-references.ts";

/** The one JSON type of a value that is there, said or to be seen from the values of `enum`. */
export function typeOf(schema: Schema): string | undefined {
	const type = own(schema, "type");
	const types = Array.isArray(type) ? type.filter((item) => item !== "null") : [type];
	if (types.length === 1 && typeof types[0] === "string") return types[0];
	if (type !== undefined) return undefined;
	if (isObject(own(schema, "properties"))) return "object";
	const kinds = new Set(optionsOf(schema).map((option) => typeof option));
	return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** The values of `enum` or `const` that a field can have. */
export function optionsOf(schema: Schema): readonly (string | number)[] {
	const constant = own(schema, "const");
	const options = constant === undefined ? own(schema, "enum") : [constant];
	if (!Array.isArray(options)) return [];
	return options.filter((option) => (typeof option === "string" ? isUsableText(option) : isUsableNumber(option)));
}

/** One schema for values that fit any of several: of the type that they share, with all their options where each has some. */
export function unionOf(schemas: readonly Schema[]): Schema {
	const types = new Set(schemas.map((schema) => (typeOf(schema) === "integer" ? "number" : typeOf(schema))));
	const [type] = types;
	const pii = schemas.map((schema) => own(schema, "x-pii-type")).find((mark) => mark !== undefined);
	const marks = pii === undefined ? {} : { "x-pii-type": pii };
	if (types.size !== 1 || type === undefined || type === "object" || type === "array") return marks;
	const formats = new Set(schemas.map((schema) => own(schema, "format")));
	const options = schemas.map(optionsOf);
	return {
		type,
		...(formats.size === 1 && { format: [...formats][0] }),
		...(options.every((some) => some.length > 0) && { enum: [...new Set(options.flat())] }),
		...marks,
	};
}
