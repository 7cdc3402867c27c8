// When `now` is and where days begin: the options, and what they default to.
import { type Command, InvalidArgumentError } from "commander";
import { parseDate } from "../values/civil-date.ts";
import { formatInstant, parseInstant } from "../values/instant.ts";
import { hostTimeZone, isTimeZone, timeZone } from "../values/time-zone.ts";
import { UsageError } from "./errors.ts";
import type { Session } from "./session.ts";

export interface ClockOptions {
	readonly now?: string;
	readonly timezone?: string;
	readonly weekStart?: number;
}

export interface Clock {
	/** Epoch milliseconds UTC. */
	readonly now: number;
	/** IANA name. */
	readonly timeZone: string;
	/** ISO 1 (Monday) to 7 (Sunday). Left out: Monday. */
	readonly weekStart?: number;
}

export function takesClock(command: Command): Command {
	return command
		.option("--now <when>", "what now means: 1998-07-01T00:00:00Z, or a date for its first moment (default: now)")
		.option("--timezone <name>", "where days begin: an IANA name (default: the catalogue's, else this machine's)")
		.option("--week-start <day>", "where weeks begin: 1 for Monday, the default, to 7 for Sunday", weekday);
}

function weekday(text: string): number {
	if (!/^[1-7]$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 to 7.");
	return Number(text);
}

/** Throws UsageError for a moment or a zone that is none. */
export function clockFrom(options: ClockOptions, catalogueZone: string | undefined, session: Session): Clock {
	const zone = options.timezone ?? catalogueZone ?? hostTimeZone();
	if (!isTimeZone(zone)) throw new UsageError(`There is no time zone "${zone}".`, "Use an IANA name, for example America/New_York or UTC.");
	const now = options.now === undefined ? session.environment.now : momentOf(options.now, zone);
	return { now, timeZone: zone, ...(options.weekStart !== undefined && { weekStart: options.weekStart }) };
}

function momentOf(text: string, zone: string): number {
	const date = parseDate(text);
	if (date !== undefined) return timeZone(zone).startOfDay(date);
	const instant = parseInstant(text);
	if (typeof instant === "number") return instant;
	throw new UsageError(
		instant === "too-fine" ? `"${text}" is finer than a millisecond.` : `"${text}" is no moment.`,
		"Write --now like 1998-07-01T00:00:00Z, or like 1998-07-01 for the first moment of that day.",
	);
}

/** For people: the moment in its zone. */
export const clockInWords = ({ now, timeZone: zone }: Clock): string => `As of ${formatInstant(now, timeZone(zone))}, time zone ${zone}.`;

export const clockJson = ({ now, timeZone: zone }: Clock): object => ({ now: formatInstant(now), timeZone: zone });
