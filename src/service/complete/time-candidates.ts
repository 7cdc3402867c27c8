// Words of time: stretches (`in last 30 days`), points (`30 days ago`) and lengths (`3 months`), each with what it comes to today.
import type { Context } from "../../check/context.ts";
import { formatDate } from "../../values/civil-date.ts";
import { resolvedWords } from "../resolved-time.ts";
import { type Candidate, phrase } from "./candidate.ts";

type DateType = "date" | "datetime";

const days = [
	["days", 30],
	["weeks", 4],
	["months", 3],
	["quarters", 2],
	["years", 1],
] as const;
const hours = [
	["hours", 24],
	["minutes", 30],
] as const;
const unitsFor = (type: DateType) => (type === "datetime" ? [...days, ...hours] : days);

/** Shown to everyone; the other stretches to those who have begun one. */
const common: ReadonlySet<string> = new Set(["in last #30 days", "in last #7 days", "in this month", "in last month", "in next #7 days"]);

/** `in last 30 days` and its like, as operators on a date. */
export function windowCandidates(type: DateType, context: Context): readonly Candidate[] {
	const all = stretches(type);
	const detail = (words: string): string | undefined => resolvedWords(words, type, context);
	return [
		...all.map((words) => phrase("date", words, "none", { isQuiet: !common.has(words), detail })),
		...all.map((words) =>
			phrase("date", `not ${words}`, "none", {
				isHidden: true,
				isQuiet: !common.has(words),
				detail: "everyone else, also those without a date",
			}),
		),
	];
}

/** Every stretch of time there is, the common ones first. */
function stretches(type: DateType): readonly string[] {
	const wholes = days.map(([unit]) => unit.slice(0, -1)).filter((unit) => unit !== "day");
	const rolling = (direction: string) => unitsFor(type).map(([unit, amount]) => `in ${direction} #${amount} ${unit}`);
	const calendar = (direction: string) => wholes.map((unit) => `in ${direction} ${unit}`);
	const full = (direction: string) => days.flatMap(([unit]) => [`in ${direction} #3 full ${unit}`, `in ${direction} #7 calendar ${unit}`]);
	const last = ["in last #30 days", "in last #7 days", ...rolling("last").slice(1), ...calendar("last"), ...full("last")];
	const next = ["in next #7 days", ...rolling("next"), ...calendar("next"), ...full("next")];
	const all = [...last, ...calendar("this"), ...next];
	return all.toSorted((a, b) => Number(common.has(b)) - Number(common.has(a)));
}

/** Days that return each year. */
export function anniversaryCandidates(): readonly Candidate[] {
	const windows = stretches("date");
	const detail = "the day returns each year";
	return [
		phrase("date", "anniversary today", "none", { detail }),
		phrase("date", "anniversary in next #7 days", "none", { detail }),
		phrase("date", "anniversary tomorrow", "none", { detail, isHidden: true }),
		phrase("date", "anniversary between", "two", { detail, isHidden: true }),
		...windows.map((words) => phrase("date", `anniversary ${words}`, "none", { detail, isHidden: true })),
	];
}

/** A day or a moment: `today`, `30 days ago`, and today's date to begin with. */
export function pointCandidates(type: DateType, context: Context): readonly Candidate[] {
	const detail = (words: string): string | undefined => resolvedWords(words, type, context);
	const point = (words: string, isQuiet = false): Candidate => phrase("date", words, "none", { isQuiet, detail });
	const further = (words: string): Candidate => phrase("date", words, "none", { isHidden: true, detail });
	return [
		point("today"),
		point("yesterday"),
		point("tomorrow"),
		...(type === "datetime" ? [point("now")] : []),
		point("#30 days ago"),
		point("#7 days from now"),
		...unitsFor(type).flatMap(([unit, amount]) => [
			...(unit === "days" ? [] : [point(`#${amount} ${unit} ago`, true)]),
			...(unit === "days" ? [] : [point(`#${amount} ${unit} from now`, true)]),
		]),
		...["today", "yesterday", "tomorrow", "now"].flatMap((base) =>
			["-", "+"].flatMap((sign) => days.map(([unit, amount]) => further(`${base} ${sign} #${amount} ${unit}`))),
		),
		phrase("date", formatDate(context.clock.today), "none", { detail: "a day, year first" }),
	];
}

/** What a date is moved by, after `+` or `-`. */
export const lengthCandidates = (type: DateType): readonly Candidate[] =>
	unitsFor(type).map(([unit, amount]) => phrase("date", `#${amount} ${unit}`, "none"));

/** The typed words of a stretch in the form that `windowCandidates` has: `within the past` is `in last`, and the `in` can be left out. */
export function canonicalWindow(words: readonly string[]): readonly string[] {
	const plain = words.filter((word) => word !== "the").map((word) => (word === "within" ? "in" : word === "past" ? "last" : word));
	const at = plain.findIndex((word) => word === "last" || word === "next" || word === "this");
	return at >= 0 && plain[at - 1] !== "in" ? [...plain.slice(0, at), "in", ...plain.slice(at)] : plain;
}
