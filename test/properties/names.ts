// The names a condition can use where it stands, by type, as they are written there.
import type { FieldInput } from "../../src/fields/catalogue.ts";
import { propertyCatalogue } from "./arbitrary-catalogue.ts";

export interface CollectionNames {
	readonly written: string;
	readonly fields: readonly FieldInput[];
}

/** In an element's parentheses the profile's own are there too, behind `profile.`. */
export interface Names {
	readonly text: readonly string[];
	readonly number: readonly string[];
	readonly boolean: readonly string[];
	readonly date: readonly string[];
	readonly datetime: readonly string[];
	readonly textList: readonly string[];
	readonly numberList: readonly string[];
	readonly collection: readonly CollectionNames[];
	readonly isInside: boolean;
}

const quoted = (name: string): string => (/^[a-z_.]+$/.test(name) && !["and", "on"].includes(name) ? name : `\`${name}\``);

function namesOf(fields: readonly FieldInput[], prefix: string, isInside: boolean): Names {
	const named = (type: FieldInput["type"], items?: FieldInput["items"]): string[] =>
		fields.filter((field) => field.type === type && (type !== "list" || field.items === items)).map(({ name }) => prefix + quoted(name));
	return {
		text: named("text"),
		number: named("number"),
		boolean: named("boolean"),
		date: named("date"),
		datetime: named("datetime"),
		textList: named("list", "text"),
		numberList: named("list", "number"),
		collection: fields
			.filter((field) => field.type === "collection")
			.map((field) => ({ written: prefix + quoted(field.name), fields: field.fields ?? [] })),
		isInside,
	};
}

const ofProfile = propertyCatalogue.fields ?? [];

export const profileNames: Names = namesOf(ofProfile, "", false);

const behindPrefix = namesOf(ofProfile, "profile.", true);

/** Inside a collection's parentheses. */
export function elementNames(collection: CollectionNames): Names {
	const own = namesOf(collection.fields, "", true);
	return {
		...own,
		text: [...own.text, ...behindPrefix.text],
		number: [...own.number, ...behindPrefix.number],
		boolean: [...own.boolean, ...behindPrefix.boolean],
		date: [...own.date, ...behindPrefix.date],
		datetime: [...own.datetime, ...behindPrefix.datetime],
		textList: [...own.textList, ...behindPrefix.textList],
		numberList: [...own.numberList, ...behindPrefix.numberList],
		collection: [...own.collection, ...behindPrefix.collection],
	};
}

/** The element's own only: what a collection can be ordered by, what an aggregate can read. */
export const ownNames = (collection: CollectionNames): Names => namesOf(collection.fields, "", true);
