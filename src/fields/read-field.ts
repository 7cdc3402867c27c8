// One field of a catalogue's input, untrusted, to a Field. Reports every problem of it with its pointer.
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import type { CatalogueLimits, FieldInput } from "./catalogue-input.ts";
import type { Exposure, Field, FieldType } from "./field.ts";
import { clashes, nameProblem } from "./field-names.ts";
import { formatPath, parsePath } from "./json-path.ts";
import { fieldOfSchema, type Schema, type SchemaField, schemaAt } from "./json-schema.ts";

export interface Reading {
	report(pointer: string, message: string): void;
	/** Of a whole profile, or of one element inside a collection. */
	readonly schema: Schema | undefined;
	readonly inferred: ReadonlyMap<string, FieldInput>;
	readonly builtIns: ReadonlyMap<string, FieldInput>;
	readonly limits: CatalogueLimits;
	readonly count: { fields: number };
}

type Input = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Input => typeof value === "object" && value !== null && !Array.isArray(value);

const fieldTypes: readonly FieldType[] = ["text", "number", "boolean", "date", "datetime", "list", "collection"];

/** The field, or undefined after a report. */
export function readField(input: unknown, pointer: string, reading: Reading, nesting: number): Field | undefined {
	if (!isObject(input) || typeof input.name !== "string") {
		reading.report(pointer, 'A field is an object with a "name".');
		return undefined;
	}
	const { name } = input;
	const problem = nameProblem(name);
	if (problem !== undefined) {
		reading.report(`${pointer}/name`, problem);
		return undefined;
	}
	if (++reading.count.fields > reading.limits.maxFields) {
		if (reading.count.fields === reading.limits.maxFields + 1) {
			reading.report(pointer, `A catalogue can have ${reading.limits.maxFields} fields. Remove some.`);
		}
		return undefined;
	}
	const location = readPathOf(input, name, pointer, reading);
	const exposure = readExposure(input, name, pointer, reading);
	if (!location || !exposure) return undefined;
	const known = knownType(input, name, location.path, pointer, reading);
	if (!known) return undefined;
	const description = typeof input.description === "string" ? input.description : known.description;
	const pii = typeof input.pii === "string" ? input.pii : known.pii;
	const base = { name, ...location, exposure, ...(description !== undefined && { description }), ...(pii !== undefined && { pii }) };
	return typed(base, { ...known, ...definedOf(input) }, known.type, pointer, reading, nesting);
}

const definedOf = (input: Input): Input => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

function readPathOf(input: Input, name: string, pointer: string, reading: Reading): Pick<Field, "jsonPath" | "path"> | undefined {
	const key = input.jsonPath === undefined ? "json_path" : "jsonPath";
	const text = input[key];
	if (text === undefined) {
		const path = name.split(".");
		return { jsonPath: formatPath(path), path };
	}
	const parsed = typeof text === "string" ? parsePath(text) : { problem: "A JSON path is text such as $.account.plan." };
	if ("path" in parsed) return { jsonPath: String(text), path: parsed.path };
	reading.report(`${pointer}/${key}`, parsed.problem);
	return undefined;
}

function readExposure(input: Input, name: string, pointer: string, reading: Reading): readonly Exposure[] | undefined {
	const { exposure } = input;
	if (exposure === undefined) return ["segments", "merge_fields"];
	const isKnown = (value: unknown): value is Exposure => value === "segments" || value === "merge_fields";
	if (Array.isArray(exposure) && exposure.every(isKnown)) return exposure;
	reading.report(`${pointer}/exposure`, `The exposure of "${name}" is a list of "segments" and "merge_fields".`);
	return undefined;
}

type Known = SchemaField & { readonly type: FieldType };

/** The type from the field itself, the built-in fields, the schema or inference, in this order. */
function knownType(input: Input, name: string, path: Field["path"], pointer: string, reading: Reading): Known | undefined {
	const at = reading.schema && schemaAt(reading.schema, path);
	const fromSchema = at && reading.schema ? fieldOfSchema(at, reading.schema) : undefined;
	const builtIn = reading.builtIns.get(name);
	const { type } = input;
	if (type === undefined) {
		const known = fromSchema?.type ? { ...builtIn, ...fromSchema } : (builtIn ?? reading.inferred.get(name));
		if (known?.type) return known as Known;
		reading.report(pointer, `The field "${name}" has no type. Add "type", a schema, or profiles to infer it from.`);
		return undefined;
	}
	if (fieldTypes.includes(type as FieldType)) {
		const agrees = fromSchema?.type === type ? fromSchema : undefined;
		return {
			...(builtIn?.pii !== undefined && { pii: builtIn.pii }),
			...agrees,
			...(fromSchema?.pii !== undefined && { pii: fromSchema.pii }),
			type: type as FieldType,
		};
	}
	reading.report(`${pointer}/type`, `${JSON.stringify(type)} is not a type. Use ${fieldTypes.join(", ")}.`);
	return undefined;
}

