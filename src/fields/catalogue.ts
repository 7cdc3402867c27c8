// The fields of one business, read from a file, a partner's `fields_to_expose` or a JSON Schema. Every problem is told at once; a catalogue
// exists only when there is none.
import { isTimeZone } from "../values/time-zone.ts";
import type { CatalogueInput, CatalogueLimits, CatalogueProblem, FieldInput } from "./catalogue-input.ts";
import type { Field } from "./field.ts";
import { isObject, readField, type Reading } from "./read-field.ts";
import { clashes } from "./field-names.ts";

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

const builtIns: readonly FieldInput[] = [
	{ name: "user_id", type: "text", pii: "EXTERNAL_ID" },
	{ name: "email", type: "text", pii: "EMAIL" },
	{ name: "phone", type: "text", pii: "PHONE" },
	{ name: "first_name", type: "text", pii: "FIRST_NAME" },
	{ name: "last_name", type: "text", pii: "LAST_NAME" },
];

const builtInTypes: ReadonlyMap<string, FieldInput> = new Map(builtIns.map((field) => [field.name, field]));

/**
 * Makes a catalogue from untrusted input. The five built-in fields are there without being listed; listing one moves it. A type comes from
 * the field itself, else from the schema at its path, else from inference; a field with none of them is a problem.
 */
export function catalogue(input: CatalogueInput | unknown, options: CatalogueOptions = {}): CatalogueResult {
	const problems: CatalogueProblem[] = [];
	const report = (pointer: string, message: string): void => {
		problems.push({ pointer, message });
	};
	if (!isObject(input)) {
		return { problems: [{ pointer: "", message: 'A catalogue is a JSON object with "fields". Write { "fields": [ … ] }.' }] };
	}
	const listed = listedFields(input, report);
	const timeZone = readTimeZone(input, report);
	const businessId = input.business_id ?? input.businessId;
	const reading: Reading = {
		report,
		schema: isObject(input.schema) ? input.schema : undefined,
		inferred: new Map((options.inferred ?? []).map((field) => [field.name, field])),
		builtIns: builtInTypes,
		limits: { maxFields: options.limits?.maxFields ?? 10_000, maxNesting: options.limits?.maxNesting ?? 4 },
		count: { fields: 0 },
	};
	const own = listed.items.flatMap((field, index) => readField(field, `${listed.pointer}/${index}`, reading, 0) ?? []);
	const missing = builtIns.filter((field) => !listed.items.some((item) => isObject(item) && item.name === field.name));
	const fields = [...missing.flatMap((field) => readField(field, "", reading, 0) ?? []), ...own];
	for (const { index, problem } of clashes(fields.map((field) => field.name))) {
		report(index < missing.length ? listed.pointer : `${listed.pointer}/${index - missing.length}/name`, problem);
	}
	if (problems.length > 0) return { problems };
	const byName = new Map(fields.map((field) => [field.name, field]));
	return {
		catalogue: {
			fields,
			...(typeof businessId === "string" && { businessId }),
			...(timeZone !== undefined && { timeZone }),
			field: (name) => byName.get(name),
		},
	};
}

type Input = Readonly<Record<string, unknown>>;
type Report = Reading["report"];

function listedFields(input: Input, report: Report): { readonly items: readonly unknown[]; readonly pointer: string } {
	const key = ["fields", "fields_to_expose", "fieldsToExpose"].find((candidate) => Object.hasOwn(input, candidate));
	if (key === undefined) return { items: [], pointer: "/fields" };
	const items = input[key];
	if (Array.isArray(items)) return { items, pointer: `/${key}` };
	report(`/${key}`, `"${key}" must be a list of fields.`);
	return { items: [], pointer: `/${key}` };
}

function readTimeZone(input: Input, report: Report): string | undefined {
	const zone = input.timezone ?? input.timeZone;
	if (zone === undefined) return undefined;
	if (typeof zone === "string" && isTimeZone(zone)) return zone;
	report("/timezone", `${JSON.stringify(zone)} is not a time zone. Write one such as "America/New_York".`);
	return undefined;
}
