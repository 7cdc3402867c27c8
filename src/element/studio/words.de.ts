// German.
import type { StudioWords } from "./words.ts";

export const german: StudioWords = {
	tools: "Werkzeuge",
	view: "Ansicht",
	viewText: "Text",
	viewBuilder: "Baukasten",
	viewBoth: "Beides",
	undo: "Rückgängig",
	redo: "Wiederholen",
	tidy: "Aufräumen",
	alreadyTidy: "Es gibt nichts aufzuräumen.",
	saved: "Gespeichert",
	changed: "Geändert",
	backToSaved: "Zurück zum gespeicherten Text",
	readOnly: "Nur lesen",
};
