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
	readonly #patienceMs: number;

	/** `patienceMs`: how long to wait for words of a language before showing English; default 3,000. */
	constructor(
		host: LocalizedHost<Words>,
		catalogues: WordCatalogues<Words>,
		{ patienceMs = 3_000 }: { readonly patienceMs?: number } = {},
	) {
		this.#host = host;
		this.#patienceMs = patienceMs;
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

	/** Resolves when the words of the language are there, cannot be loaded, or are not there in time: the words are then English. */
	get ready(): Promise<void> | undefined {
		return this.#loading;
	}

	hostConnected(): void {
		this.#follow();
		this.#observer = new MutationObserver(() => this.#follow());
		for (const root of rootsOf(this.#host)) this.#observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
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
		const loading = load().then(
			(words) => {
				if (this.#language === language) this.#use(words, language);
			},
			() => {
				if (this.#language === language) this.#use(this.#catalogues.english, "en");
			},
		);
		this.#loading = Promise.race([loading, new Promise<void>((resolve) => setTimeout(resolve, this.#patienceMs))]);
	}

	#use(words: Words, language: string): void {
		this.#words = words;
		this.#formats = formatsOf(language);
		this.#loading = undefined;
		this.#host.requestUpdate();
	}
}

/** The nearest `lang`, as HTML inherits it: from the parent, and from a shadow root to its host. */
function languageOf(element: Element): string {
	for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
		const language = at instanceof Element && canonical(at.getAttribute("lang"));
		if (language) return language;
	}
	return "en";
}

/** The root of a node, the root of that root's host, and so on to the document. */
export function rootsOf(element: Element): readonly Node[] {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

/** `de_at` is no language tag, and is what some pages write. */
function canonical(name: string | null): string | undefined {
	try {
		return name ? new Intl.Locale(name.replaceAll("_", "-")).toString() : undefined;
	} catch {
		return undefined;
	}
}
