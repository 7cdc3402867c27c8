// One field of a catalogue's input, untrusted, to a Field. Reports every problem of it with its pointer.
import { maxDecimals } from "../values/decimal.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import { builtInFields, type CatalogueLimits, type FieldInput } from "./catalogue-input.ts";
import type { Exposure, Field, FieldType, ItemType } from "./field.ts";
import { clashes, defaultPath, nameProblem } from "./field-names.ts";
import { reportMisspelt } from "./misspelt-keys.ts";
import { formatPath, type Path, parsePath } from "./json-path.ts";
import type { SchemaReader } from "./json-schema.ts";
import { isObject } from "./schema-references.ts";
import { shown } from "./shown.ts";

/** What stays the same for the fields of a profile, or of a collection's elements. */
export interface Reading {
	report(pointer: string, message: string): void;
	/** Of a whole profile, or of one element inside a collection. */
	readonly schema: SchemaReader | undefined;
	/** By path, as `formatPath` writes it. */
	readonly inferred: ReadonlyMap<string, FieldInput>;
	/** How many collections stand around. */
	readonly nesting: number;
	/** Whether the author wrote these fields; those that come from a schema or from inference have no place of their own in the input. */
	readonly isWritten: boolean;
	readonly limits: CatalogueLimits;
	readonly count: { fields: number };
}

type Input = Readonly<Record<string, unknown>>;

/** The field that is being read: its own input, and where that stands. */
interface Place {
	readonly name: string;
	readonly input: Input;
	readonly pointer: string;
	readonly reading: Reading;
}

const fieldTypes: readonly FieldType[] = ["text", "number", "boolean", "date", "datetime", "list", "collection"];

/** The field, or undefined after a report. */
export function readField(given: unknown, pointer: string, reading: Reading): Field | undefined {
	if (!isObject(given) || typeof given.name !== "string") {
		reading.report(pointer, 'A field is an object with a "name".');
		return undefined;
	}
	const { name } = given;
	const place: Place = { name, input: present(given), pointer, reading };
	const problem = nameProblem(name, reading.limits.maxNameLength);
	if (problem !== undefined) {
		reading.report(`${pointer}/name`, problem);
		return undefined;
	}
	if (++reading.count.fields > reading.limits.maxFields) {
		// Once is enough.
		if (reading.count.fields === reading.limits.maxFields + 1) {
			reading.report(pointer, `A catalogue can have ${reading.limits.maxFields} fields. Remove some.`);
		}
		return undefined;
	}
	reportMisspelt(place.input, fieldKeys, pointer, reading.report);
	const location = readLocation(place);
	const exposure = readExposure(place);
	const known = location && knownType(location.path, place);
	const typed = known && readTyped(known, location.path, place);
	if (!location || !exposure || !known || !typed) return undefined;
	const description = textOf(place.input.description) ?? known.description;
	const pii = textOf(place.input.pii) ?? known.pii;
	return { name, ...location, exposure, ...(description !== undefined && { description }), ...(pii !== undefined && { pii }), ...typed };
}

/** All but those without which there is no field, or no collection: it is told already that they are not there. */
const fieldKeys = ["type", "items", "jsonPath", "json_path", "description", "exposure", "options", "decimals", "pii"];

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Exports of databases write null for what is not there. */
const present = (input: Input): Input =>
	Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));

function readLocation({ name, input, pointer, reading }: Place): Pick<Field, "jsonPath" | "path"> | undefined {
	const key = input.jsonPath === undefined ? "json_path" : "jsonPath";
	const text = input[key];
	if (text === undefined) {
		const path = defaultPath(name);
		return { jsonPath: formatPath(path), path };
	}
	const parsed =
		typeof text === "string" ? parsePath(text, reading.limits.maxPathLength) : { problem: "A JSON path is text such as $.account.plan." };
	if ("path" in parsed) return { jsonPath: String(text), path: parsed.path };
	reading.report(`${pointer}/${key}`, parsed.problem);
	return undefined;
}

function readExposure({ name, input, pointer, reading }: Place): readonly Exposure[] | undefined {
	const { exposure } = input;
	if (exposure === undefined) return ["segments", "merge_fields"];
	const isKnown = (value: unknown): value is Exposure => value === "segments" || value === "merge_fields";
	if (Array.isArray(exposure) && exposure.every(isKnown)) return exposure;
	reading.report(`${pointer}/exposure`, `The exposure of ${shown(name)} is a list of "segments" and "merge_fields".`);
	return undefined;
}

type Known = Omit<FieldInput, "name" | "type"> & { readonly type: FieldType };

/** The type from the field itself, else from the schema, the built-in fields or inference, in this order. */
function knownType(path: Path, { name, input, pointer, reading }: Place): Known | undefined {
	const fromSchema = reading.schema?.fieldAt(path);
	const builtIn = reading.nesting === 0 ? builtInFields.find((field) => field.name === name) : undefined;
	const pii = fromSchema?.pii ?? builtIn?.pii;
	const marks = pii === undefined ? {} : { pii };
	const { type } = input;
	if (type === undefined) {
		const known = [fromSchema, builtIn, reading.inferred.get(formatPath(path))].find((candidate) => candidate?.type !== undefined);
		if (known?.type) return { ...withoutPlace(known), type: known.type, ...marks };
		reading.report(pointer, `The field ${shown(name)} has no type. Add "type", a schema, or profiles to infer it from.`);
		return undefined;
	}
	if (!fieldTypes.includes(type as FieldType)) {
		reading.report(`${pointer}/type`, `${shown(type)} is not a type. Use ${fieldTypes.join(", ")}.`);
		return undefined;
	}
	const agrees = fromSchema?.type === type && (input.items === undefined || input.items === fromSchema.items);
	return { ...(agrees && fromSchema), ...marks, type: type as FieldType };
}

