// Values of a record as people read them, in the language of the page and the days of the text. Records hold dates as `yyyymmdd` and instants as epoch
// milliseconds.
import type { Field, FieldType } from "../../fields/field.ts";
import { formatDate } from "../../values/civil-date.ts";
import type { Formats } from "../guest/formats.ts";
import type { PreviewWords } from "./words.ts";

export interface ValueWriting {
	readonly formats: Formats;
	readonly say: PreviewWords;
	/** IANA name. */
	readonly timeZone: string;
}

/** `quiet` are words about a value: that it is missing, or empty. */
export interface ValueInWords {
	readonly words: string;
	readonly isQuiet: boolean;
}

/** Longer texts are cut: nobody reads ten thousand letters in a cell. */
const longestText = 300;

export function valueInWords(value: unknown, type: FieldType, writing: ValueWriting): ValueInWords {
	const { say } = writing;
	if (value === undefined || value === null) return { words: say.missing, isQuiet: true };
	if (value === "" || (Array.isArray(value) && value.length === 0)) return { words: say.empty, isQuiet: true };
	const words = shown(value, type, writing);
	return { words: words.length > longestText ? `${words.slice(0, longestText)}…` : words, isQuiet: false };
}

function shown(value: unknown, type: FieldType, writing: ValueWriting): string {
	const { say, formats } = writing;
	switch (type) {
		case "boolean":
			return value === true ? say.yes : say.no;
		case "number":
			return numberFormat(formats.language).format(Number(value));
		case "date":
			return dayFormat(formats.language).format(Date.parse(formatDate(Number(value))));
		case "datetime":
			return instantFormat(formats.language, writing.timeZone).format(Number(value));
		case "list":
			return Array.isArray(value)
				? value.map((item) => (typeof item === "number" ? shown(item, "number", writing) : String(item))).join(", ")
				: "";
		case "collection":
			return Array.isArray(value) ? say.entries(formats, value.length) : "";
		case "text":
			return String(value);
	}
}

/** Numbers and instants stand at the end of their cells. */
export const isNumeric = ({ type }: Pick<Field, "type">): boolean => type === "number" || type === "collection";

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function keep<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
	const format = (kept.get(key) as Format | undefined) ?? make();
	kept.set(key, format);
	return format;
}

const numberFormat = (language: string): Intl.NumberFormat =>
	keep(`number ${language}`, () => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }));

/** A day has no zone: it is written as the day in UTC that it is read as. */
const dayFormat = (language: string): Intl.DateTimeFormat =>
	keep(`day ${language}`, () => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }));

const instantFormat = (language: string, timeZone: string): Intl.DateTimeFormat =>
	keep(`instant ${language} ${timeZone}`, () => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }));
