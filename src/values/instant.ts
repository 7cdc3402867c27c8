// Moments as epoch milliseconds, UTC, read from RFC 3339 text with a zone.
import { dateOfEpochDay, epochDay, formatDate, parseDateAtStart } from "./civil-date.ts";
import type { TimeZone } from "./time-zone.ts";

/** 1900-01-01T00:00:00Z and the last millisecond of 2299, UTC. */
export const minInstant: number = Date.UTC(1900, 0, 1);
export const maxInstant: number = Date.UTC(2300, 0, 1) - 1;

export const isUsableInstant = (value: unknown): value is number =>
	typeof value === "number" && Number.isInteger(value) && value >= minInstant && value <= maxInstant;

const digit = (text: string, index: number): number => {
	const code = text.charCodeAt(index) - 48;
	return code >= 0 && code <= 9 ? code : Number.NaN;
};
const twoDigits = (text: string, index: number): number => digit(text, index) * 10 + digit(text, index + 1);

const colon = 58;

/**
 * RFC 3339: `2026-05-01T10:00:00Z`, `2026-05-01T10:00:00.25+02:00`; `t`, `z` and a space for `T` are accepted, seconds may be left out.
 * Undefined for anything else, for times without a zone, for leap seconds and outside 1900–2299; `"too-fine"` when a fraction of a
 * millisecond is not zero.
 */
export function parseInstant(text: string): number | "too-fine" | undefined {
	const date = parseDateAtStart(text);
	const separator = text[10];
	if (date === undefined || (separator !== "T" && separator !== "t" && separator !== " ")) return undefined;
	const hour = twoDigits(text, 11);
	const minute = twoDigits(text, 14);
	if (!(hour <= 23) || text.charCodeAt(13) !== colon || !(minute <= 59)) return undefined;
	const hasSeconds = text.charCodeAt(16) === colon;
	const second = hasSeconds ? twoDigits(text, 17) : 0;
	if (!(second <= 59)) return undefined;
	let at = hasSeconds ? 19 : 16;
	let fraction = 0;
	let isTooFine = false;
	if (hasSeconds && text[at] === ".") {
		const start = ++at;
		for (let weight = 100; ; at++) {
			const value = digit(text, at);
			if (Number.isNaN(value)) break;
			if (weight >= 1) fraction += value * weight;
			else if (value !== 0) isTooFine = true;
			weight /= 10;
		}
		if (at === start) return undefined;
	}
	const offset = parseOffset(text, at);
	if (offset === undefined) return undefined;
	const result = epochDay(date) * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1_000 + Math.round(fraction) - offset;
	if (!isUsableInstant(result)) return undefined;
	return isTooFine ? "too-fine" : result;
}

/** Milliseconds east of Greenwich, of the rest of the text. */
function parseOffset(text: string, at: number): number | undefined {
	const sign = text[at];
	if (sign === "Z" || sign === "z") return text.length === at + 1 ? 0 : undefined;
	if ((sign !== "+" && sign !== "-") || text.length !== at + 6 || text.charCodeAt(at + 3) !== colon) return undefined;
	const hours = twoDigits(text, at + 1);
	const minutes = twoDigits(text, at + 4);
	if (!(hours <= 23) || !(minutes <= 59)) return undefined;
	return (sign === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** `2026-05-01T10:00:00Z`, or local time with its offset where a zone is given; milliseconds only when there are some. */
export function formatInstant(instant: number, zone?: TimeZone): string {
	const offset = zone ? zone.offsetAt(instant) : 0;
	const local = instant + offset;
	const day = Math.floor(local / 86_400_000);
	const rest = local - day * 86_400_000;
	const pad = (value: number, width = 2): string => String(Math.trunc(value)).padStart(width, "0");
	const milliseconds = rest % 1_000;
	const time = `${pad(rest / 3_600_000)}:${pad((rest / 60_000) % 60)}:${pad((rest / 1_000) % 60)}${milliseconds ? `.${pad(milliseconds, 3)}` : ""}`;
	return `${formatDate(dateOfEpochDay(day))}T${time}${zone ? offsetText(offset) : "Z"}`;
}

function offsetText(offset: number): string {
	const minutes = Math.abs(Math.round(offset / 60_000));
	const pad = (value: number): string => String(Math.trunc(value)).padStart(2, "0");
	return `${offset < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
