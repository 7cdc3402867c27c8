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
	readonly pii?: string;
}

export interface CatalogueInput {
	readonly business_id?: string;
	readonly businessId?: string;
	/** IANA name. */
	readonly timezone?: string;
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
}
