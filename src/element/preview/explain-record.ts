// Why a record is in a segment or not: for profiles that are not kept as they came. A record has values under the fields' names, wherever they were
// in the profile, and none of the parts that rules read; it is read once more, as a profile that has everything at its name.
import type { CompiledSegment } from "../../compile.ts";
import { explainer } from "../../eval/explain.ts";
import type { Explanation } from "../../eval/explanation.ts";
import { recorder } from "../../eval/record.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Field } from "../../fields/field.ts";
import { plainRecord } from "./export/plain-value.ts";

/** `record` holds at least the fields that the segment reads, typed. Linear in it. */
export function explainRecord({ checked, requires, fields }: CompiledSegment, catalogue: Catalogue, record: unknown): Explanation {
	const named = catalogue.fields.map(atItsName);
	const byName = new Map(named.map((field) => [field.name, field]));
	const again: Catalogue = { ...catalogue, fields: named, field: (name) => byName.get(name) };
	const { toRecord } = recorder(again, { timeZone: checked.timeZone, requires, fields });
	return explainer(checked)(toRecord(plainRecord(record, catalogue.fields)));
}

const atItsName = (field: Field): Field => {
	const path = field.name.split(".");
	return field.type === "collection" ? { ...field, path, fields: field.fields.map(atItsName) } : { ...field, path };
};
