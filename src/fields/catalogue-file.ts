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
		fields: fields.slice(unlistedFields(fields)).map(toFieldInput),
	};
}

/** How many of the first fields are there without being listed. Later ones are written, because unlisted ones come first. */
function unlistedFields(fields: readonly Field[]): number {
	let count = 0;
	let from = 0;
	for (const field of fields) {
		const at = builtInFields.findIndex((builtIn, index) => index >= from && isSameField(toFieldInput(field), builtIn));
		if (at < 0) break;
		from = at + 1;
		count++;
	}
	return count;
}

function toFieldInput(field: Field): FieldInput {
	const { path: _, exposure, jsonPath, ...rest } = field;
	return {
		...rest,
		...(jsonPath !== formatPath(defaultPath(field.name)) && { jsonPath }),
		...(exposure.join() !== "segments,merge_fields" && { exposure }),
		...(field.type === "collection" && { fields: field.fields.map(toFieldInput) }),
	} as FieldInput;
}

const isSameField = (field: FieldInput, builtIn: FieldInput): boolean =>
	Object.keys(field).length === Object.keys(builtIn).length &&
	field.name === builtIn.name &&
	field.type === builtIn.type &&
	field.pii === builtIn.pii;
