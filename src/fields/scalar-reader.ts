// One raw JSON value to its field's type, or undefined when it has another: language.md §2. Nothing is coerced.
import { scaled } from "../values/decimal.ts";
import type { ScalarField, ScalarType } from "./field.ts";
import { maxDate, minDate, parseDate } from "../values/civil-date.ts";
import { isUsableInstant, parseInstant } from "../values/instant.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import type { TimeZone } from "../values/time-zone.ts";

export type Scalar = string | number | boolean;

/** The typed value of a raw one that is neither absent nor null. */
export type ScalarReader = (raw: unknown) => Scalar | undefined;

export const readText = (raw: unknown): string | undefined => (typeof raw === "string" && isUsableText(raw) ? raw : undefined);
// Adding 0 turns -0, which JSON can write, into 0: no engine tells them apart.
export const readNumber = (raw: unknown): number | undefined => (isUsableNumber(raw) ? raw + 0 : undefined);
export const readBoolean = (raw: unknown): boolean | undefined => (typeof raw === "boolean" ? raw : undefined);

/** RFC 3339 text with a zone, or whole epoch milliseconds; UTC epoch milliseconds out. */
export const readDatetime = (raw: unknown): number | undefined => {
	if (typeof raw !== "string") return isUsableInstant(raw) ? raw + 0 : undefined;
	const instant = parseInstant(raw);
	return typeof instant === "number" ? instant : undefined;
};

/**
 * `YYYY-MM-DD`, or the local day of an instant written as text; `yyyymmdd` out. A number is no date: it could be epoch milliseconds, epoch
 * seconds or `yyyymmdd`, and only a datetime field says which. A local day outside 1900–2299, which an instant near the end can have, is none.
 */
const readDate =
	(zone: TimeZone): ScalarReader =>
	(raw) => {
		if (typeof raw !== "string") return undefined;
		const date = parseDate(raw);
		if (date !== undefined) return date;
		const instant = parseInstant(raw);
		if (typeof instant !== "number") return undefined;
		const day = zone.dateOf(instant);
		return day >= minDate && day <= maxDate ? day : undefined;
	};

export function scalarReader(type: ScalarType, zone: TimeZone): ScalarReader {
	switch (type) {
		case "text":
			return readText;
		case "number":
			return readNumber;
		case "boolean":
			return readBoolean;
		case "date":
			return readDate(zone);
		case "datetime":
			return readDatetime;
	}
}

/** With `decimals`, a number too large to be a whole number of the smallest unit could not be added exactly, and is refused at the door. */
export function scalarFieldReader(field: ScalarField, zone: TimeZone): ScalarReader {
	const read = scalarReader(field.type, zone);
	if (field.type !== "number" || field.decimals === undefined) return read;
	const { decimals } = field;
	return (raw) => {
		const value = read(raw);
		return value === undefined || scaled(Number(value), decimals) === undefined ? undefined : value;
	};
}
