// Raw profile values by the field's type, as language.md §2 says: anything else is missing, which is `undefined` here.
import type { Field } from "../../src/fields/field.ts";
import { clockAt, dayOf, isUsableDay, isUsableInstant, partsOf } from "./local-time.ts";

/** A value with its type. Dates are days since 1970-01-01, datetimes epoch milliseconds, month-days month × 100 + day. */
export type Typed =
	| { readonly type: "text"; readonly value: string }
	| { readonly type: "boolean"; readonly value: boolean }
	| { readonly type: "number" | "date" | "datetime" | "month-day"; readonly value: number }
	| { readonly type: "list"; readonly value: readonly Typed[] }
	| { readonly type: "collection"; readonly value: readonly object[] };

/** The field's typed value in a raw object (a profile, or an element of a collection). */
export function readField(field: Field, raw: unknown, zone: string): Typed | undefined {
	const found = follow(field.path, raw);
	if (field.type === "list") {
		if (!Array.isArray(found)) return undefined;
		return { type: "list", value: found.map((item) => readScalar(field.items, item, zone)).filter((item) => item !== undefined) };
	}
	if (field.type === "collection") {
		return Array.isArray(found) ? { type: "collection", value: found.filter(isPlainObject) } : undefined;
	}
	const value = readScalar(field.type, found, zone);
	// With decimals, a number too large to be a whole number of the smallest unit is refused at the door.
	if (field.type !== "number" || field.decimals === undefined || value?.type !== "number") return value;
	return Math.abs(Math.round(value.value * 10 ** field.decimals)) < 2 ** 53 ? value : undefined;
}

export const isPlainObject = (raw: unknown): raw is Record<string, unknown> =>
	typeof raw === "object" && raw !== null && !Array.isArray(raw);

function follow(path: readonly (string | number)[], raw: unknown): unknown {
	let at = raw;
	for (const step of path) {
		if (typeof step === "string") at = isPlainObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
		else at = Array.isArray(at) ? at.at(step) : undefined;
	}
	return at;
}

function readScalar(type: "text" | "number" | "boolean" | "date" | "datetime", raw: unknown, zone: string): Typed | undefined {
	switch (type) {
		case "text":
			return typeof raw === "string" && raw.isWellFormed() && !raw.includes("\0") ? { type, value: raw } : undefined;
		case "number":
			return typeof raw === "number" && Math.abs(raw) <= 2 ** 53 - 1 ? { type, value: raw } : undefined;
		case "boolean":
			return typeof raw === "boolean" ? { type, value: raw } : undefined;
		case "datetime": {
			const instant = typeof raw === "number" ? raw : readInstant(raw);
			return instant !== undefined && isUsableInstant(instant) ? { type, value: instant } : undefined;
		}
		case "date": {
			const instant = readInstant(raw);
			const day = instant === undefined ? readDay(raw) : clockAt(instant, zone).day;
			return day !== undefined && isUsableDay(day) ? { type, value: day } : undefined;
		}
	}
}

function readDay(raw: unknown): number | undefined {
	const match = typeof raw === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(raw) : null;
	if (!match) return undefined;
	const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
	const day = dayOf(year, month, date);
	const back = partsOf(day);
	return back.year === year && back.month === month && back.day === date ? day : undefined;
}

/** RFC 3339 with a zone; nothing finer than a millisecond, no leap second. */
function readInstant(raw: unknown): number | undefined {
	const match = typeof raw === "string" ? /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(raw) : null;
	if (!match) return undefined;
	const [, date = "", time = "", fraction = "", offset = ""] = match;
	const day = readDay(date);
	const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
	if (day === undefined || hour > 23 || minute > 59 || second > 59 || /[1-9]/.test(fraction.slice(3))) return undefined;
	const [offsetHours = 0, offsetMinutes = 0] = /z/i.test(offset) ? [0, 0] : offset.slice(1).split(":").map(Number);
	if (offsetHours > 23 || offsetMinutes > 59) return undefined;
	const east = (offset.startsWith("-") ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
	const instant = (((day * 24 + hour) * 60 + minute - east) * 60 + second) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
	return isUsableInstant(instant) ? instant : undefined;
}
