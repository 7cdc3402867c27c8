// The values that a rule over raw profiles reads, each once: those of the profile, and of the elements of each collection. A condition is
// rewritten to read them by number, so that its rule can be made as if over a record.
import type { FieldValue } from "../../check/checked.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import type { Rule } from "../rule.ts";
import { rawValue } from "./raw-value.ts";
import { elementsOf, listIsSet, scaledValue, typedValue } from "./typed-value.ts";

/** How a value is needed: as it is where its type does not matter, else typed; whether it is a list at all; as a whole number. */
export type Form = "raw" | "typed" | "list" | "scaled";

interface Entry {
	readonly field: Field;
	readonly form: Form;
}

/** The entries of one level: the profile's, or a collection's elements'. */
export class Entries {
	readonly #entries: Entry[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #inside: Inside;

	constructor(inside: Inside) {
		this.#inside = inside;
	}

	/** The entry's number; the same for the same field and form. */
	numberOf(field: Field, form: Form): number {
		const key = `${form} ${field.name}`;
		let number = this.#numbers.get(key);
		if (number === undefined) {
			number = this.#entries.push({ field, form }) - 1;
			this.#numbers.set(key, number);
		}
		return number;
	}

	/** The rule of each entry, over raw data. */
	rules(): readonly Rule[] {
		return this.#entries.map((entry) => entryRule(entry, this.#inside));
	}
}

/** The entries of each collection's elements. */
export type Inside = (collection: CollectionField) => Entries;

function entryRule({ field, form }: Entry, inside: Inside): Rule {
	const raw = rawValue(field);
	if ("problem" in raw) throw new Error(raw.problem);
	if (form === "raw") return raw.rule;
	if (form === "list") return listIsSet(raw.rule);
	if (form === "scaled") return scaledValue(raw.rule, (field.type === "number" && field.decimals) || 0);
	return field.type === "collection" ? elementsOf(raw.rule, inside(field).rules()) : typedValue(field, raw.rule);
}

/** The value at the entry, in place of the field's. */
export function numbered(value: FieldValue, number: number): FieldValue {
	const { part: _, ...rest } = value;
	return { ...rest, field: { ...value.field, name: String(number) } as Field };
}
