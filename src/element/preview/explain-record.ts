// Why a profile or a record is in a segment or not. Records are for profiles that are not kept as they came. A record has values under the fields' names, wherever they were
// in the profile, and none of the parts that rules read; it is read once more, as a profile that has everything at its name.
import { explainer } from "../../eval/explain.ts";
import type { Explanation } from "../../eval/explanation.ts";
import { recorder } from "../../eval/record.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Field } from "../../fields/field.ts";
import type { TranslatedSegment } from "../../translate.ts";
import { plainRecord } from "./export/plain-value.ts";

/** `record` holds at least the fields that the segment reads, typed. Linear in it. */
export function explainRecord({ checked, requires, fields }: TranslatedSegment, catalogue: Catalogue, record: unknown): Explanation {
	const named = catalogue.fields.map(atItsName);
	const byName = new Map(named.map((field) => [field.name, field]));
	const again: Catalogue = { ...catalogue, fields: named, field: (name) => byName.get(name) };
	const { toRecord } = recorder(again, { timeZone: checked.timeZone, requires, fields });
	return explainer(checked)(toRecord(plainRecord(record, catalogue.fields)));
}

/** Why a profile as it came is in a segment or not. Linear in it. */
export function explainProfile({ checked, requires, fields }: TranslatedSegment, catalogue: Catalogue, profile: unknown): Explanation {
	return explainer(checked)(recorder(catalogue, { timeZone: checked.timeZone, requires, fields }).toRecord(profile));
}

const atItsName = (field: Field): Field => {
	const path = field.name.split(".");
	return field.type === "collection" ? { ...field, path, fields: field.fields.map(atItsName) } : { ...field, path };
};
