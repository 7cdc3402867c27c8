// What a field is. A catalogue holds the fields of one business; everything typed in SegQL comes from here.

export type ScalarType = "text" | "number" | "boolean" | "date" | "datetime";
export type ItemType = "text" | "number";
export type FieldType = ScalarType | "list" | "collection";

/** Where a field may be used; a field exposed only to `merge_fields` is refused in conditions. */
export type Exposure = "segments" | "merge_fields";

interface FieldBase {
	/** As people write it, dots included: `primary_location.tier`. A dotted name nests in the record. */
	readonly name: string;
	/** The RFC 9535 path as given or defaulted to `$.<name>`; inside a collection it starts at the element. */
	readonly jsonPath: string;
	/** The same path as steps: object keys and array indexes (a negative index counts from the end). At most one node. */
	readonly path: readonly (string | number)[];
	readonly description?: string;
	readonly exposure: readonly Exposure[];
	/** `x-pii-type` where the schema marks one. */
	readonly pii?: string;
}

export interface TextField extends FieldBase {
	readonly type: "text";
	/** The declared values, where the field has a closed list. */
	readonly options?: readonly string[];
}

export interface NumberField extends FieldBase {
	readonly type: "number";
	/** Digits after the point: sums and averages are computed on integers scaled by 10 ** decimals. */
	readonly decimals?: number;
	readonly options?: readonly number[];
}

export interface PlainField extends FieldBase {
	readonly type: "boolean" | "date" | "datetime";
}

export interface ListField extends FieldBase {
	readonly type: "list";
	readonly items: ItemType;
	readonly options?: readonly (string | number)[];
}

export interface CollectionField extends FieldBase {
	readonly type: "collection";
	readonly fields: readonly Field[];
}

export type ScalarField = TextField | NumberField | PlainField;
export type Field = ScalarField | ListField | CollectionField;
