// Points and stretches of time, as texts.
import fc from "fast-check";
import type { Names } from "./names.ts";
import { either, one, phrase, type Words, whenAny } from "./phrase.ts";
import { days, instants } from "./pools.ts";

const small = fc.nat({ max: 40 }).map(String);
const dayUnit = one("day", "days", "weeks", "months", "quarters", "years");
const anyUnit = one("s", "min", "hours", "days", "days", "weeks", "months", "quarters", "years");
const middleDays = days.slice(1, -1);
// The local day of the very first and last instants can be one that no date has, which is refused.
const middleInstants = instants.filter((instant) => middleDays.includes(instant.slice(0, 10)));
const named = one("today", "yesterday", "tomorrow", "now");
const direction = one("ago", "from now");

const dayPoint = either(
	fc.constantFrom(...days),
	fc.constantFrom(...days),
	one("2026-05", "2026-02", "2024-02", "1992-02", "2026", "1990", "2025"),
	named,
	phrase`${small} ${dayUnit} ${direction}`,
	phrase`${one("today", "tomorrow", ...middleDays)} ${one("+", "-")} ${small} ${dayUnit}`,
);

/** Points that need no profile. */
export const fixedPoint: Readonly<Record<"date" | "datetime", Words>> = {
	date: either(dayPoint, dayPoint, fc.constantFrom(...middleInstants)),
	datetime: either(
		dayPoint,
		fc.constantFrom(...instants),
		phrase`${small} ${anyUnit} ${direction}`,
		phrase`now ${one("+", "-")} ${small} ${anyUnit}`,
	),
};

/** Fixed points, date fields, and date fields moved. */
export function point(type: "date" | "datetime", names: Names): Words {
	const fields = names[type];
	return either(
		fixedPoint[type],
		fixedPoint[type],
		...whenAny(fields, () => one(...fields)),
		...whenAny(fields, () => movedField(type, names)),
	);
}

/** A date field moved: `born + 3 days`. */
export const movedField = (type: "date" | "datetime", names: Names): Words =>
	phrase`${one(...names[type])} ${one("+", "-")} ${small} ${type === "date" ? dayUnit : anyUnit}`;

export function window(type: "date" | "datetime"): Words {
	const calendarUnit = one("days", "weeks", "months", "quarters", "years");
	return either(
		phrase`in ${one("last", "next")} ${small} ${type === "date" ? dayUnit : anyUnit}`,
		phrase`in ${one("this", "last", "next")} ${one("week", "month", "quarter", "year")}`,
		phrase`in ${one("last", "next")} ${fc.integer({ min: 1, max: 6 }).map(String)} ${one("full", "calendar")} ${calendarUnit}`,
	);
}

export const monthDay = one("--01-01", "--01-05", "--02-28", "--02-29", "--03-01", "--05-09", "--05-10", "--12-20", "--12-31");
