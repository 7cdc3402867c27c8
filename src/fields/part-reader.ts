// Derived parts of a record, which stock JSON Logic cannot compute itself: `email@fold`, `signed_up@date`, `trial_end@-3month`.
// See src/decisions/0002-parts-of-a-record.md.
import type { Field, FieldType } from "./field.ts";
import { addUnits } from "../values/calendar.ts";
import { isoWeekday, maxDate, minDate } from "../values/civil-date.ts";
import { scaled } from "../values/decimal.ts";
import { fold } from "../values/fold.ts";
import { isUsableInstant } from "../values/instant.ts";
import type { TimeZone } from "../values/time-zone.ts";

/** The part of a value that is there; undefined when the part is missing although the value is not. */
export type PartReader = (value: never) => unknown;

/**
 * The reader of a part, or undefined when this field has no such part. Parts of dates follow one another: `trial_end@-3month@date` is the
 * local day of the moved instant.
 */
export function partReader(part: string, field: Field, zone: TimeZone): PartReader | undefined {
	const readers: PartReader[] = [];
	// Of the value so far; undefined where it is no field's value any more.
	let type: FieldType | undefined = field.type;
	for (const step of part.split("@")) {
		const read = stepReader(step, type, field, zone);
		if (!read) return undefined;
		readers.push(read);
		type = step === "date" ? "date" : isShift(step) ? type : undefined;
	}
	const [only] = readers;
	if (readers.length === 1) return only;
	return ((value: never) =>
		readers.reduce<unknown>((result, read) => (result === undefined ? undefined : read(result as never)), value)) as PartReader;
}

const shiftPattern = /^([+-](?:\d{1,15}(?=ms)|\d{1,9}))(ms|day|month|year)$/;
const isShift = (step: string): boolean => shiftPattern.test(step);

function stepReader(step: string, type: FieldType | undefined, field: Field, zone: TimeZone): PartReader | undefined {
	const shift = shiftPattern.exec(step);
	if (shift) return shiftReader(Number(shift[1]), shift[2] as ShiftUnit, type, zone);
	switch (step) {
		case "fold":
			if (type === "text") return fold as PartReader;
			return type === "list" && isTextList(field) ? (((items: readonly string[]) => items.map(fold)) as PartReader) : undefined;
		case "chars":
			return type === "text" ? (((text: string) => [...text]) as PartReader) : undefined;
		case "fold-chars":
			return type === "text" ? (((text: string) => [...fold(text)]) as PartReader) : undefined;
		case "date":
			return type === "datetime" ? (zone.dateOf as PartReader) : undefined;
		case "hour":
			return type === "datetime" ? (zone.hourOf as PartReader) : undefined;
		case "weekday":
			if (type === "date") return isoWeekday as PartReader;
			return type === "datetime" ? (((instant: number) => isoWeekday(zone.dateOf(instant))) as PartReader) : undefined;
		case "scaled": {
			const decimals = type === "number" && field.type === "number" ? field.decimals : undefined;
			return decimals === undefined ? undefined : (((value: number) => scaled(value, decimals)) as PartReader);
		}
		default:
			return undefined;
	}
}

const isTextList = (field: Field): boolean => field.type === "list" && field.items === "text";

type ShiftUnit = "ms" | "day" | "month" | "year";

/** Calendar arithmetic on the local day, clamped to the month's end; a datetime keeps its local time of day. Missing outside 1900–2299. */
function shiftReader(amount: number, unit: ShiftUnit, type: FieldType | undefined, zone: TimeZone): PartReader | undefined {
	if (unit === "ms") return type === "datetime" ? (((instant: number) => instant + amount) as PartReader) : undefined;
	const move = (date: number): number | undefined => {
		const moved = addUnits(date, amount, unit);
		return moved >= minDate && moved <= maxDate ? moved : undefined;
	};
	if (type === "date") return move as PartReader;
	if (type !== "datetime") return undefined;
	return ((instant: number) => {
		const date = move(zone.dateOf(instant));
		return date === undefined ? undefined : usable(zone.at(date, zone.millisecondOfDay(instant)));
	}) as PartReader;
}

const usable = (instant: number): number | undefined => (isUsableInstant(instant) ? instant : undefined);
