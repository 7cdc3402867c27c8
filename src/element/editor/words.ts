// Every word of the editor that a person reads, and English. Other languages have files of their own, loaded when a page needs them.
import type { Severity } from "../../diagnostic/diagnostic.ts";
import type { CompletionKind } from "../../service/complete/candidate.ts";
import type { Formats } from "../guest/formats.ts";
import type { WordCatalogues } from "../guest/localized.ts";
import type { KeyName, ShortcutName } from "./shortcuts.ts";

export interface EditorWords {
	/** What the text is called, where the host gives no `label`. */
	readonly label: string;
	/** What stands in an empty text, where the host gives no `placeholder`. */
	readonly placeholder: string;
	readonly tidy: string;
	readonly alreadyTidy: string;
	readonly tidied: string;
	/** There is nothing to tidy up in an empty text, nor in one with errors. */
	readonly mendFirst: string;
	/** The heading of the problems. */
	readonly problems: string;
	readonly noProblems: string;
	/** Under a list that does not hold all of them. */
	readonly moreProblems: (formats: Formats, count: number) => string;
	readonly severity: Readonly<Record<Severity, string>>;
	/** `1 error, 2 warnings`; called with one problem at least. */
	readonly problemCount: (formats: Formats, counts: Readonly<Record<Severity, number>>) => string;
	/** A place of the text, from 1. */
	readonly place: (formats: Formats, line: number, column: number) => string;
	/** What a list of suggestions is called. */
	readonly suggestions: string;
	readonly suggestionCount: (formats: Formats, count: number) => string;
	readonly nothingToSuggest: string;
	/** A long text, when the typing rests. */
	readonly reading: string;
	readonly loadingValues: string;
	readonly valuesFailed: string;
	/** What a suggestion is. */
	readonly kinds: Readonly<Record<CompletionKind, string>>;
	/** How many profiles have a value, or pass a condition. */
	readonly profiles: (formats: Formats, count: number) => string;
	/** Where so few are not told apart. */
	readonly fewerProfiles: (formats: Formats, than: number) => string;
	/** The name of what is said of the words at the caret. */
	readonly atTheCaret: string;
	readonly nothingAtTheCaret: string;
	readonly noFixHere: string;
	readonly noMoreProblems: string;
	readonly codeEditorFailed: string;
	readonly languageFailed: string;
	readonly tryAgain: string;
	readonly brokenCatalogue: string;
	/** The text is too long to be coloured and completed. */
	readonly longText: (formats: Formats, longest: number) => string;
	readonly shortcuts: string;
	/** What each shortcut does. */
	readonly shortcutDoes: Readonly<Record<ShortcutName, string>>;
	/** What is printed on the keys. */
	readonly keys: Readonly<Record<KeyName, string>>;
	/** A line with a fold in it. */
	readonly folded: string;
	/** A character that has no shape of its own. */
	readonly unseenCharacter: (code: string) => string;
}

const english: EditorWords = {
	label: "Condition",
	placeholder: 'For example: country = "US" and orders is set',
	tidy: "Tidy up",
	alreadyTidy: "The text is tidy already.",
	tidied: "The text was tidied up.",
	mendFirst: "Only a text without errors can be tidied up.",
	problems: "Problems",
	noProblems: "No problems.",
	moreProblems: (formats, count) => `And ${formats.number(count)} more: F8 goes from one to the next.`,
	severity: { error: "Error", warning: "Warning", info: "Note" },
	problemCount: (formats, { error, warning, info }) =>
		formats.list(
			[
				error > 0 ? `${formats.number(error)} ${formats.plural(error, { one: "error", other: "errors" })}` : "",
				warning > 0 ? `${formats.number(warning)} ${formats.plural(warning, { one: "warning", other: "warnings" })}` : "",
				info > 0 ? `${formats.number(info)} ${formats.plural(info, { one: "note", other: "notes" })}` : "",
			].filter(Boolean),
		),
	place: (formats, line, column) => `Line ${formats.number(line)}, column ${formats.number(column)}`,
	suggestions: "Suggestions",
	suggestionCount: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "suggestion", other: "suggestions" })}.`,
	nothingToSuggest: "There is nothing to suggest here.",
	reading: "The text is being read…",
	loadingValues: "Values are being looked up…",
	valuesFailed: "Values could not be looked up. You can type one.",
	kinds: {
		field: "field",
		collection: "collection",
		operator: "operator",
		keyword: "word",
		function: "calculation",
		value: "value",
		date: "time",
		segment: "segment",
	},
	profiles: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "profile", other: "profiles" })}`,
	fewerProfiles: (formats, than) => `fewer than ${formats.number(than)} profiles`,
	atTheCaret: "About the words at the caret",
	nothingAtTheCaret: "There is nothing to say about this place.",
	noFixHere: "There is nothing to mend at the caret.",
	noMoreProblems: "There are no problems to go to.",
	codeEditorFailed: "The code editor could not be loaded. This plain text field does the same work, and nothing is lost.",
	languageFailed: "The text cannot be checked: a part of this page could not be loaded. You can go on writing; nothing is lost.",
	tryAgain: "Try again",
	brokenCatalogue: "The list of fields cannot be used, so the text is not checked:",
	longText: (formats, longest) =>
		`The text is longer than ${formats.number(longest)} characters: it is checked, but without colours and suggestions.`,
	shortcuts: "Keyboard",
	shortcutDoes: {
		suggest: "suggest words that fit",
		explain: "explain and mend what is at the caret",
		next: "go to the next problem",
		tidy: "tidy up",
		comment: "make a line a comment, or a condition again",
		leave: "leave the text",
	},
	keys: { control: "Ctrl", shift: "Shift", alt: "Alt", space: "Space", escape: "Esc", tab: "Tab", after: "then" },
	folded: "Folded lines",
	unseenCharacter: (code) => `Unseen character ${code}`,
};

export const editorWords: WordCatalogues<EditorWords> = {
	english,
	others: {
		de: () => import("./words.de.ts").then(({ german }) => german),
		es: () => import("./words.es.ts").then(({ spanish }) => spanish),
		ar: () => import("./words.ar.ts").then(({ arabic }) => arabic),
	},
};
