// A catalogue in the form of a file (language.md §5): what its defaults say is left out.
import type { Catalogue } from "./catalogue.ts";
import { builtInFields, type CatalogueInput, type FieldInput } from "./catalogue-input.ts";
import type { Field } from "./field.ts";
import { defaultPath } from "./field-names.ts";
import { formatPath } from "./json-path.ts";

/** Reads back to an equal catalogue. Types that came from a schema or from profiles are written out, so neither is needed any more. */
export function toCatalogueFile({ businessId, timeZone, fields }: Catalogue): CatalogueInput {
	return {
		...(businessId !== undefined && { business_id: businessId }),
		...(timeZone !== undefined && { timezone: timeZone }),
		fields: fields.map(toFieldInput).filter((field) => !builtInFields.some((builtIn) => isSameField(field, builtIn))),
	};
}

function toFieldInput(field: Field): FieldInput {
	const { path, exposure, jsonPath, ...rest } = field;
	const isDefaultPath = formatPath(path) === formatPath(defaultPath(field.name));
	return {
		...rest,
		...(!isDefaultPath && { jsonPath }),
		...(!(exposure.includes("segments") && exposure.includes("merge_fields")) && { exposure }),
		...(field.type === "collection" && { fields: field.fields.map(toFieldInput) }),
	} as FieldInput;
}

const isSameField = (field: FieldInput, builtIn: FieldInput): boolean =>
	Object.keys(field).length === Object.keys(builtIn).length &&
	field.name === builtIn.name &&
	field.type === builtIn.type &&
	field.pii === builtIn.pii;
