// What was wrong with the data, counted: never silently coerced, never a crash.
import type { Field } from "./field.ts";

export interface FieldQuality {
	/** Full name: `email`, `orders.total`. */
	readonly field: string;
	/** Values read; for a field of a collection, its elements. */
	readonly seen: number;
	/** Absent or null. */
	readonly missing: number;
	/** Of another type than the field's, or unusable in every engine (see `values/`); counted as missing in conditions. */
	readonly wrongType: number;
	/** Items of a list, or elements of a collection, that were dropped because of their type. */
	readonly droppedItems: number;
	/** The first wrong value, shortened; never for fields marked as personal data, nor for collections with such a field. */
	readonly example?: string;
}

export interface QualityReport {
	readonly profiles: number;
	/** Profiles that are not JSON objects: every field of theirs is missing. */
	readonly notObjects: number;
	/** In the catalogue's order. */
	readonly fields: readonly FieldQuality[];
}

const exampleLength = 60;

/** The counters of one field, filled while records are made. */
export class FieldCounter {
	readonly name: string;
	readonly isPersonal: boolean;
	seen = 0;
	missing = 0;
	wrongType = 0;
	droppedItems = 0;
	example: string | undefined;

	constructor(name: string, field: Field) {
		this.name = name;
		this.isPersonal = isPersonal(field);
	}

	/** Of a value that its field cannot have: undefined and null are missing, anything else is of a wrong type. */
	without(value: unknown): void {
		if (value === undefined || value === null) this.missing++;
		else this.wrong(value);
	}

	wrong(value: unknown): undefined {
		this.wrongType++;
		this.keep(value);
	}

	dropped(value: unknown): void {
		this.droppedItems++;
		this.keep(value);
	}

	/** Goes on from what was counted before; an example of a field that has become personal data since is forgotten. */
	resume({ seen, missing, wrongType, droppedItems, example }: FieldQuality): void {
		Object.assign(this, { seen, missing, wrongType, droppedItems, example: this.isPersonal ? undefined : example });
	}

	private keep(value: unknown): void {
		if (this.example === undefined && !this.isPersonal) this.example = excerpt(value);
	}

	report(): FieldQuality {
		const { name, seen, missing, wrongType, droppedItems, example } = this;
		return { field: name, seen, missing, wrongType, droppedItems, ...(example !== undefined && { example }) };
	}
}

const isPersonal = (field: Field): boolean => field.pii !== undefined || (field.type === "collection" && field.fields.some(isPersonal));

/** Short JSON of any value; NaN and infinities, which JSON has no word for, by name. */
function excerpt(value: unknown): string {
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return shortened(JSON.stringify(value.slice(0, exampleLength + 1)));
	if (Array.isArray(value)) return `list of ${value.length}`;
	if (typeof value === "object" && value !== null) return "object";
	return shortened(String(value));
}

const shortened = (text: string): string => (text.length > exampleLength ? `${text.slice(0, exampleLength)}…` : text);
