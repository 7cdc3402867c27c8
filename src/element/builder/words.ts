// What the builder says. The text of a segment, and the core's messages about it, are not here: they stay as they are in every language.
import type { Operator, Quantifier, Unit } from "../../syntax/ast.ts";
import type { WordCatalogues } from "../guest/localized.ts";
import type { Formats } from "../guest/formats.ts";
import type { ShownCount } from "../privacy/policy.ts";
import { english } from "./words.en.ts";

/** What a value of time can be. */
export type TimeKind = "date" | "moment" | "ago" | "from-now" | "today" | "yesterday" | "tomorrow" | "now" | "words";

/** How a stretch of time can be said. */
export type WindowKind = "last" | "next" | "this" | "last-calendar" | "next-calendar" | "last-full" | "next-full";

/** Operators in words: plain, and negated by their own words where they have some. */
export type OperatorWords = Readonly<Record<Operator, readonly [plain: string, negated?: string]>>;

export interface BuilderWords {
	/** The name of the whole. */
	readonly conditions: string;
	readonly loading: string;
	/** There is no condition yet. */
	readonly empty: string;
	readonly noCatalogue: string;
	/** Above the problems of a catalogue. */
	readonly brokenCatalogue: string;
	/** For screen readers: which keys there are. */
	readonly keys: string;

	// ---- groups ----
	readonly all: string;
	readonly any: string;
	readonly none: string;
	readonly atLeast: string;
	/** Behind the number of `at least 2`. */
	readonly ofThese: string;
	readonly howMany: string;
	readonly number: string;
	readonly and: string;
	readonly or: string;
	readonly quantifiers: Readonly<Record<Quantifier, string>>;
	readonly howManyElements: string;
	readonly collection: string;
	/** Between a collection and its conditions. */
	readonly where: string;
	readonly first: string;
	readonly last: string;
	readonly firstOrLast: string;
	/** Between a collection and the field that orders it. */
	readonly by: string;
	readonly orderedBy: string;
	/** The label of a group: what it asks, and how many rows it has. */
	readonly group: (formats: Formats, what: string, rows: number) => string;
	readonly row: (formats: Formats, words: string) => string;

	// ---- adding ----
	readonly addCondition: string;
	readonly addGroup: string;
	readonly addReference: string;
	readonly addNote: string;
	readonly newNote: string;
	/** The name of a group's buttons for adding. */
	readonly add: string;

	// ---- rows ----
	readonly actions: (formats: Formats, words: string) => string;
	readonly drag: string;
	readonly moveUp: string;
	readonly moveDown: string;
	readonly duplicate: string;
	readonly mute: string;
	readonly unmute: string;
	readonly remove: string;
	readonly more: string;
	readonly not: string;
	readonly negate: string;
	readonly wrap: string;
	readonly wrapNot: string;
	readonly unwrap: string;
	readonly name: string;
	readonly commentAbove: string;
	readonly commentBehind: string;
	readonly asText: string;
	readonly note: string;
	readonly muted: string;
	readonly textRow: string;

	// ---- conditions ----
	readonly subject: string;
	readonly chooseSubject: string;
	readonly operator: string;
	readonly operators: OperatorWords;
	/** The same of dates, which nobody calls more or less: "is more than 30 days ago" says the opposite of what is asked. */
	readonly operatorsOfDates: Pick<OperatorWords, "less" | "at-most" | "greater" | "at-least">;
	/** `contains any of` and its like, plain and negated. */
	readonly anyOf: Readonly<Partial<Record<Operator, readonly [plain: string, negated: string]>>>;
	readonly value: string;
	readonly lowest: string;
	readonly highest: string;
	/** Between two values. */
	readonly between: string;
	readonly choose: string;
	readonly emptyText: string;
	readonly valueAsText: string;
	readonly yes: string;
	readonly no: string;
	readonly ignoringCase: string;
	readonly values: string;
	readonly addValue: string;
	readonly removeValue: (formats: Formats, value: string) => string;
	readonly showAll: (formats: Formats, count: number) => string;
	readonly segment: string;
	readonly chooseSegment: string;
	readonly inSegment: string;
	readonly notInSegment: string;
	readonly membership: string;

	// ---- time ----
	readonly timeKind: string;
	readonly timeKinds: Readonly<Record<TimeKind, string>>;
	readonly windowKinds: Readonly<Record<WindowKind, string>>;
	/** The kinds of when an anniversary is; behind `within` comes a stretch of time. */
	readonly onDay: string;
	readonly within: string;
	readonly twoPoints: string;
	readonly amount: string;
	readonly unit: string;
	readonly units: Readonly<Record<Unit, string>>;
	readonly date: string;
	readonly moment: (formats: Formats, timeZone: string) => string;
	readonly month: string;
	readonly day: string;

	// ---- subjects ----
	readonly types: Readonly<Record<"text" | "number" | "boolean" | "date" | "datetime" | "list" | "collection" | "month-day", string>>;
	readonly aggregates: Readonly<Record<"count" | "sum" | "avg" | "min" | "max" | "count-distinct", string>>;
	readonly parts: Readonly<Record<"age" | "month" | "weekday" | "hour" | "month-day", string>>;
	/** A field of the profile, seen from inside a collection. */
	readonly ofProfile: string;
	readonly anotherField: string;
	/** Under a row in which something is still to be chosen. */
	readonly missingField: string;
	readonly missingValue: string;
	readonly missingSegment: string;
	readonly noMatch: string;
	readonly choices: string;
	/** On the button for rows that are not drawn yet. */
	readonly moreRows: (formats: Formats, count: number) => string;
	/** Under a list that was cut. */
	readonly moreChoices: (formats: Formats, count: number) => string;
	readonly valuesLoading: string;
	readonly profiles: (formats: Formats, count: number) => string;

	// ---- what is told ----
	/** How many pass a row, and how many of them because a value is missing, each as it may be told. */
	readonly count: (formats: Formats, count: ShownCount, throughMissing: ShownCount) => string;
	readonly counting: string;
	readonly position: (formats: Formats, index: number, of: number) => string;
	readonly removed: string;
	readonly duplicated: string;
	readonly wasMuted: string;
	readonly wasUnmuted: string;
	readonly undone: string;
	readonly redone: string;
	readonly noNumber: string;
	readonly noDate: string;
	readonly notNumbers: (formats: Formats, values: readonly string[]) => string;
	readonly cancelled: string;
}

export const builderWords: WordCatalogues<BuilderWords> = {
	english,
	others: {
		de: async () => (await import("./words.de.ts")).german,
		es: async () => (await import("./words.es.ts")).spanish,
		ar: async () => (await import("./words.ar.ts")).arabic,
	},
};
