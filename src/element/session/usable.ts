// What a session takes from hosts and views: refused with a sentence, or made fit.
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { isTimeZone } from "../../values/time-zone.ts";
import type { AnsweringSource } from "./answering-source.ts";
import type { GivenInputs } from "./given-profiles.ts";

/** Line ends as every text area has them: `\n`. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The part of a span that is inside a text. */
export const within = ({ from, to }: Span, length: number): Span => ({
	from: Math.max(0, Math.min(from, length)),
	to: Math.max(0, Math.min(to, length)),
});

/** Throws RangeError for an edit that is not inside a text. */
export function refuseOutside(edits: readonly TextEdit[], length: number): void {
	const outside = edits.find(({ span }) => !(span.from >= 0 && span.from <= span.to && span.to <= length));
	if (outside) throw new RangeError(`The edit from ${outside.span.from} to ${outside.span.to} is not inside a text of ${length} units.`);
}

/** Throws RangeError for a time zone or a time that there is not, and TypeError for profiles that are none. */
export function refuseUnusable({ timeZone, now, profiles }: Pick<GivenInputs, "timeZone" | "now" | "profiles">): void {
	if (timeZone !== undefined && !isTimeZone(timeZone)) {
		throw new RangeError(`There is no time zone ${JSON.stringify(timeZone)}. Use a name such as "Europe/Berlin" or "UTC".`);
	}
	if (now !== undefined && !Number.isInteger(Number(now))) {
		throw new RangeError('"now" must be a Date or whole epoch milliseconds. Use undefined for the time of each change.');
	}
	if (profiles !== undefined && profiles !== null && !Array.isArray(profiles) && !canAnswer(profiles)) {
		throw new TypeError(
			'"profiles" must be an array of profiles, or a source that answers, such as `openProfiles` gives. Use undefined for none.',
		);
	}
}

/** A source answers at least how many there are. */
const canAnswer = (profiles: unknown): boolean => typeof (profiles as Partial<AnsweringSource>).preview === "function";
