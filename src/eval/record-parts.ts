// Derived parts of a record, which stock JSON Logic cannot compute itself: `email@fold`, `signed_up@date`, `trial_end@-3month`.
// See src/decisions/0002-parts-of-a-record.md.
import type { Field } from "../fields/field.ts";
import { addUnits } from "../values/calendar.ts";
import { isoWeekday, maxDate, minDate } from "../values/civil-date.ts";
import { scaled } from "../values/decimal.ts";
import { fold } from "../values/fold.ts";
import { isUsableInstant } from "../values/instant.ts";
import type { TimeZone } from "../values/time-zone.ts";

/** The part of a value that is there; undefined when the part is missing although the value is not. */
export type PartReader = (value: never) => unknown;

/** The reader of a part, or undefined when this field has no such part. */
export function partReader(part: string, field: Field, zone: TimeZone): PartReader | undefined {
	const shift = /^([+-]\d{1,9})(day|month|year)$/.exec(part);
	if (shift) return shiftReader(Number(shift[1]), shift[2] as ShiftUnit, field, zone);
	switch (part) {
		case "fold":
			if (field.type === "text") return fold as PartReader;
			return field.type === "list" && field.items === "text" ? (((items: readonly string[]) => items.map(fold)) as PartReader) : undefined;
		case "chars":
			return field.type === "text" ? (((text: string) => [...text]) as PartReader) : undefined;
		case "fold-chars":
			return field.type === "text" ? (((text: string) => [...fold(text)]) as PartReader) : undefined;
		case "date":
			return field.type === "datetime" ? (zone.dateOf as PartReader) : undefined;
		case "hour":
			return field.type === "datetime" ? (zone.hourOf as PartReader) : undefined;
		case "weekday":
			if (field.type === "date") return isoWeekday as PartReader;
			return field.type === "datetime" ? (((instant: number) => isoWeekday(zone.dateOf(instant))) as PartReader) : undefined;
		case "scaled": {
			const decimals = field.type === "number" ? field.decimals : undefined;
			return decimals === undefined ? undefined : (((value: number) => scaled(value, decimals)) as PartReader);
		}
		default:
			return undefined;
	}
}

type ShiftUnit = "day" | "month" | "year";

/** Calendar arithmetic on the local day, clamped to the month's end; a datetime keeps its local time of day. Missing outside 1900–2299. */
function shiftReader(amount: number, unit: ShiftUnit, field: Field, zone: TimeZone): PartReader | undefined {
	const move = (date: number): number | undefined => {
		const moved = addUnits(date, amount, unit);
		return moved >= minDate && moved <= maxDate ? moved : undefined;
	};
	if (field.type === "date") return move as PartReader;
	if (field.type !== "datetime") return undefined;
	return ((instant: number) => {
		const date = move(zone.dateOf(instant));
		const moved = date === undefined ? undefined : zone.at(date, zone.millisecondOfDay(instant));
		return isUsableInstant(moved) ? moved : undefined;
	}) as PartReader;
}