/** Where an inferred field lies is for its own name only. */
function withoutPlace(field: Omit<FieldInput, "name">): Omit<FieldInput, "name" | "type"> {
	const { jsonPath: _, json_path: __, exposure: ___, type: ____, ...rest } = field as FieldInput;
	return rest;
}

type Unplaced<F extends Field> = F extends Field ? Omit<F, "name" | "jsonPath" | "path" | "exposure" | "description" | "pii"> : never;

function readTyped(known: Known, path: Path, place: Place): Unplaced<Field> | undefined {
	const { type } = known;
	const all = { ...known, ...place.input };
	reportMisplaced(type, place);
	switch (type) {
		case "text": {
			const options = readOptions(all.options, "text", place) as readonly string[] | undefined;
			return { type, ...(options && { options }) };
		}
		case "number": {
			const options = readOptions(all.options, "number", place) as readonly number[] | undefined;
			const decimals = readDecimals(all.decimals, place);
			return { type, ...(options && { options }), ...(decimals !== undefined && { decimals }) };
		}
		case "boolean":
		case "date":
		case "datetime":
			return { type };
		case "list": {
			const items = all.items ?? "text";
			if (items !== "text" && items !== "number") {
				place.reading.report(`${place.pointer}/items`, `The list ${shown(place.name)} can hold "text" or "number", not ${shown(items)}.`);
				return undefined;
			}
			const options = readOptions(all.options, items, place);
			return { type, items, ...(options && { options }) };
		}
		case "collection":
			return readCollection(all.fields, path, place);
	}
}

const owners = {
	options: ["a text, a number or a list", ["text", "number", "list"]],
	decimals: ["a number", ["number"]],
	items: ["a list", ["list"]],
	fields: ["a collection", ["collection"]],
} as const satisfies Record<string, readonly [string, readonly FieldType[]]>;

/** What the field itself says although its type cannot have it. */
function reportMisplaced(type: FieldType, { name, input, pointer, reading }: Place): void {
	for (const [key, [owner, types]] of Object.entries(owners)) {
		if (input[key] === undefined || (types as readonly FieldType[]).includes(type)) continue;
		reading.report(`${pointer}/${key}`, `Only ${owner} can have "${key}", but ${shown(name)} is of type ${type}.`);
	}
}

function readCollection(fields: unknown, path: Path, { name, input, pointer, reading }: Place): Unplaced<Field> | undefined {
	if (reading.nesting >= reading.limits.maxNesting) {
		reading.report(pointer, `Collections can lie ${reading.limits.maxNesting} deep inside one another. Move ${shown(name)} out.`);
		return undefined;
	}
	if (!Array.isArray(fields) || fields.length === 0) {
		reading.report(`${pointer}/fields`, `The collection ${shown(name)} needs "fields": what each of its elements has.`);
		return undefined;
	}
	const isWritten = reading.isWritten && input.fields !== undefined;
	const inner: Reading = {
		...reading,
		isWritten,
		schema: reading.schema?.elementsAt(path),
		inferred: byPath(reading.inferred.get(formatPath(path))?.fields ?? []),
		nesting: reading.nesting + 1,
	};
	const at = (index: number): string => (isWritten ? `${pointer}/fields/${index}` : pointer);
	const read = fields.map((field, index) => readField(field, at(index), inner));
	const good = [...read.entries()].flatMap(([index, field]) => (field ? [{ index, field }] : []));
	for (const { index, problem } of clashes(good.map(({ field }) => field.name))) {
		reading.report(`${at(good[index]?.index ?? 0)}/name`, problem);
	}
	return { type: "collection", fields: good.map(({ field }) => field) };
}

/** Fields without a usable path are left out: they can be no one's type. */
export function byPath(fields: readonly FieldInput[]): ReadonlyMap<string, FieldInput> {
	return new Map(
		fields.flatMap((field) => {
			const text = field.jsonPath ?? field.json_path;
			const parsed = text === undefined ? { path: defaultPath(field.name) } : parsePath(text);
			return "path" in parsed ? [[formatPath(parsed.path), field] as const] : [];
		}),
	);
}

function readOptions(options: unknown, type: ItemType, { name, pointer, reading }: Place): readonly (string | number)[] | undefined {
	if (options === undefined) return undefined;
	const fits = (option: unknown): option is string | number =>
		type === "text" ? typeof option === "string" && isUsableText(option) : isUsableNumber(option);
	if (Array.isArray(options) && options.every(fits)) return options;
	const wrong = Array.isArray(options) ? options.find((option) => !fits(option)) : options;
	reading.report(
		`${pointer}/options`,
		`The options of ${shown(name)} must be a list of ${type === "text" ? "texts" : "numbers"}, without ${shown(wrong)}.`,
	);
	return undefined;
}

function readDecimals(decimals: unknown, { name, pointer, reading }: Place): number | undefined {
	if (decimals === undefined) return undefined;
	if (typeof decimals === "number" && Number.isInteger(decimals) && decimals >= 0 && decimals <= maxDecimals) return decimals;
	reading.report(
		`${pointer}/decimals`,
		`The decimals of ${shown(name)} must be a whole number from 0 to ${maxDecimals}, not ${shown(decimals)}.`,
	);
	return undefined;
}
