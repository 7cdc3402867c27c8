// Dates, instants and month-days as the author wrote them. Only real ones become values; the others are reported and leave a hole.
import type { IToken } from "chevrotain";
import type { DiagnosticCode } from "../diagnostic/codes.ts";
import { daysInMonth } from "../values/civil-date.ts";
import { isUsableInstant, parseInstant } from "../values/instant.ts";
import type * as ast from "./ast.ts";
import type { BuildContext } from "./build-context.ts";
import { spanOf } from "./lex.ts";
import { cut } from "../text/cut.ts";

const monthNames = "January February March April May June July August September October November December".split(" ");

export function buildDate(token: IToken, context: BuildContext): ast.DateLiteral | ast.InstantLiteral | ast.Hole {
	const { image } = token;
	if (/[Tt: ]/.test(image)) return buildInstant(token, context);
	const [year = 0, month = 0, day] = image.split("-").map(Number);
	const padded = day === undefined ? `${image.slice(0, 4)}-${two(month)}` : `${image.slice(0, 4)}-${two(month)}-${two(day)}`;
	const wrong = wrongDay(month, day ?? 1, daysInMonth(year, month), `${monthNames[month - 1]} ${year}`);
	if (wrong !== undefined) {
		const hint = day === undefined ? ' To subtract, put a blank on each side of "-".' : "";
		return refuse("bad-date", `"${cut(image)}" is not a date: ${wrong}.${hint}`, token, context);
	}
	if (year < 1900 || year > 2299) {
		return refuse("date-out-of-range", `"${cut(image)}" is outside the years 1900 to 2299. Write a date within them.`, token, context);
	}
	if (padded !== image) return refuse("bad-date", `"${cut(image)}" is not written as a date. Write ${padded}.`, token, context, [padded]);
	return { kind: "date", year, month, ...(day !== undefined && { day }), span: spanOf(token) };
}

/** Why the day is none, or undefined for a real one. */
function wrongDay(month: number, day: number, days: number, monthName: string): string | undefined {
	if (month < 1 || month > 12) return `there is no month ${month}`;
	if (day < 1) return `there is no day ${day}`;
	return day > days ? `${monthName} has ${days} days` : undefined;
}

function buildInstant(token: IToken, context: BuildContext): ast.InstantLiteral | ast.Hole {
	const { image } = token;
	const value = /^\d{4}-\d\d-\d\d[Tt]/.test(image) ? parseInstant(image) : undefined;
	const year = Number(image.slice(0, 4));
	if (year < 1900 || year > 2299 || (value !== undefined && value !== "too-fine" && !isUsableInstant(value))) {
		return refuse("date-out-of-range", `"${cut(image)}" is outside the years 1900 to 2299. Write a date within them.`, token, context);
	}
	if (value === "too-fine") {
		const meant = image.replace(/(\.\d{3})\d+/, "$1");
		return refuse("instant-too-fine", `"${cut(image)}" is finer than a millisecond. Write ${meant}.`, token, context, [meant]);
	}
	if (value !== undefined) return { kind: "instant", value, text: image, span: spanOf(token) };
	const meant = meantInstant(image);
	if (meant === undefined) {
		return refuse("bad-date", `"${cut(image)}" is not a date and time. Write it like 2026-05-01T10:00:00Z.`, token, context);
	}
	const hasZone = /(?:[zZ]|[+-]\d\d:?\d\d)$/.test(image.slice(10));
	const message = hasZone
		? `"${cut(image)}" is not written as a date and time. Write ${meant}.`
		: `"${cut(image)}" has no time zone. Add Z for UTC or an offset such as -05:00: ${meant}.`;
	return refuse("bad-date", message, token, context, [meant]);
}

/** The instant an author wrote almost right: a blank for the T, no seconds, no zone. */
function meantInstant(image: string): string | undefined {
	const parts = /^(\d{4}-\d\d-\d\d)[Tt ](\d{1,2}:\d\d)(:\d\d(?:\.\d+)?)?([zZ]|[+-]\d\d:?\d\d)?$/.exec(image);
	if (!parts) return undefined;
	const [, date = "", time = "", seconds = ":00", zone = "Z"] = parts;
	const colonized = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
	const meant = `${date}T${time.padStart(5, "0")}${seconds}${colonized}`;
	return typeof parseInstant(meant) === "number" ? meant : undefined;
}

export function buildMonthDay(token: IToken, context: BuildContext): ast.MonthDayLiteral | ast.Hole {
	const { image } = token;
	const [month = 0, day = 0] = image.slice(2).split("-").map(Number);
	const wrong = wrongDay(month, day, daysInMonth(2024, month), monthNames[month - 1] ?? "");
	if (wrong !== undefined) return refuse("bad-date", `"${cut(image)}" is not a day of the year: ${wrong}.`, token, context);
	const padded = `--${two(month)}-${two(day)}`;
	if (padded !== image)
		return refuse("bad-date", `"${cut(image)}" is not written as a day of the year. Write ${padded}.`, token, context, [padded]);
	return { kind: "month-day", month, day, span: spanOf(token) };
}

/** `05/01/2026`: which number is the month is anyone's guess, so every reading that is a date is offered. */
export function refuseForeignDate(token: IToken, context: BuildContext): ast.Hole {
	const options = meantDates(token.image);
	const hint = options.length > 0 ? options.join(" or ") : "for example 2026-05-01";
	const isDay = options[0]?.startsWith("--");
	const message = `"${cut(token.image)}" is not written as a date. Write ${isDay ? "" : "year-month-day: "}${hint}.`;
	return refuse("bad-date", message, token, context, options);
}

/** Every date that numbers joined by `/`, `.` or `-` can be; a day of any year when they are two. */
function meantDates(image: string): readonly string[] {
	const [first = "", second = "", third] = image.split(/[/.-]/);
	const isYearFirst = first.length === 4;
	const [year, ...days] = isYearFirst ? [first, [second, third]] : [third ?? "-", [first, second], [second, first]];
	const fullYear = year?.length === 2 ? `${Number(year) < 50 ? 20 : 19}${year}` : String(year);
	const meant = (days as string[][])
		.map((day) => day.map(Number))
		.filter(([month = 0, day = 0]) => wrongDay(month, day, daysInMonth(Number(fullYear) || 2024, month), "") === undefined)
		.map(([month = 0, day = 0]) => `${fullYear}-${two(month)}-${two(day)}`);
	return [...new Set(meant)];
}

const two = (value: number): string => String(value).padStart(2, "0");

function refuse(code: DiagnosticCode, message: string, token: IToken, context: BuildContext, meant: readonly string[] = []): ast.Hole {
	const at = spanOf(token);
	context.report(
		code,
		message,
		at,
		meant.map((text) => context.fix(`Change to ${text}`, at, text)),
	);
	return { kind: "hole", span: at };
}
