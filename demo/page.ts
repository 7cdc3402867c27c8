// What the parts of the page share: finding elements, and saying things in the page's language.
import { isPageLanguage, languages, type PageLanguage, type PageWords } from "./words.ts";

export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no #${id}.`);
	return element as T;
};

export const pageLanguage = (): PageLanguage => {
	const { lang } = document.documentElement;
	return isPageLanguage(lang) ? lang : "en";
};

export const words = (): PageWords => languages[pageLanguage()];

export const inDigits = (count: number): string => count.toLocaleString(pageLanguage());

export const inDayAndMinute = (epochMs: number): string =>
	new Date(epochMs).toLocaleString(pageLanguage(), { dateStyle: "medium", timeStyle: "short" });

const retellers = new Set<() => void>();

/** Says something, and says it again when the language changes. Each place says one thing at a time. */
export function inWords(tell: () => void): { say(): void; stop(): void } {
	retellers.add(tell);
	tell();
	return { say: tell, stop: () => retellers.delete(tell) };
}

export function sayAgain(): void {
	for (const tell of [...retellers]) tell();
}

/** What a place of the page says, whatever it said before. */
export class Place {
	readonly #element: HTMLElement;
	#told: { stop(): void } | undefined;

	constructor(id: string) {
		this.#element = byId(id);
	}

	/** `isPassing` of what another sentence follows at once: it is seen, and not spoken. */
	say(sentence: () => string, { isPassing = false }: { readonly isPassing?: boolean } = {}): void {
		this.#told?.stop();
		if (isPassing) this.#element.setAttribute("aria-live", "off");
		else this.#element.removeAttribute("aria-live");
		delete this.#element.dataset.word;
		this.#told = inWords(() => {
			this.#element.textContent = sentence();
		});
	}
}
