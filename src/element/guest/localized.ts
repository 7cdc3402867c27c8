// The words of an element in the language of the place where it stands: two elements on one page can speak two languages.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Formats, formatsOf } from "./formats.ts";

/** The words of one element: English is part of it, others are loaded when an element needs them. */
export interface WordCatalogues<Words> {
	readonly english: Words;
	/** By the first part of a language's name: `de`. */
	readonly others: Readonly<Record<string, () => Promise<Words>>>;
}

export interface LocalizedHost<Words> extends ReactiveControllerHost, HTMLElement {
	/** Words of the host page, in place of ours. */
	readonly words: Partial<Words> | undefined;
}

export class Localized<Words extends object> implements ReactiveController {
	readonly #host: LocalizedHost<Words>;
	readonly #catalogues: WordCatalogues<Words>;
	#words: Words;
	#formats: Formats = formatsOf("en");
	#language = "en";
	#loading: Promise<void> | undefined;
	#observer: MutationObserver | undefined;

	constructor(host: LocalizedHost<Words>, catalogues: WordCatalogues<Words>) {
		this.#host = host;
		this.#catalogues = catalogues;
		this.#words = catalogues.english;
		host.addController(this);
	}

	/** The words, with those of the host page. */
	get words(): Words {
		return this.#host.words ? { ...this.#words, ...this.#host.words } : this.#words;
	}

	/** How the language writes numbers and dates. It follows the words: German digits do not stand in English sentences. */
	get formats(): Formats {
		return this.#formats;
	}

	/** Resolves when the words of the language are there; they are English when they cannot be loaded. */
	get ready(): Promise<void> | undefined {
		return this.#loading;
	}

	hostConnected(): void {
		this.#follow();
		this.#observer = new MutationObserver(() => this.#follow());
		this.#observer.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"], subtree: true });
	}

	/** The element's own `lang` may have changed, inside a shadow root that the observer does not see. */
	hostUpdated(): void {
		this.#follow();
	}

	hostDisconnected(): void {
		this.#observer?.disconnect();
	}

	/** Looks again which language it is: of the element, else of what it stands in, through shadow roots. */
	#follow(): void {
		const language = languageOf(this.#host);
		if (language === this.#language) return;
		this.#language = language;
		const [family = "en"] = language.toLowerCase().split("-");
		const load = Object.hasOwn(this.#catalogues.others, family) ? this.#catalogues.others[family] : undefined;
		if (!load) {
			this.#use(this.#catalogues.english, family === "en" ? language : "en");
			return;
		}
		this.#loading = load().then(
			(words) => {
				if (this.#language === language) this.#use(words, language);
			},
			() => {
				if (this.#language === language) this.#use(this.#catalogues.english, "en");
			},
		);
	}

	#use(words: Words, language: string): void {
		this.#words = words;
		this.#formats = formatsOf(language);
		this.#loading = undefined;
		this.#host.requestUpdate();
	}
}

function languageOf(element: Element): string {
	for (let at: Element | undefined = element; at; at = above(at)) {
		const language = at.getAttribute("lang");
		if (language && isLanguage(language)) return language;
	}
	return "en";
}

function above(element: Element): Element | undefined {
	const parent = element.assignedSlot ?? element.parentNode;
	if (parent instanceof ShadowRoot) return parent.host;
	return parent instanceof Element ? parent : undefined;
}

function isLanguage(name: string): boolean {
	try {
		return Intl.getCanonicalLocales(name).length === 1;
	} catch {
		return false;
	}
}
