// The moment a segment is bound to: relative dates become literals here, once, at compile time.
import { timeZone as timeZoneOf, type TimeZone } from "../values/time-zone.ts";

export interface Clock {
	/** Epoch milliseconds, UTC. */
	readonly now: number;
	/** The local day of `now`, `yyyymmdd`. */
	readonly today: number;
	readonly zone: TimeZone;
	/** The first day of a week: ISO 1 (Monday) to 7 (Sunday). */
	readonly weekStart: number;
}

/** Throws RangeError for an unknown time zone or a `weekStart` outside 1–7: both are the caller's to get right. */
export function clock(now: number, timeZone: string, weekStart = 1): Clock {
	if (!Number.isInteger(now)) throw new RangeError(`"now" must be whole epoch milliseconds, not ${now}.`);
	if (!Number.isInteger(weekStart) || weekStart < 1 || weekStart > 7) throw new RangeError(`"weekStart" must be 1 to 7, not ${weekStart}.`);
	const zone = timeZoneOf(timeZone);
	return { now, today: zone.dateOf(now), zone, weekStart };
}