type Base = Pick<Field, "name" | "jsonPath" | "path" | "exposure" | "description" | "pii">;

function typed(base: Base, input: Input, type: FieldType, pointer: string, reading: Reading, nesting: number): Field | undefined {
	switch (type) {
		case "text": {
			const options = readOptions(input, "text", base.name, pointer, reading) as readonly string[] | undefined;
			return { ...base, type, ...(options && { options }) };
		}
		case "number": {
			const options = readOptions(input, "number", base.name, pointer, reading) as readonly number[] | undefined;
			const decimals = readDecimals(input, base.name, pointer, reading);
			return { ...base, type, ...(options && { options }), ...(decimals !== undefined && { decimals }) };
		}
		case "boolean":
		case "date":
		case "datetime":
			return { ...base, type };
		case "list": {
			const items = input.items ?? "text";
			if (items !== "text" && items !== "number") {
				reading.report(`${pointer}/items`, `The list "${base.name}" can hold "text" or "number", not ${JSON.stringify(items)}.`);
				return undefined;
			}
			const options = readOptions(input, items, base.name, pointer, reading);
			return { ...base, type, items, ...(options && { options }) };
		}
		case "collection":
			return readCollection(base, input, pointer, reading, nesting);
	}
}

function readCollection(base: Base, input: Input, pointer: string, reading: Reading, nesting: number): Field | undefined {
	const { fields } = input;
	if (nesting >= reading.limits.maxNesting) {
		reading.report(pointer, `Collections can lie ${reading.limits.maxNesting} deep inside one another. Move "${base.name}" out.`);
		return undefined;
	}
	if (!Array.isArray(fields) || fields.length === 0) {
		reading.report(`${pointer}/fields`, `The collection "${base.name}" needs "fields": what each of its elements has.`);
		return undefined;
	}
	const schema = reading.schema && schemaAt(reading.schema, [...base.path, 0]);
	const inner: Reading = {
		...reading,
		schema: schema && reading.schema && withDefinitions(schema, reading.schema),
		inferred: new Map(),
		builtIns: new Map(),
	};
	const read = fields.map((field, index) => readField(field, `${pointer}/fields/${index}`, inner, nesting + 1));
	const good = read.filter((field) => field !== undefined);
	for (const { index, problem } of clashes(good.map((field) => field.name))) {
		reading.report(`${pointer}/fields/${read.indexOf(good[index])}/name`, problem);
	}
	return { ...base, type: "collection", fields: good };
}

/** Local references of an element's schema still point into the whole. */
const withDefinitions = (schema: Schema, root: Schema): Schema => ({ ...root, type: undefined, properties: undefined, ...schema });

function readOptions(
	input: Input,
	type: "text" | "number",
	name: string,
	pointer: string,
	reading: Reading,
): readonly (string | number)[] | undefined {
	const { options } = input;
	if (options === undefined) return undefined;
	const fits = (option: unknown): option is string | number =>
		type === "text" ? typeof option === "string" && isUsableText(option) : isUsableNumber(option);
	if (Array.isArray(options) && options.every(fits)) return options;
	reading.report(`${pointer}/options`, `The options of "${name}" must be a list of ${type === "text" ? "texts" : "numbers"}.`);
	return undefined;
}

const maxDecimals = 10;

function readDecimals(input: Input, name: string, pointer: string, reading: Reading): number | undefined {
	const { decimals } = input;
	if (decimals === undefined) return undefined;
	if (typeof decimals === "number" && Number.isInteger(decimals) && decimals >= 0 && decimals <= maxDecimals) return decimals;
	reading.report(`${pointer}/decimals`, `The decimals of "${name}" must be a whole number from 0 to ${maxDecimals}.`);
	return undefined;
}
