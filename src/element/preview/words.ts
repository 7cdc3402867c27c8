// What <segql-preview> says, and in English. Every state is a sentence, so that nobody has to guess from a colour. Counts come as they may be told:
// digits, or `fewerThan`.
import type { Formats } from "../guest/formats.ts";
import type { WordCatalogues } from "../guest/localized.ts";

export interface PreviewWords {
	readonly preview: string;
	/** A small count that is not told. */
	fewerThan(formats: Formats, than: number): string;
	/** Beside the big number; the share is left out where the number is not told. */
	ofProfiles(formats: Formats, size: number, share: string | undefined): string;
	readonly tryAgain: string;
	readonly cancel: string;

	// the state of the count
	readonly nothingYet: string;
	readonly noFields: string;
	readonly brokenFields: string;
	readonly noSource: string;
	readonly noProfiles: string;
	readonly gettingReady: string;
	readonly notLoaded: string;
	readonly counting: string;
	slow(formats: Formats, seconds: number): string;
	exact(formats: Formats, asOf: number): string;
	partial(formats: Formats, profiles: number, asOf: number): string;
	readonly stale: string;
	readonly failed: string;
	/** A number from before, shown while there is no newer one. */
	ofTheTextBefore(formats: Formats, asOf: number): string;
	offline(formats: Formats, since: number, asOf: number): string;

	// the state of every other answer
	readonly asking: string;
	slowAnswer(formats: Formats, seconds: number): string;
	readonly notAnswered: string;
	readonly notUpToDate: string;
	/** In place of an answer that was never asked for, while the text has errors. */
	readonly notWithErrors: string;

	// tabs
	readonly panels: string;
	readonly conditions: string;
	readonly values: string;
	readonly profiles: string;
	readonly why: string;
	readonly changes: string;
	readonly overlap: string;
	readonly quality: string;

	// conditions
	/** In place of conditions while the text has errors; what is wrong may follow. */
	readonly noConditionsYet: string;
	/** Above the conditions of the last text without errors; what is wrong may follow. */
	readonly conditionsOfBefore: string;
	readonly eachAlone: string;
	throughMissing(formats: Formats, count: string, number: number): string;
	readonly askForValue: string;
	select(condition: string): string;
	moreConditions(formats: Formats, count: number): string;
	readonly stepByStep: string;
	readonly condition: string;
	readonly leftAfter: string;
	readonly withoutIt: string;

	// values
	readonly field: string;
	readonly inSegment: string;
	readonly everyone: string;
	withoutValue(formats: Formats, inside: string, everyone: string): string;
	readonly showTable: string;
	readonly showChart: string;
	readonly compareShares: string;
	chartOf(field: string): string;
	readonly range: string;
	fromTo(from: string, to: string): string;
	readonly value: string;
	otherValues(formats: Formats, count: number): string;
	readonly moreValues: string;
	hiddenFields(formats: Formats, count: number): string;
	readonly noFieldToDraw: string;
	readonly noValues: string;
	threshold(field: string): string;
	readonly thresholdHelp: string;

	// values of a profile
	readonly yes: string;
	readonly no: string;
	readonly missing: string;
	readonly empty: string;
	readonly hidden: string;
	entries(formats: Formats, count: number): string;

	// profiles
	readonly search: string;
	readonly columns: string;
	readonly findColumn: string;
	moreColumns(formats: Formats, count: number): string;
	rowsOf(formats: Formats, from: number, to: number, total: number): string;
	readonly first: string;
	readonly previous: string;
	readonly next: string;
	readonly last: string;
	readonly nobodyInside: string;
	readonly nobodyFound: string;
	tooFew(formats: Formats, than: number): string;
	readonly row: string;
	readonly whyThis: string;
	whyRow(formats: Formats, row: number): string;

	// export
	readonly exportAs: string;
	exporting(formats: Formats, done: number, total: number): string;
	exported(formats: Formats, rows: number, file: string): string;
	readonly exportStopped: string;
	readonly exportChanged: string;
	exportLimited(formats: Formats, limit: number): string;
	exportHidden(formats: Formats, fields: readonly string[]): string;

	// why
	readonly userId: string;
	readonly explain: string;
	readonly whyHelp: string;
	readonly notFound: string;
	readonly profilesChanged: string;
	readonly similar: string;
	readonly isIn: string;
	readonly isOut: string;
	readonly holds: string;
	readonly doesNotHold: string;
	readonly noValue: string;
	readonly has: string;
	readonly wants: string;
	readonly smallestChange: string;
	readonly someChange: string;
	readonly mustHold: string;
	readonly mustNotHold: string;
	readonly fromColumns: string;
	readonly whyNotNow: string;

