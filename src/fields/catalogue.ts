// The fields of one business, read from a file, a partner's `fields_to_expose` or a JSON Schema. Every problem is told at once; a catalogue
// exists only when there is none.
import { isTimeZone } from "../values/time-zone.ts";
import { builtInFields, type CatalogueInput, type CatalogueLimits, type CatalogueProblem, type FieldInput } from "./catalogue-input.ts";
import type { Field } from "./field.ts";
import { clashes } from "./field-names.ts";
import { schemaReader } from "./json-schema.ts";
import { reportMisspelt } from "./misspelt-keys.ts";
import { byPath, type Reading, readField } from "./read-field.ts";
import { isObject } from "./schema-references.ts";
import { shown } from "./shown.ts";

export type { CatalogueInput, CatalogueProblem, FieldInput } from "./catalogue-input.ts";

export interface Catalogue {
	/** In the order of the input; the built-in fields that it does not list come first. */
	readonly fields: readonly Field[];
	readonly businessId?: string;
	/** IANA name: where days begin. */
	readonly timeZone?: string;
	field(name: string): Field | undefined;
}

export type CatalogueResult = { readonly catalogue: Catalogue } | { readonly problems: readonly CatalogueProblem[] };

export interface CatalogueOptions {
	/** Types for fields that neither name one nor stand in the schema: from inference over profiles. */
	readonly inferred?: readonly FieldInput[];
	readonly limits?: Partial<CatalogueLimits>;
}

const defaultLimits: CatalogueLimits = {
	maxFields: 10_000,
	maxNesting: 4,
	maxNameLength: 200,
	maxPathLength: 1_000,
	maxSchemaParts: 100_000,
};

/**
 * Makes a catalogue from untrusted input. The five built-in fields are there without being listed; listing one moves it. A type comes from
 * the field itself, else from the schema at its path, else from inference; a field with none of them is a problem. Keys of the host's own are
 * ignored, unless they are nearly one of ours. Linear in the input.
 *
 *     const made = catalogue({ fields: [{ name: "country", type: "text" }] });
 *     "catalogue" in made && made.catalogue.field("country")?.jsonPath; // -> "$.country"
 */
export function catalogue(input: CatalogueInput | unknown, options: CatalogueOptions = {}): CatalogueResult {
	const problems: CatalogueProblem[] = [];
	const report = (pointer: string, message: string): void => {
		problems.push({ pointer, message });
	};
	if (!isObject(input)) {
		return { problems: [{ pointer: "", message: 'A catalogue is a JSON object with "fields". Write { "fields": [ … ] }.' }] };
	}
	reportMisspelt(input, catalogueKeys, "", report);
	const limits = { ...defaultLimits, ...options.limits };
	const listed = listedFields(input, report);
	const timeZone = readTimeZone(input, report);
	const businessId = readBusinessId(input, report);
	const schema = readSchema(input, limits, report);
	const reading: Reading = {
		report,
		schema,
		inferred: byPath(options.inferred ?? []),
		nesting: 0,
		isWritten: true,
		limits,
		count: { fields: 0 },
	};
	const unlisted = builtInFields.filter((field) => !listed.items.some((item) => isObject(item) && item.name === field.name));
	const own = listed.items.map((field, index) => ({
		at: `${listed.pointer}/${index}`,
		field: readField(field, `${listed.pointer}/${index}`, reading),
	}));
	const builtIn = unlisted.map((field) => ({
		at: "",
		field: readField(field, "", { ...reading, limits: defaultLimits, count: { fields: 0 } }),
	}));
	const read = [...builtIn, ...own].flatMap(({ at, field }) => (field ? [{ at, field }] : []));
	for (const { index, problem } of clashes(read.map(({ field }) => field.name))) report(`${read[index]?.at}/name`, problem);
	if (schema?.isTooLarge)
		report("/schema", `The schema unfolds to more than ${limits.maxSchemaParts} parts. Give the fields of its lists yourself.`);
	if (problems.length > 0) return { problems };
	const fields = read.map(({ field }) => field);
	const byName = new Map(fields.map((field) => [field.name, field]));
	return {
		catalogue: {
			fields,
			...(businessId !== undefined && { businessId }),
			...(timeZone !== undefined && { timeZone }),
			field: (name) => byName.get(name),
		},
	};
}

const listKeys = ["fields", "fields_to_expose", "fieldsToExpose"];
const catalogueKeys = [...listKeys, "business_id", "businessId", "timezone", "timeZone", "schema"];

type Input = Readonly<Record<string, unknown>>;
type Report = Reading["report"];

function listedFields(input: Input, report: Report): { readonly items: readonly unknown[]; readonly pointer: string } {
	const [key, ...others] = listKeys.filter((candidate) => Object.hasOwn(input, candidate));
	for (const other of others) report(`/${other}`, `"${key}" and "${other}" are the same list. Put all fields into one of them.`);
	if (key === undefined) return { items: [], pointer: "/fields" };
	const items = input[key];
	if (Array.isArray(items)) return { items, pointer: `/${key}` };
	report(`/${key}`, `"${key}" must be a list of fields, not ${shown(items)}.`);
	return { items: [], pointer: `/${key}` };
}

function readTimeZone(input: Input, report: Report): string | undefined {
	const key = input.timezone === undefined ? "timeZone" : "timezone";
	const zone = input[key] ?? undefined;
	if (zone === undefined || (typeof zone === "string" && isTimeZone(zone))) return zone;
	report(`/${key}`, `${shown(zone)} is not a time zone. Write one such as "America/New_York".`);
	return undefined;
}

function readBusinessId(input: Input, report: Report): string | undefined {
	const key = input.business_id === undefined ? "businessId" : "business_id";
	const id = input[key] ?? undefined;
	if (id === undefined || typeof id === "string") return id;
	report(`/${key}`, `"${key}" must be text, not ${shown(id)}.`);
	return undefined;
}

function readSchema(input: Input, limits: CatalogueLimits, report: Report): Reading["schema"] {
	const schema = input.schema ?? undefined;
	if (schema === undefined) return undefined;
	if (isObject(schema)) return schemaReader(schema, limits.maxSchemaParts);
	report("/schema", `"schema" must be a JSON Schema, not ${shown(schema)}.`);
	return undefined;
}
