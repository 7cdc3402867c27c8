// The catalogue as people write it: the file form of language.md §5, both spellings, and what the seed system's API sends.
import type { FieldType } from "./field.ts";

export interface FieldInput {
	readonly name: string;
	/** Left out: from the schema, else from inference. */
	readonly type?: FieldType;
	/** What a list holds; text when left out. */
	readonly items?: "text" | "number";
	/** RFC 9535; `$.<name>` when left out. Inside a collection it starts at the element. */
	readonly jsonPath?: string;
	readonly json_path?: string;
	readonly description?: string;
	/** `segments`, `merge_fields`; both when left out. */
	readonly exposure?: readonly string[];
	readonly options?: readonly (string | number)[];
	/** Digits after the point, 0 to 10: sums and averages are then exact. */
	readonly decimals?: number;
	/** Of a collection's elements. */
	readonly fields?: readonly FieldInput[];
	/** As `x-pii-type`: values are never shown as examples. */
	readonly pii?: string;
}

export interface CatalogueInput {
	readonly business_id?: string;
	readonly businessId?: string;
	/** IANA name. */
	readonly timezone?: string;
	readonly timeZone?: string;
	readonly fields?: readonly FieldInput[];
	readonly fields_to_expose?: readonly FieldInput[];
	readonly fieldsToExpose?: readonly FieldInput[];
	/** JSON Schema draft-07 of a profile. */
	readonly schema?: unknown;
}

/** What is wrong with a catalogue: where (RFC 6901 pointer into the input) and one plain sentence. */
export interface CatalogueProblem {
	readonly pointer: string;
	readonly message: string;
}

export interface CatalogueLimits {
	/** Fields altogether, those of collections included; default 10,000. */
	readonly maxFields: number;
	/** Collections inside collections; default 4. */
	readonly maxNesting: number;
	/** UTF-16 units of a field's name; default 200. */
	readonly maxNameLength: number;
	/** UTF-16 units of a JSON path; default 1,000. */
	readonly maxPathLength: number;
	/** Parts that a JSON Schema may unfold to; default 100,000. */
	readonly maxSchemaParts: number;
}

/** A field that exists without being listed, or the seed's name for what a value is to a person: language.md §5. */
export const builtInFields: readonly FieldInput[] = [
	{ name: "user_id", type: "text", pii: "EXTERNAL_ID" },
	{ name: "email", type: "text", pii: "EMAIL" },
	{ name: "phone", type: "text", pii: "PHONE" },
	{ name: "first_name", type: "text", pii: "FIRST_NAME" },
	{ name: "last_name", type: "text", pii: "LAST_NAME" },
];