	// changes
	readonly againstSaved: string;
	readonly comesIn: string;
	readonly goesOut: string;
	readonly stays: string;
	readonly list: string;
	readonly savedHasErrors: string;

	// overlap
	readonly thisText: string;
	onlyIn(formats: Formats, names: readonly string[]): string;
	readonly inNone: string;
	readonly useAsText: string;
	otherRegions(formats: Formats, regions: number, count: string): string;
	leftOut(name: string): string;
	readonly segments: string;
	readonly count: string;

	// quality
	readonly allFields: string;
	readonly usable: string;
	readonly absent: string;
	readonly wrongType: string;
	readonly entriesLeftOut: string;
	readonly forExample: string;
	readonly allUsable: string;
	readonly wrongCountsAsMissing: string;
	notObjects(formats: Formats, count: number): string;
}

export const english: PreviewWords = {
	preview: "Preview",
	fewerThan: (formats, than) => `fewer than ${formats.number(than)}`,
	ofProfiles: (formats, size, share) =>
		`of ${formats.number(size)} ${formats.plural(size, { one: "profile", other: "profiles" })}${share === undefined ? "" : ` · ${share}`}`,
	tryAgain: "Try again",
	cancel: "Cancel",

	nothingYet: "Write a condition to see who is in it.",
	noFields: "There are no fields yet, so nothing can be counted.",
	brokenFields: "The list of fields cannot be used:",
	noSource: "There are no profiles here to count in.",
	noProfiles: "There are no profiles to count in yet.",
	gettingReady: "Getting ready.",
	notLoaded: "A part of this page could not be loaded. Check the connection, then try again.",
	counting: "Counting.",
	slow: (formats, seconds) => `Still counting: no answer for ${formats.number(seconds)} seconds. Wait, or try again.`,
	exact: (formats, asOf) => `Exact: every profile was tested. As of ${formats.instant(asOf)}.`,
	partial: (formats, profiles, asOf) =>
		`Exact for the ${formats.number(profiles)} ${formats.plural(profiles, { one: "profile that has", other: "profiles that have" })} come so far: these are not all. As of ${formats.instant(asOf)}.`,
	stale: "Not up to date: the text has errors. Mend them to see a count.",
	failed: "The profiles could not be counted.",
	ofTheTextBefore: (formats, asOf) => `The number is that of the text before, as of ${formats.instant(asOf)}.`,
	offline: (formats, since, asOf) => `Offline since ${formats.instant(since)}: these are the profiles as of ${formats.instant(asOf)}.`,

	asking: "One moment.",
	slowAnswer: (formats, seconds) => `Still waiting: no answer for ${formats.number(seconds)} seconds. Wait, or try again.`,
	notAnswered: "This could not be answered.",
	notUpToDate: "Not up to date.",
	notWithErrors: "The text has errors: mend them to see this.",

	panels: "What to look at",
	conditions: "Conditions",
	values: "Values",
	profiles: "Profiles",
	why: "Why",
	changes: "Changes",
	overlap: "Overlap",
	quality: "Data",

	noConditionsYet: "No condition has a count yet, because the text has errors. Mend them, and each condition stands here with its count.",
	conditionsOfBefore: "The text has errors, so these are still the conditions of the text before. Mend them to count anew.",
	eachAlone: "Each condition alone",
	throughMissing: (formats, count, number) =>
		`${count} ${formats.plural(number, { one: "passes", other: "pass" })} only because a value is missing`,
	askForValue: "Ask for the value",
	select: (condition) => `Select in the text: ${condition}`,
	moreConditions: (formats, count) =>
		`${formats.number(count)} more ${formats.plural(count, { one: "condition", other: "conditions" })} at this level.`,
	stepByStep: "Step by step",
	condition: "Condition",
	leftAfter: "Left after it",
	withoutIt: "Without it",

	field: "Field",
	inSegment: "In the segment",
	everyone: "Everyone",
	withoutValue: (_, inside, everyone) => `Without a value: ${inside} in the segment, ${everyone} of everyone.`,
	showTable: "Show as a table",
	showChart: "Show as a chart",
	compareShares: "Compare shares",
	chartOf: (field) => `How the values of ${field} are spread`,
	range: "Range",
	fromTo: (from, to) => `${from} to ${to}`,
	value: "Value",
	otherValues: (formats, count) => `${formats.number(count)} other ${formats.plural(count, { one: "value", other: "values" })}`,
	moreValues: "There are more different values than are counted one by one.",
	hiddenFields: (formats, count) =>
		`${formats.number(count)} ${formats.plural(count, { one: "field is", other: "fields are" })} hidden to protect personal data.`,
	noFieldToDraw: "There is no field whose values may be shown here.",
	noValues: "Nobody has a value.",
	threshold: (field) => `Threshold of ${field}`,
	thresholdHelp: "Drag the line, or use the arrow keys, to change the value in the text.",

	yes: "yes",
	no: "no",
	missing: "missing",
	empty: "empty",
	hidden: "hidden",
	entries: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "entry", other: "entries" })}`,

	search: "Search",
	columns: "Columns",
	findColumn: "Find a field",
	moreColumns: (formats, count) => `${formats.number(count)} more: type to find them.`,
	rowsOf: (formats, from, to, total) => `Rows ${formats.number(from)}–${formats.number(to)} of ${formats.number(total)}`,
	first: "First",
	previous: "Previous",
	next: "Next",
	last: "Last",
	nobodyInside: "Nobody is in the segment.",
	nobodyFound: "Nobody was found.",
	tooFew: (formats, than) => `These are fewer than ${formats.number(than)} profiles, so they are not listed.`,
	row: "Row",
	whyThis: "Why?",
	whyRow: (formats, row) => `Why is row ${formats.number(row)} in?`,

	exportAs: "Export",
	exporting: (formats, done, total) => `${formats.number(done)} of ${formats.number(total)} profiles written.`,
	exported: (formats, rows, file) =>
		`${formats.number(rows)} ${formats.plural(rows, { one: "profile was", other: "profiles were" })} saved as ${file}.`,
	exportStopped: "The export was stopped: nothing was saved.",
	exportChanged: "The profiles changed while they were written: nothing was saved. Export them again.",
	exportLimited: (formats, limit) => `Only the first ${formats.number(limit)} were written: that is the most this page exports.`,
	exportHidden: (formats, fields) => `Left out to protect personal data: ${formats.list(fields)}.`,

	userId: "Profile with user_id",
	explain: "Explain",
	whyHelp: "Type a user_id, or choose a row under Profiles. People outside the segment are found here, too.",
	notFound: "There is no profile with this user_id.",
	profilesChanged: "The profiles have changed since. Choose a row again, or type a user_id.",
	similar: "Similar ones:",
	isIn: "This profile is in the segment.",
	isOut: "This profile is not in the segment.",
	holds: "holds",
	doesNotHold: "does not hold",
	noValue: "no value",
	has: "It has",
	wants: "wanted is",
	smallestChange: "The smallest change that would bring it in:",
	someChange: "A change that would bring it in; there may be a smaller one:",
	mustHold: "must hold",
	mustNotHold: "must not hold",
	fromColumns: "The profile is not kept as it came: this is what the columns hold of it.",
	whyNotNow: "The text has errors: mend them to see why.",

	againstSaved: "Against the saved version",
	comesIn: "Come in",
	goesOut: "Go out",
	stays: "Stay",
	list: "List them",
	savedHasErrors: "The saved version has errors, so nothing can be compared with it.",

	thisText: "this text",
	onlyIn: (formats, names) => `Only in ${formats.list(names)}`,
	inNone: "In none of them",
	useAsText: "Use as the text",
	otherRegions: (formats, regions, count) =>
		`${formats.number(regions)} smaller ${formats.plural(regions, { one: "combination", other: "combinations" })} with ${count} profiles.`,
	leftOut: (name) => `“${name}” has errors and is left out.`,
	segments: "Segments",
	count: "Profiles",

	allFields: "All fields",
	usable: "Usable",
	absent: "Missing",
	wrongType: "Wrong type",
	entriesLeftOut: "Entries left out",
	forExample: "For example",
	allUsable: "Every value that is there can be used.",
	wrongCountsAsMissing: "Values of a wrong type count as missing.",
	notObjects: (formats, count) =>
		`${formats.number(count)} ${formats.plural(count, { one: "profile is", other: "profiles are" })} no JSON object, so every field is missing.`,
};

export const previewWords: WordCatalogues<PreviewWords> = {
	english,
	others: {
		de: async () => (await import("./words.de.ts")).german,
		es: async () => (await import("./words.es.ts")).spanish,
		ar: async () => (await import("./words.ar.ts")).arabic,
	},
};
