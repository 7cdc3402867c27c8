// What form controls say by themselves. Hosts replace it as they replace an element's own words.
import type { WordCatalogues } from "./localized.ts";

export interface FormWords {
	/** Where a text is required and there is none. */
	readonly valueMissing: string;
	/** Where the parser is still on its way. */
	readonly notYetChecked: string;
}

const english: FormWords = {
	valueMissing: "Write who is in this segment.",
	notYetChecked: "The text is not checked yet. Wait a moment, then try again.",
};

export const formWords: WordCatalogues<FormWords> = {
	english,
	others: {
		de: async () => (await import("./form-words.de.ts")).german,
		es: async () => (await import("./form-words.es.ts")).spanish,
		ar: async () => (await import("./form-words.ar.ts")).arabic,
	},
};
