// How messages speak of types and show an example of each.
import type { ValueType } from "./checked.ts";

const words = {
	text: "text",
	number: "a number",
	boolean: "true or false",
	date: "a date",
	datetime: "a date and time",
	"month-day": "a day of the year",
	list: "a list",
	collection: "a collection",
} as const satisfies Record<ValueType, string>;

const examples = {
	text: '"some text"',
	number: "18",
	boolean: "true",
	date: "2026-05-01",
	datetime: "2026-05-01",
	"month-day": "--05-01",
	list: '("a", "b")',
	collection: "(…)",
} as const satisfies Record<ValueType, string>;

const asked = {
	text: "text in quotes",
	number: "a number",
	boolean: "true or false",
	date: "a date",
	datetime: "a date",
	"month-day": "a day of the year",
	list: "a list",
	collection: "a collection",
} as const satisfies Record<ValueType, string>;

/** As in `"age" is a number`. */
export const typeWords = (type: ValueType): string => words[type];

/** As in `Write a number, for example 18.` */
export const writeA = (type: ValueType): string => `Write ${asked[type]}, for example ${examples[type]}.`;
