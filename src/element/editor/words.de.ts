// German.
import type { EditorWords } from "./words.ts";

export const german: EditorWords = {
	label: "Bedingung",
	placeholder: 'Zum Beispiel: country = "US" and orders is set',
	tidy: "Aufräumen",
	alreadyTidy: "Der Text ist schon aufgeräumt.",
	tidied: "Der Text wurde aufgeräumt.",
	mendFirst: "Nur ein Text ohne Fehler kann aufgeräumt werden.",
	problems: "Probleme",
	noProblems: "Keine Probleme.",
	severity: { error: "Fehler", warning: "Warnung", info: "Hinweis" },
	problemCount: (formats, { error, warning, info }) =>
		formats.list(
			[
				error > 0 ? `${formats.number(error)} Fehler` : "",
				warning > 0 ? `${formats.number(warning)} ${formats.plural(warning, { one: "Warnung", other: "Warnungen" })}` : "",
				info > 0 ? `${formats.number(info)} ${formats.plural(info, { one: "Hinweis", other: "Hinweise" })}` : "",
			].filter(Boolean),
		),
	place: (formats, line, column) => `Zeile ${formats.number(line)}, Spalte ${formats.number(column)}`,
	suggestions: "Vorschläge",
	suggestionCount: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "Vorschlag", other: "Vorschläge" })}.`,
	nothingToSuggest: "Hier gibt es nichts vorzuschlagen.",
	loadingValues: "Werte werden nachgeschlagen …",
	valuesFailed: "Die Werte konnten nicht nachgeschlagen werden. Sie können einen eintippen.",
	kinds: {
		field: "Feld",
		collection: "Sammlung",
		operator: "Operator",
		keyword: "Wort",
		function: "Berechnung",
		value: "Wert",
		date: "Zeit",
		segment: "Segment",
	},
	profiles: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "Profil", other: "Profile" })}`,
	fewerProfiles: (formats, than) => `weniger als ${formats.number(than)} Profile`,
	atTheCaret: "Zu den Wörtern an der Schreibmarke",
	nothingAtTheCaret: "Zu dieser Stelle gibt es nichts zu sagen.",
	noFixHere: "An der Schreibmarke gibt es nichts zu beheben.",
	noMoreProblems: "Es gibt keine Probleme, zu denen man springen könnte.",
	codeEditorFailed: "Der Code-Editor konnte nicht geladen werden. Dieses einfache Textfeld leistet dasselbe, und nichts geht verloren.",
	languageFailed:
		"Der Text kann nicht geprüft werden, weil ein Teil dieser Seite nicht geladen werden konnte. Sie können weiterschreiben; nichts geht verloren.",
	tryAgain: "Erneut versuchen",
	brokenCatalogue: "Die Liste der Felder ist nicht brauchbar, deshalb wird der Text nicht geprüft:",
	longText: (formats, longest) =>
		`Der Text ist länger als ${formats.number(longest)} Zeichen: Er wird geprüft, aber ohne Farben und Vorschläge.`,
	shortcuts: "Tastatur",
	shortcutDoes: {
		suggest: "passende Wörter vorschlagen",
		explain: "erklären und beheben, was an der Schreibmarke steht",
		next: "zum nächsten Problem gehen",
		tidy: "aufräumen",
		comment: "eine Zeile zum Kommentar machen oder wieder zur Bedingung",
		leave: "den Text verlassen",
	},
	keys: { control: "Strg", shift: "Umschalt", alt: "Alt", space: "Leertaste", escape: "Esc", tab: "Tab", after: "dann" },
	folded: "Eingeklappte Zeilen",
	unseenCharacter: (code) => `Unsichtbares Zeichen ${code}`,
};
