// One raw JSON value to its field's type, or undefined when it has another: language.md §2. Nothing is coerced.
import type { ScalarType } from "../fields/field.ts";
import { parseDate } from "../values/civil-date.ts";
import { isUsableInstant, parseInstant } from "../values/instant.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import type { TimeZone } from "../values/time-zone.ts";

export type Scalar = string | number | boolean;

/** The typed value of a raw one that is neither absent nor null. */
export type ScalarReader = (raw: unknown) => Scalar | undefined;

const readText: ScalarReader = (raw) => (typeof raw === "string" && isUsableText(raw) ? raw : undefined);
const readNumber: ScalarReader = (raw) => (isUsableNumber(raw) ? raw : undefined);
const readBoolean: ScalarReader = (raw) => (typeof raw === "boolean" ? raw : undefined);

/** RFC 3339 text with a zone, or whole epoch milliseconds; UTC epoch milliseconds out. */
const readDatetime: ScalarReader = (raw) => {
	if (typeof raw !== "string") return isUsableInstant(raw) ? raw : undefined;
	const instant = parseInstant(raw);
	return typeof instant === "number" ? instant : undefined;
};

/** `YYYY-MM-DD`, or an instant's day in the tenant's zone; `yyyymmdd` out. */
const readDate =
	(zone: TimeZone): ScalarReader =>
	(raw) => {
		if (typeof raw !== "string") return undefined;
		const date = parseDate(raw);
		if (date !== undefined) return date;
		const instant = parseInstant(raw);
		return typeof instant === "number" ? zone.dateOf(instant) : undefined;
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
