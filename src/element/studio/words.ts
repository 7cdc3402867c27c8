// What the studio itself says: its parts have words of their own.
import type { WordCatalogues } from "../guest/localized.ts";

export interface StudioWords {
	/** The name of the row of buttons. */
	readonly tools: string;
	/** The question that the choice of views answers. */
	readonly view: string;
	readonly viewText: string;
	readonly viewBuilder: string;
	readonly viewBoth: string;
	readonly undo: string;
	readonly redo: string;
	readonly tidy: string;
	/** Why there is nothing to tidy up. */
	readonly alreadyTidy: string;
	readonly saved: string;
	readonly changed: string;
	readonly backToSaved: string;
	/** Why nothing can be changed. */
	readonly readOnly: string;
}

export const english: StudioWords = {
	tools: "Tools",
	view: "View",
	viewText: "Text",
	viewBuilder: "Builder",
	viewBoth: "Both",
	undo: "Undo",
	redo: "Redo",
	tidy: "Tidy up",
	alreadyTidy: "There is nothing to tidy up.",
	saved: "Saved",
	changed: "Changed",
	backToSaved: "Back to the saved text",
	readOnly: "Read only",
};

export const studioWords: WordCatalogues<StudioWords> = {
	english,
	others: {
		de: () => import("./words.de.ts").then(({ german }) => german),
		es: () => import("./words.es.ts").then(({ spanish }) => spanish),
		ar: () => import("./words.ar.ts").then(({ arabic }) => arabic),
	},
};
