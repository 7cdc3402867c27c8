// Tests of dates and datetimes in words. In a known zone an instant that begins or ends a local day is written as that day.
import type { CheckedCondition, Value } from "../../check/checked.ts";
import type * as ast from "../../syntax/ast.ts";
import { addDays, daysInMonth, maxDate, minDate } from "../../values/civil-date.ts";
import { isUsableInstant } from "../../values/instant.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import type { Writer } from "./write-condition.ts";
import { nowhere, writeConstant, writeDay, writeValue } from "./write-value.ts";

type Compare = Extract<CheckedCondition, { kind: "compare" }>;
type Written = Pick<ast.Test, "operator" | "operands">;

const words = { "=": "equal", "<": "before", "<=": "on-or-before", ">": "after", ">=": "on-or-after" } as const;

export function writeDateComparison({ operator, left, right }: Compare, writer: Writer): Written {
	if (right.kind !== "constant") {
		// Two local days are compared by `on`; `=` between two datetimes compares instants.
		const isByDay = operator === "=" && (isLocalDay(left) || isLocalDay(right));
		return { operator: isByDay ? "on" : words[operator], operands: [writeValue(right, writer)] };
	}
	const at = Number(right.value);
	if (left.type === "date") return { operator: operator === "=" ? "on" : words[operator], operands: [writeDay(at)] };
	const day = operator === "=" ? undefined : dayAt(operator, at, writer);
	return { operator: words[operator], operands: [day === undefined ? writeConstant({ ...right, type: "datetime" }) : writeDay(day)] };
}

/** The local day of a date and time, moved or not. */
export const isLocalDay = (value: Value): boolean => value.kind === "field" && /(^|@)date$/.test(value.part ?? "");

/** The local day that the comparison is about: `< x` and `>= x` name its first instant, `> x` and `<= x` its last. */
export function dayAt(operator: "<" | "<=" | ">" | ">=", at: number, writer: Pick<Writer, "days" | "zone">): number | undefined {
	const zone = zoneFor(at, writer);
	if (!zone) return undefined;
	const isFirst = operator === "<" || operator === ">=";
	const day = isFirst ? dayBeginning(at, zone) : dayEnding(at, zone);
	return day;
}

/** Days are words where they were asked for; an instant beyond 1900–2299 UTC has no other words. */
const zoneFor = (at: number, { days, zone }: Pick<Writer, "days" | "zone">): TimeZone | undefined =>
	days || !isUsableInstant(at) ? zone : undefined;

const isUsableDay = (day: number): boolean => day >= minDate && day <= maxDate;

function dayBeginning(at: number, zone: TimeZone): number | undefined {
	const day = zone.dateOf(at);
	return isUsableDay(day) && zone.startOfDay(day) === at ? day : undefined;
}

function dayEnding(at: number, zone: TimeZone): number | undefined {
	const day = zone.dateOf(at);
	return isUsableDay(day) && zone.startOfDay(addDays(day, 1)) - 1 === at ? day : undefined;
}

type Between = Extract<CheckedCondition, { kind: "between" }>;

export function writeDateRange({ value, low, high }: Between, writer: Writer): Written {
	// `on` a day is `=` for a date, which is another rule.
	if (value.type === "date")
		return low === high ? { operator: "between", operands: [writeDay(low), writeDay(high)] } : writeDays(low, high);
	const whole = wholeDay(low, high, writer);
	if (whole !== undefined) return { operator: "on", operands: [writeConstant({ kind: "constant", value: whole, type: "datetime" })] };
	const [from, to] = [dayAt(">=", low, writer), dayAt("<=", high, writer)];
	if (from !== undefined && to !== undefined && from <= to) return writeDays(from, to);
	const end = (at: number, day: number | undefined): ast.Expression =>
		day !== undefined && !isUsableInstant(at) ? writeDay(day) : writeConstant({ kind: "constant", value: at, type: "datetime" });
	return { operator: "between", operands: [end(low, from), end(high, to)] };
}

/** An instant of the local day that the range is, where that day itself lies outside 1900–2299 and has no words. */
export function wholeDay(low: number, high: number, { zone }: Pick<Writer, "zone">): number | undefined {
	const at = isUsableInstant(low) ? low : high;
	if (!zone || !isUsableInstant(at)) return undefined;
	const day = zone.dateOf(at);
	if (isUsableDay(day)) return undefined;
	return zone.startOfDay(day) === low && zone.startOfDay(addDays(day, 1)) - 1 === high ? at : undefined;
}

/** `on` a day, a month or a year, else `between` two days. */
function writeDays(from: number, to: number): Written {
	if (from === to) return { operator: "on", operands: [writeDay(from)] };
	const first = writeDay(from);
	const last = writeDay(to);
	const { year, month } = first;
	if (year === last.year && first.day === 1) {
		if (month === 1 && last.month === 12 && last.day === 31) {
			return { operator: "on", operands: [{ kind: "number", value: year, span: nowhere }] };
		}
		if (month === last.month && last.day === daysInMonth(year, month)) {
			return { operator: "on", operands: [{ kind: "date", year, month, span: nowhere }] };
		}
	}
	return { operator: "between", operands: [first, last] };
}
