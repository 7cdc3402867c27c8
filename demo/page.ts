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

	say(sentence: () => string): void {
		this.#told?.stop();
		delete this.#element.dataset.word;
		this.#told = inWords(() => {
			this.#element.textContent = sentence();
		});
	}
}
